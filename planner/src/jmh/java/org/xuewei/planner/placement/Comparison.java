package org.xuewei.planner.placement;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.xuewei.data.benchmark.Family;
import org.xuewei.data.benchmark.InstanceReader;
import org.xuewei.data.file.ScenarioFile;
import org.xuewei.data.model.Demand;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.data.model.Progress;
import org.xuewei.data.model.Scenario;
import org.xuewei.data.model.Scenario.Effort;
import org.xuewei.data.model.StopSignal;
import org.xuewei.data.model.TravelMatrix;
import org.xuewei.data.standard.Layer;
import org.xuewei.data.standard.Standard;
import org.xuewei.geo.layer.DatasetFolder;
import org.xuewei.planner.evaluate.Evaluator;
import org.xuewei.planner.forecast.PupilForecast;
import org.xuewei.planner.placement.local.DefaultSolver;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.placement.state.Solution;
import org.xuewei.planner.program.ProgramSolver;

/**
 * Solves some instances by the engine, by the engine without one of its parts, and by OptaPlanner's
 * default configuration, each for as long, and prints a table. Gaps are those above the best bound
 * that any of them proved.
 */
public final class Comparison {
  private static final int COUNTY_SECONDS = 120;

  private static final String STANDARD = "henan-2023";

  /** By then a county shall have a plan that seats all. */
  private static final int FIRST_SECONDS = 5;

  /** What is left out, and what the engine does then. */
  private enum Variant {
    WHOLE("all"),
    NO_BOUND("without bound"),
    NO_LOCAL("without local search"),
    NO_POLISH("without polish"),
    DEFAULTS("OptaPlanner's defaults");

    private final String words;

    Variant(String words) {
      this.words = words;
    }

    Work work() {
      Work all = Work.of(Effort.THOROUGH);
      return switch (this) {
        case NO_BOUND ->
            new Work(
                0, 1, 0, 0, 0, all.choices(), all.search(), all.neighbourhoods(), all.rounds());
        case NO_LOCAL -> with(all, 0, all.neighbourhoods());
        case NO_POLISH -> with(all, all.search(), 0);
        default -> all;
      };
    }

    private static Work with(Work all, long search, int neighbourhoods) {
      return new Work(
          all.linearRounds(),
          all.nodes(),
          all.ascentSteps(),
          all.connectedSteps(),
          all.parts(),
          all.choices(),
          search,
          neighbourhoods,
          all.rounds());
    }
  }

  private record Case(String name, PlacementProblem problem, int seconds) {}

  /**
   * @param unserved units with a way that have no place
   */
  private record Outcome(
      Variant variant, long yuan, long bound, boolean feasible, long unserved, int broken) {
    static Outcome of(
        Case one, Variant variant, long yuan, long bound, boolean feasible, int[] siteOf) {
      long unserved =
          IntStream.range(0, siteOf.length)
              .filter(unit -> siteOf[unit] < 0)
              .filter(unit -> one.problem().units().get(unit).whyNoArc().isEmpty())
              .count();
      int broken = Evaluator.brokenCatchments(one.problem(), siteOf);
      return new Outcome(variant, yuan, bound, feasible, unserved, broken);
    }
  }

  private record Clock(long start, long end) implements StopSignal {
    static Clock of(int seconds) {
      long now = System.nanoTime();
      return new Clock(now, now + seconds * 1_000_000_000L);
    }

    @Override
    public boolean stopRequested() {
      return System.nanoTime() - end >= 0;
    }

    @Override
    public double spent() {
      return Math.min(1, (System.nanoTime() - start) / (double) Math.max(1, end - start));
    }

    @Override
    public StopSignal within(double share) {
      long now = System.nanoTime();
      return new Clock(now, now + (long) (share * Math.max(0, end - now)));
    }
  }

  private Comparison() {}

  /**
   * @param arguments the folder of published instances, seconds for each, a county's folder, its
   *     scenario, and names of cases; all without any
   */
  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    int seconds = Integer.parseInt(arguments[1]);
    PlacementProblem county = county(Path.of(arguments[2]), Path.of(arguments[3]));
    List<String> wanted = List.of(arguments).subList(4, arguments.length);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println(
        "| instance | engine | yuan a year | gap | ratio of gaps | units without place | limits |");
    out.println("|---|---|---|---|---|---|---|");
    for (Case one : cases(folder, seconds, county)) {
      if (wanted.isEmpty() || wanted.contains(one.name())) {
        print(one, out);
      }
    }
  }

  private static List<Case> cases(Path folder, int seconds, PlacementProblem county) {
    Path siting = folder.resolve("siting");
    Path districting = folder.resolve("districting");
    Optional<Path> borders = Optional.of(districting.resolve("gy2s_connectivity.txt"));
    Path districts = districting.resolve("gy2s_18a.txt");
    return List.of(
        new Case(
            "zya1", read(Family.SITING, siting.resolve("zya1.txt"), Optional.empty()), seconds),
        new Case(
            "gya1", read(Family.SITING, siting.resolve("gya1.txt"), Optional.empty()), seconds),
        new Case("gy2s_18a", read(Family.DISTRICTING, districts, borders), seconds),
        new Case("5000x300", county, COUNTY_SECONDS),
        new Case("5000x300-first", county, FIRST_SECONDS));
  }

  /** The planning year; pupils may go anywhere, as if none had a school yet. */
  private static PlacementProblem county(Path folder, Path scenarioFile) {
    Scenario scenario = ScenarioFile.read(scenarioFile);
    DatasetFolder.Content content = DatasetFolder.read(folder);
    Standard standard = Standard.load(STANDARD).with(Layer.ofScenario(scenario));
    Demand demand = PupilForecast.of(content.dataset().demandPoints(), scenario, standard);
    TravelMatrix travel = content.travel().orElseThrow();
    return new ProblemBuilder(scenario, content.dataset(), demand, travel, standard)
        .planned(Map.of());
  }

  private static PlacementProblem read(Family family, Path file, Optional<Path> borders) {
    return new InstanceReader(family, OptionalInt.empty(), false, borders)
        .read(file)
        .get(0)
        .problem();
  }

  private static void print(Case one, PrintStream out) {
    List<Outcome> outcomes = new ArrayList<>();
    for (Variant variant : Variant.values()) {
      System.err.println(one.name() + " " + variant.words);
      outcomes.add(variant == Variant.DEFAULTS ? byDefaults(one) : byEngine(one, variant));
    }
    long bound = outcomes.stream().mapToLong(Outcome::bound).max().orElseThrow();
    double ofWhole = gap(outcomes.get(0), bound);
    for (Outcome outcome : outcomes) {
      double gap = gap(outcome, bound);
      out.printf(
          Locale.ROOT,
          "| %s | %s | %,d | %.3f %% | %.1f | %d | %s |%n",
          one.name(),
          outcome.variant().words,
          outcome.yuan(),
          100 * gap,
          gap / ofWhole,
          outcome.unserved(),
          outcome.feasible() && outcome.broken() == 0
              ? "kept"
              : "broken (" + outcome.broken() + " catchments)");
    }
  }

  private static double gap(Outcome outcome, long bound) {
    return (outcome.yuan() - bound) / (double) outcome.yuan();
  }

  private static Outcome byEngine(Case one, Variant variant) {
    try (ProgramSolver solver = Placement.programSolver()) {
      PlacementResult result =
          Placement.solve(
              one.problem(), variant.work(), 1, Clock.of(one.seconds()), Progress.SILENT, solver);
      int[] siteOf = IntStream.range(0, one.problem().units().size()).map(result::siteOf).toArray();
      return Outcome.of(
          one, variant, result.objectiveYuan(), result.lowerBoundYuan(), true, siteOf);
    }
  }

  private static Outcome byDefaults(Case one) {
    Instance instance = new Instance(one.problem());
    Solution found = DefaultSolver.solve(instance, one.seconds());
    int[] siteOf = IntStream.range(0, instance.units).map(found::siteOf).toArray();
    long yuan = found.yuan() - instance.fixedYuan();
    return Outcome.of(one, Variant.DEFAULTS, yuan, 0, found.isFeasible(), siteOf);
  }
}
