package org.xuewei.geo.osm;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.xuewei.data.model.DataIssues;
import org.xuewei.data.model.DemandSource;
import org.xuewei.data.model.District;
import org.xuewei.data.model.InputException;

/**
 * Residents of the districts and of their residential areas. A district without a figure gets its
 * floor area x the county's residents per floor area. The residents of a district are spread over
 * its residential areas by floor area; the parts sum to the district exactly.
 */
record Residents(List<District> districts, List<DemandSource> sources) {
  /**
   * @throws InputException when the map gives no population at all
   */
  static Residents of(
      County county,
      Places places,
      List<ResidentialArea> areas,
      String fileName,
      DataIssues issues) {
    FloorAreas floorAreas = new FloorAreas(areas, county.boundaries().size());
    List<OptionalInt> known = new ArrayList<>();
    long residents = 0;
    double floorArea = 0;
    for (int d = 0; d < county.boundaries().size(); d++) {
      known.add(places.residents(d));
      if (known.get(d).isPresent()) {
        residents += known.get(d).getAsInt();
        floorArea += floorAreas.ofDistrict(d);
      }
    }
    if (residents == 0 || residents > Integer.MAX_VALUE) {
      throw new InputException(
          fileName
              + ", places: the populations of the districts sum to "
              + residents
              + "; expected a population tag on district boundaries or on their cities, towns or"
              + " villages");
    }
    List<District> districts = new ArrayList<>();
    for (int d = 0; d < county.boundaries().size(); d++) {
      double estimate = residents / floorArea * floorAreas.ofDistrict(d);
      districts.add(district(d, county, places, known.get(d), estimate, issues));
    }
    return new Residents(List.copyOf(districts), sources(areas, floorAreas, districts));
  }

  private static District district(
      int index,
      County county,
      Places places,
      OptionalInt known,
      double estimate,
      DataIssues issues) {
    County.Boundary boundary = county.boundaries().get(index);
    int residents = known.orElse((int) Math.min(Math.round(estimate), Integer.MAX_VALUE));
    if (known.isEmpty()) {
      issues.warn(
          "district-population-estimated",
          County.LAYER,
          boundary.relation().id().toString(),
          "no population: "
              + residents
              + " residents are estimated from floor area and the county's residents per floor area");
    }
    if (boundary.name().isEmpty()) {
      issues.warn(
          "district-without-name",
          County.LAYER,
          boundary.relation().id().toString(),
          "its number stands for its name");
    }
    return new District(
        boundary.id(),
        boundary.name().isEmpty() ? boundary.relation().id().toString() : boundary.name(),
        places.settlement(index, residents),
        residents,
        known.isEmpty());
  }

  private static List<DemandSource> sources(
      List<ResidentialArea> areas, FloorAreas floorAreas, List<District> districts) {
    int[] residents = new int[areas.size()];
    for (int d = 0; d < districts.size(); d++) {
      List<Integer> inside = new ArrayList<>();
      List<Double> weights = new ArrayList<>();
      for (int i = 0; i < residents.length; i++) {
        if (areas.get(i).district() == d) {
          inside.add(i);
          weights.add(floorAreas.squareMetres(i));
        }
      }
      int[] parts = LargestRemainder.divide(districts.get(d).residents(), weights);
      for (int i = 0; i < parts.length; i++) {
        residents[inside.get(i)] = parts[i];
      }
    }
    List<DemandSource> sources = new ArrayList<>();
    for (int i = 0; i < residents.length; i++) {
      ResidentialArea area = areas.get(i);
      sources.add(
          new DemandSource(
              area.id(),
              area.name(),
              DemandSource.Kind.RESIDENTIAL_AREA,
              districts.get(area.district()).id(),
              residents[i],
              true));
    }
    return List.copyOf(sources);
  }
}
