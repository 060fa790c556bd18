package org.xuewei.data.model;

import java.util.List;

/** A 1+1+N community: an urban lead school, a township and its rural schools (城乡学校共同体). */
public record Community(
    String id, String leadSchoolId, String townshipId, List<String> memberSchoolIds) {
  public Community {
    memberSchoolIds = List.copyOf(memberSchoolIds);
  }
}
