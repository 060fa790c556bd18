package org.xuewei.geo.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xuewei.data.model.CandidateSite;
import org.xuewei.data.model.LonLat;
import org.xuewei.data.model.School;
import org.xuewei.data.model.region.Dataset;

/** Schools and candidate sites by id. */
final class Sites {
  private final Map<String, School> schools = new HashMap<>();
  private final Map<String, CandidateSite> candidates = new HashMap<>();

  Sites(Dataset dataset) {
    dataset.schools().forEach(school -> schools.put(school.id(), school));
    dataset.candidates().forEach(candidate -> candidates.put(candidate.id(), candidate));
  }

  Optional<School> findSchool(String id) {
    return Optional.ofNullable(schools.get(id));
  }

  /**
   * @throws IllegalArgumentException when there is no such candidate
   */
  CandidateSite candidate(String id) {
    CandidateSite candidate = candidates.get(id);
    if (candidate == null) {
      throw new IllegalArgumentException("the plan names a site that is not in the dataset: " + id);
    }
    return candidate;
  }

  LonLat gate(String id) {
    return findSchool(id).map(School::gate).orElseGet(() -> candidate(id).gate());
  }

  String districtId(String id) {
    return findSchool(id).map(School::districtId).orElseGet(() -> candidate(id).districtId());
  }

  /** Empty for a candidate site: it has no name yet. */
  Optional<String> name(String id) {
    return findSchool(id).map(School::name);
  }

  Map<String, List<String>> idsByDistrict() {
    Map<String, List<String>> ids = new HashMap<>();
    for (School school : schools.values()) {
      ids.computeIfAbsent(school.districtId(), id -> new ArrayList<>()).add(school.id());
    }
    for (CandidateSite site : candidates.values()) {
      ids.computeIfAbsent(site.districtId(), id -> new ArrayList<>()).add(site.id());
    }
    return ids;
  }
}
