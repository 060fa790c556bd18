package org.xuewei.data.model.region;

import java.util.List;
import org.xuewei.data.model.CandidateSite;
import org.xuewei.data.model.DemandPoint;
import org.xuewei.data.model.DemandSource;
import org.xuewei.data.model.District;
import org.xuewei.data.model.School;

/**
 * The imported state of one county. Every list is in the order of its ids. Immutable, apart from
 * JTS's own mutability in {@link Shapes}.
 */
public record Dataset(
    Header header,
    List<District> districts,
    List<DemandSource> demandSources,
    List<DemandPoint> demandPoints,
    List<School> schools,
    List<CandidateSite> candidates,
    Shapes shapes) {
  public Dataset {
    districts = List.copyOf(districts);
    demandSources = List.copyOf(demandSources);
    demandPoints = List.copyOf(demandPoints);
    schools = List.copyOf(schools);
    candidates = List.copyOf(candidates);
  }

  /** Ids of all sites as the travel matrix counts them: schools first, then candidates. */
  public List<String> siteIds() {
    return java.util.stream.Stream.concat(
            schools.stream().map(School::id), candidates.stream().map(CandidateSite::id))
        .toList();
  }

  /**
   * @param id stable identifier of the county's dataset
   * @param metricEpsg EPSG number of the projected CRS in which areas and lengths are measured
   * @param synthetic true when made by a generator
   */
  public record Header(
      String id, String name, int metricEpsg, boolean synthetic, Provenance provenance) {}
}
