package org.xuewei.data.model;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * An existing school: one site with one or more units.
 *
 * @param gate where pupils enter
 * @param siteAreaSquareMetres area of the site, 0 when unknown
 * @param stages the stages that the source names; empty when it names none
 * @param units one a stage; empty when the source knows neither classes nor rooms
 */
public record School(
    String id,
    String name,
    String districtId,
    LonLat gate,
    int siteAreaSquareMetres,
    Set<Stage> stages,
    List<SchoolUnit> units) {
  public School {
    Objects.requireNonNull(gate, "gate");
    stages = Set.copyOf(stages);
    units = List.copyOf(units);
    if (siteAreaSquareMetres < 0) {
      throw new IllegalArgumentException("school " + id + ": site area is " + siteAreaSquareMetres);
    }
    Set<Stage> seen = new HashSet<>();
    for (SchoolUnit unit : units) {
      if (!seen.add(unit.stage())) {
        throw new IllegalArgumentException("school " + id + ": two units of " + unit.stage());
      }
    }
  }

  public School withUnits(List<SchoolUnit> newUnits) {
    return new School(id, name, districtId, gate, siteAreaSquareMetres, stages, newUnits);
  }
}
