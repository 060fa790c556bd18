package org.xuewei.geo.generate;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.xuewei.data.model.DataIssues;
import org.xuewei.data.model.Demand;
import org.xuewei.data.model.GradeBand;
import org.xuewei.data.model.Progress;
import org.xuewei.data.model.SchoolUnit;
import org.xuewei.data.model.Settlement;
import org.xuewei.data.model.TravelMatrix;
import org.xuewei.data.model.region.Dataset;
import org.xuewei.data.model.region.Provenance;
import org.xuewei.data.model.register.CountyRegisters;
import org.xuewei.data.model.register.DeliveryPhase;
import org.xuewei.data.standard.Standard;
import org.xuewei.geo.layer.DatasetFolder;
import org.xuewei.geo.network.StreetGraph;

/**
 * A made-up county that is shaped like one of Henan: a crowded county seat with new estates,
 * townships, emptying village schools, roads and parcels. Nothing in it is real; every feature says
 * so. Equal options give equal counties.
 *
 * @param registers demand by year with noise, pupils by grade, teachers, indicators, deliveries
 * @param travel walking distances over the drawn roads
 */
public record SyntheticCounty(
    Dataset dataset, CountyRegisters registers, TravelMatrix travel, DataIssues issues) {
  private static final int GENERATOR_VERSION = 1;

  /**
   * Makes a county.
   *
   * @param standard level of demand and sizes of schools come from here
   */
  public static SyntheticCounty generate(
      CountyOptions options, Standard standard, Progress progress) {
    HenanFigures figures = HenanFigures.load();
    CountyCounts counts = CountyCounts.of(options, figures, standard);
    PlaceNames names = new PlaceNames(options.seed(), options.place().cell());
    CountyDrawing drawing = new CountyDrawing(options, counts, figures, names);
    drawing.draw(progress);
    CountySketch sketch = drawing.sketch();
    List<DrawnDistrict> districts = drawing.districts();

    Residents residents = Residents.of(sketch, counts, options.seed(), figures, standard);
    CountyAssembly assembly =
        new CountyAssembly(
            sketch, districts, residents.today(), CountyPlane.ofCell(options.place().cell()));
    TravelMatrix travel = travel(sketch, assembly, options.limitMetres(), progress);
    Map<String, Settlement> settlements = new TreeMap<>();
    districts.forEach(d -> settlements.put(d.id(), d.settlement()));
    CohortModel cohorts =
        new CohortModel(settlements, counts.residents(), options, figures, standard);
    Demand demand;
    try (Progress.Phase phase = progress.start("cohorts", 0)) {
      demand = demand(sketch, assembly, residents, cohorts);
      phase.advance(sketch.homes.size());
    }
    try (Progress.Phase phase = progress.start("schools", sketch.schools.size())) {
      SchoolRoll roll = roll(sketch, travel, demand, figures, standard);
      SchoolSizing sizing = new SchoolSizing(sketch, roll, options.seed(), figures, standard);
      List<List<SchoolUnit>> units = sizing.units();
      Dataset dataset =
          assembly.dataset(
              header(options, names, assembly),
              units,
              areas(sketch, sizing, units, options.seed(), figures),
              names(sketch, roll),
              new CountyAssembly.CandidateLand(options.seed(), figures, standard));
      phase.advance(sketch.schools.size());
      SchoolRegisters lists =
          new SchoolRegisters(sketch, assembly, roll, cohorts, options.seed(), figures, standard);
      lists.fill(units);
      CountyRegisters registers =
          new CountyRegisters(
              demand,
              lists.enrolment(),
              lists.staff(),
              lists.indicators(),
              deliveries(sketch, assembly),
              cohorts.cohorts(dataset.districts()));
      return new SyntheticCounty(dataset, registers, travel, issues(dataset));
    }
  }

  /** Pupils by demand point, band and year, as they will be. */
  public Demand demand() {
    return registers.demand();
  }

  /**
   * Writes a dataset folder as an import does.
   *
   * @throws org.xuewei.data.model.InputException if the folder holds anything but a dataset
   */
  public void write(Path folder) {
    DatasetFolder.write(
        dataset, issues.list(), Optional.of(travel), Optional.of(registers), folder);
  }

  private static TravelMatrix travel(
      CountySketch sketch, CountyAssembly assembly, int limitMetres, Progress progress) {
    List<StreetGraph.Stop> points = new ArrayList<>();
    for (int home = 0; home < sketch.homes.size(); home++) {
      points.add(new StreetGraph.Stop(assembly.pointId(home), sketch.homes.get(home).node()));
    }
    List<StreetGraph.Stop> sites = new ArrayList<>();
    for (int k = 0; k < sketch.schools.size(); k++) {
      sites.add(new StreetGraph.Stop(assembly.schoolId(k), sketch.schools.get(k).node()));
    }
    for (int k = 0; k < sketch.candidates.size(); k++) {
      sites.add(new StreetGraph.Stop(assembly.candidateId(k), sketch.candidates.get(k).node()));
    }
    try (StreetGraph streets = sketch.roads.graph()) {
      return streets.travel(points, sites, limitMetres, progress);
    }
  }

  /** Pupils are whole: the running total of a district is rounded. */
  private static Demand demand(
      CountySketch sketch, CountyAssembly assembly, Residents residents, CohortModel cohorts) {
    int years = cohorts.lastYear() - cohorts.baseYear() + 1;
    int[][][] pupils = new int[sketch.homes.size()][GradeBand.values().length][years];
    for (int year = cohorts.baseYear(); year <= cohorts.lastYear(); year++) {
      for (GradeBand band : GradeBand.values()) {
        Map<String, double[]> totals = new TreeMap<>();
        for (int home = 0; home < sketch.homes.size(); home++) {
          String district = sketch.homes.get(home).districtId();
          double[] total = totals.get(district);
          if (total == null) {
            total = new double[] {0, cohorts.pupilsPerResident(district, band, year)};
            totals.put(district, total);
          }
          long before = Math.round(total[0]);
          total[0] += residents.in(home, year) * total[1];
          pupils[home][band.ordinal()][year - cohorts.baseYear()] =
              (int) (Math.round(total[0]) - before);
        }
      }
    }
    List<String> ids = IntStream.range(0, pupils.length).mapToObj(assembly::pointId).toList();
    return new Demand(ids, cohorts.baseYear(), cohorts.lastYear(), pupils);
  }

  private static List<DeliveryPhase> deliveries(CountySketch sketch, CountyAssembly assembly) {
    List<DeliveryPhase> deliveries = new ArrayList<>();
    for (int k = 0; k < sketch.homes.size(); k++) {
      Home home = sketch.homes.get(k);
      if (home.phase().isPresent()) {
        Home.Phase phase = home.phase().get();
        deliveries.add(
            new DeliveryPhase(
                assembly.sourceId(home.source()),
                assembly.pointId(k),
                phase.number(),
                phase.delivery(),
                phase.dwellings()));
      }
    }
    return deliveries;
  }

  private static SchoolRoll roll(
      CountySketch sketch,
      TravelMatrix travel,
      Demand demand,
      HenanFigures figures,
      Standard standard) {
    int[][] today = new int[sketch.homes.size()][GradeBand.values().length];
    for (int home = 0; home < today.length; home++) {
      for (GradeBand band : GradeBand.values()) {
        today[home][band.ordinal()] = demand.pupils(home, band, demand.firstYear());
      }
    }
    return SchoolRoll.of(
        sketch,
        travel,
        today,
        figures.number("schools.teachingPointShare"),
        standard.integer("school_size.small_school_funding_floor.pupils"));
  }

  private static List<Double> areas(
      CountySketch sketch,
      SchoolSizing sizing,
      List<List<SchoolUnit>> units,
      long seed,
      HenanFigures figures) {
    Dice dice = Dice.of(seed, "sites");
    List<Double> areas = new ArrayList<>();
    for (int k = 0; k < units.size(); k++) {
      String settlement = sketch.schools.get(k).settlement().key();
      areas.add(
          sizing.seats(units.get(k))
              * dice.between(figures.range("schools.squareMetresPerSeat." + settlement)));
    }
    return areas;
  }

  private static List<String> names(CountySketch sketch, SchoolRoll roll) {
    List<String> names = new ArrayList<>();
    for (int k = 0; k < sketch.schools.size(); k++) {
      Plot plot = sketch.schools.get(k);
      String kind =
          roll.isTeachingPoint(k) ? "教学点" : plot.type() == Plot.Type.PRIMARY ? "小学" : "学校";
      names.add(plot.settlement() == Settlement.RURAL ? plot.name() + kind : plot.name());
    }
    return names;
  }

  private static Dataset.Header header(
      CountyOptions options, PlaceNames names, CountyAssembly assembly) {
    String source =
        "xuewei generate --seed %d --points %d --sites %d --years %d%s --limit-metres %d (synthetic, %s, map cell %d, generator %d)"
            .formatted(
                options.seed(),
                options.points(),
                options.sites(),
                options.years(),
                options.pairing().map(pairing -> " --pairing " + pairing).orElse(""),
                options.limitMetres(),
                options.place().id(),
                options.place().cell(),
                GENERATOR_VERSION);
    return new Dataset.Header(
        options.place().id(),
        names.county() + "（合成数据）",
        assembly.epsg(),
        true,
        new Provenance(
            source,
            HenanFigures.load().baseYear() + "-09-01",
            "CC0-1.0; synthetic, describes no real place",
            "synthetic county made by Xuewei",
            sha256(source)));
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private static DataIssues issues(Dataset dataset) {
    DataIssues issues = new DataIssues();
    issues.info(
        "synthetic",
        "dataset",
        dataset.header().id(),
        "Made up by a generator from a seed; describes no real place.");
    return issues;
  }
}
