package org.xuewei.geo.osm;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xuewei.data.model.DataIssues;
import org.xuewei.data.model.DemandPoint;
import org.xuewei.data.model.District;
import org.xuewei.data.model.InputException;
import org.xuewei.data.model.Progress;
import org.xuewei.data.model.region.Dataset;
import org.xuewei.data.model.region.Shapes;

/**
 * Makes the dataset of a county from an OpenStreetMap extract: districts with residents,
 * residential areas divided into demand points, schools, candidate sites, roads and water. Equal
 * files give equal datasets. Whatever is left out, repaired or estimated is a data issue with its
 * OpenStreetMap id.
 */
public final class OsmImport {
  private static final Logger LOG = LoggerFactory.getLogger(OsmImport.class);
  private static final int HIGHEST_ADMIN_LEVEL = 12;

  private OsmImport() {}

  /**
   * @param id of the dataset, not blank
   * @param adminLevel the {@code admin_level} whose boundaries are the districts, 2 to 12
   * @param maxResidentsPerPoint a residential area with more is divided, at least 1
   */
  public record Options(String id, String name, int adminLevel, int maxResidentsPerPoint) {
    public Options {
      if (id.isBlank()) {
        throw new InputException("the dataset's id is empty; expected letters or digits");
      }
      if (adminLevel < 2 || adminLevel > HIGHEST_ADMIN_LEVEL) {
        throw new InputException(
            "admin_level is " + adminLevel + "; expected 2 to " + HIGHEST_ADMIN_LEVEL);
      }
      if (maxResidentsPerPoint < 1) {
        throw new InputException(
            "residents per demand point is " + maxResidentsPerPoint + "; expected 1 or more");
      }
    }
  }

  /**
   * What was read inside the districts, before anything was merged, cut or divided.
   *
   * @param residentialPolygons those with an inner point in a district
   * @param residentialHectares their area before clipping, overlaps counted twice
   * @param schoolNodesMerged nodes that are the same school as an area
   */
  public record Counts(
      int districts,
      int districtsWithPopulation,
      long residents,
      int residentialPolygons,
      double residentialHectares,
      int schoolAreas,
      int schoolNodes,
      int schoolNodesMerged,
      int buildings,
      int roads) {}

  record Result(Dataset dataset, Counts counts) {}

  /**
   * Reads an extract.
   *
   * @param file an {@code .osm.pbf} file of at most 256 MB
   * @param issues receives what was left out, repaired or estimated
   * @throws InputException when the file is not a complete OpenStreetMap extract, or has no
   *     district of the level, no population, no residential area, no school or no road
   */
  public static Dataset read(Path file, Options options, DataIssues issues, Progress progress) {
    Result result = readAndCount(file, options, issues, progress);
    LOG.info("{}: {}", file.getFileName(), result.counts());
    return result.dataset();
  }

  static Result readAndCount(Path path, Options options, DataIssues issues, Progress progress) {
    OsmFile file = OsmFile.open(path);
    RawMap map = phase(progress, "read map", 3, phase -> RawMap.read(file, phase));
    AreaAssembler assembler = new AreaAssembler(map);
    County county =
        phase(
            progress,
            "districts",
            0,
            phase -> County.of(map, assembler, options.adminLevel(), file.name(), issues));
    AreaReader.Areas areas =
        phase(progress, "areas", 0, phase -> AreaReader.read(map, assembler, county, issues));
    require(areas.of(Layer.RESIDENTIAL), file, "residential areas", "landuse=residential");
    Roads roads = phase(progress, "roads", 0, phase -> Roads.read(map, assembler, county, issues));
    require(roads.list(), file, "roads", "highway");
    Schools schools =
        phase(
            progress,
            "schools",
            0,
            phase -> Schools.read(map, areas.of(Layer.SCHOOL), roads, county, issues));
    require(schools.list(), file, "schools", "amenity=school");
    List<ResidentialArea> residential =
        phase(
            progress,
            "residential areas",
            0,
            phase ->
                ResidentialAreas.of(
                    areas.of(Layer.RESIDENTIAL),
                    House.listOf(areas.of(Layer.BUILDING), areas.of(Layer.SCHOOL)),
                    county,
                    issues));
    Residents residents =
        Residents.of(county, new Places(map, county, issues), residential, file.name(), issues);
    List<DemandPoint> points =
        DemandPoints.of(residents.sources(), residential, options.maxResidentsPerPoint(), county);
    Candidates candidates =
        phase(progress, "candidates", 0, phase -> Candidates.of(areas, roads, county, issues));

    Dataset dataset =
        new Dataset(
            new Dataset.Header(
                options.id(), options.name(), county.projection().epsg(), false, file.provenance()),
            residents.districts(),
            residents.sources(),
            points,
            schools.list(),
            candidates.list(),
            new Shapes(
                lonLat(
                    byId(county.boundaries(), County.Boundary::id, County.Boundary::shape), county),
                lonLat(byId(residential, ResidentialArea::id, ResidentialArea::shape), county),
                lonLat(schools.areas(), county),
                lonLat(candidates.areas(), county),
                roads.toLonLat(county),
                areas.of(Layer.WATER).stream()
                    .map(water -> county.toLonLat(water.shape()))
                    .toList()));
    return new Result(dataset, counts(areas, residents, schools, roads));
  }

  private static <T> T phase(
      Progress progress, String name, long total, Function<Progress.Phase, T> work) {
    try (Progress.Phase phase = progress.start(name, total)) {
      return work.apply(phase);
    }
  }

  private static void require(List<?> found, OsmFile file, String layer, String tag) {
    if (found.isEmpty()) {
      throw new InputException(
          file.name() + ", " + layer + ": none inside the districts; expected some with " + tag);
    }
  }

  private static SortedMap<String, Geometry> lonLat(Map<String, Geometry> metric, County county) {
    SortedMap<String, Geometry> result = new TreeMap<>();
    metric.forEach((id, shape) -> result.put(id, county.toLonLat(shape)));
    return result;
  }

  private static <T> Map<String, Geometry> byId(
      List<T> items, Function<T, String> id, Function<T, Geometry> shape) {
    return items.stream().collect(Collectors.toMap(id, shape));
  }

  private static Counts counts(
      AreaReader.Areas areas, Residents residents, Schools schools, Roads roads) {
    List<District> districts = residents.districts();
    return new Counts(
        districts.size(),
        (int) districts.stream().filter(district -> !district.residentsEstimated()).count(),
        districts.stream().mapToLong(District::residents).sum(),
        areas.residentialPolygons(),
        areas.residentialSquareMetres() / 10_000,
        areas.of(Layer.SCHOOL).size(),
        schools.nodesRead(),
        schools.merged(),
        areas.of(Layer.BUILDING).size(),
        roads.list().size());
  }
}
