package org.xuewei.api.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xuewei.api.bench.Benchmark;
import org.xuewei.data.benchmark.BenchmarkInstance;
import org.xuewei.data.benchmark.Envy;
import org.xuewei.data.benchmark.Family;
import org.xuewei.data.benchmark.InstanceReader;
import org.xuewei.data.model.InputException;
import org.xuewei.data.model.Objective;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.data.model.Scenario.Effort;
import org.xuewei.data.model.StopSignal;
import org.xuewei.data.model.WayStatistics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Solves published instances. */
@Command(name = "bench", mixinStandardHelpOptions = true, resourceBundle = Messages.BUNDLE)
final class BenchCommand implements Callable<Integer> {
  private static final int MOST_SECONDS = 1_000_000;
  private static final int MOST_METRES = 10_000_000;

  private final Console console;

  @Parameters(
      index = "0",
      paramLabel = "districting|siting|pmedian|cpmp|coverage|pcentre",
      descriptionKey = "family")
  private Family family = Family.SITING;

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", descriptionKey = "instances")
  private List<Path> files = List.of();

  @Option(names = "--connectivity", paramLabel = "FILE")
  private Optional<Path> connectivity = Optional.empty();

  @Option(names = "--capacitated")
  private boolean capacitated;

  @Option(names = "--p", paramLabel = "N")
  private Optional<Integer> openAtMost = Optional.empty();

  @Option(names = "--exactly")
  private boolean exactly;

  @Option(names = "--radius", paramLabel = "METRES")
  private Optional<Integer> radius = Optional.empty();

  @Option(names = "--envy-beyond", paramLabel = "METRES")
  private Optional<Double> envyBeyond = Optional.empty();

  @Option(names = "--envy-weight", paramLabel = "W")
  private Optional<Double> envyWeight = Optional.empty();

  @Option(names = "--effort", paramLabel = "quick|standard|thorough")
  private Optional<Effort> effort = Optional.empty();

  @Option(names = "--seconds", paramLabel = "N")
  private Optional<Integer> seconds = Optional.empty();

  @Option(names = "--seed", paramLabel = "N", defaultValue = "1")
  private long seed = 1;

  @Option(names = "--json")
  private boolean json;

  @Option(names = "--out", paramLabel = "DIR")
  private Optional<Path> out = Optional.empty();

  BenchCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    seconds.ifPresent(number -> CommandLineInterface.within(1, MOST_SECONDS, "--seconds", number));
    openAtMost.ifPresent(number -> CommandLineInterface.within(1, MOST_SECONDS, "--p", number));
    OptionalInt most = openAtMost.map(OptionalInt::of).orElse(OptionalInt.empty());
    Objective asked = objective();
    InstanceReader reader =
        new InstanceReader(family, most, capacitated, connectivity).withEnvy(envy());
    List<BenchmarkInstance> instances =
        files.stream().flatMap(file -> reader.read(file).stream()).map(this::asked).toList();
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    boolean feasible = true;
    try (Interruption interruption = new Interruption()) {
      for (BenchmarkInstance instance : instances) {
        if (interruption.stopRequested()) {
          break;
        }
        Benchmark.Row row = solve(instance, asked, interruption);
        feasible &= row.feasible();
        rows.add(columns(row));
        if (out.isPresent()) {
          writeAssignment(out.get(), row);
        }
      }
    }
    if (json) {
      console
          .out()
          .println(
              new ObjectMapper()
                  .enable(SerializationFeature.INDENT_OUTPUT)
                  .writeValueAsString(rows));
    }
    return feasible ? CommandLineInterface.DONE : CommandLineInterface.REQUEST_BROKEN;
  }

  private BenchmarkInstance asked(BenchmarkInstance instance) {
    if (exactly && instance.problem().limits().newSchoolsAtMost().isEmpty()) {
      throw new InputException(
          "--exactly of " + instance.name() + " needs --p, the number of sites to open");
    }
    return exactly ? instance.exactly() : instance;
  }

  private Envy envy() {
    double beyondMetres = atLeastZero("--envy-beyond", envyBeyond);
    double weight = atLeastZero("--envy-weight", envyWeight);
    if (envyBeyond.isPresent() && envyWeight.isEmpty()) {
      throw new InputException("--envy-beyond has no price, expected --envy-weight beside it");
    }
    return new Envy(beyondMetres, weight);
  }

  private static double atLeastZero(String option, Optional<Double> number) {
    double value = number.orElse(0.0);
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new InputException(option + " is " + value + ", expected a number of at least 0");
    }
    return value;
  }

  private Objective objective() {
    radius.ifPresent(metres -> CommandLineInterface.within(0, MOST_METRES, "--radius", metres));
    if (radius.isPresent() != (family == Family.COVERAGE)) {
      throw new InputException(
          radius.isPresent()
              ? "--radius belongs to coverage, not to " + family.key()
              : "coverage needs --radius, how far a pupil may walk, in metres");
    }
    return switch (family) {
      case COVERAGE -> Objective.coverage(radius.orElseThrow());
      case PCENTRE -> Objective.CENTRE;
      default -> Objective.COST;
    };
  }

  private Benchmark.Row solve(
      BenchmarkInstance instance, Objective asked, Interruption interruption) {
    StopSignal stop = Deadline.of(seconds, interruption);
    ConsoleProgress progress = new ConsoleProgress(console.err(), console.messages());
    Benchmark.Row row =
        Benchmark.run(instance, asked, effort.orElse(defaultEffort()), seed, stop, progress);
    if (!json) {
      console.out().println(line(row));
    }
    return row;
  }

  private Effort defaultEffort() {
    return seconds.isPresent() ? Effort.THOROUGH : Effort.STANDARD;
  }

  private static String line(Benchmark.Row row) {
    String gap =
        row.gapPercent().isPresent()
            ? String.format(Locale.ROOT, "gap %.3f %%", row.gapPercent().getAsDouble())
            : "no gap";
    String kept =
        row.feasible()
            ? "feasible"
            : String.format(
                Locale.ROOT,
                "unserved %d (%d out of reach), broken %d, overload %d, missing %d",
                row.unserved(),
                row.outOfReach(),
                row.brokenCatchments(),
                row.overload(),
                row.missing());
    return String.format(
        Locale.ROOT,
        "%-14s objective %.2f  bound %.2f  %s  %.1f s  %s",
        row.instance().name(),
        row.objective(),
        row.bound(),
        gap,
        row.seconds(),
        kept);
  }

  private Map<String, @Nullable Object> columns(Benchmark.Row row) {
    Map<String, @Nullable Object> columns = new LinkedHashMap<>();
    columns.put("instance", row.instance().name());
    columns.put("family", family.key());
    columns.put("objective", row.objective());
    boolean most = family == Family.COVERAGE;
    columns.put("lowerBound", most ? null : row.bound());
    columns.put("upperBound", most ? row.bound() : null);
    columns.put("gapPercent", row.gapPercent().isPresent() ? row.gapPercent().getAsDouble() : null);
    columns.put("seconds", row.seconds());
    columns.put("feasible", row.feasible());
    columns.put("unserved", row.unserved());
    columns.put("outOfReach", row.outOfReach());
    columns.put("brokenCatchments", row.brokenCatchments());
    columns.put("overload", row.overload());
    columns.put("missing", row.missing());
    columns.put("envy", row.instance().envy(row.siteOf()));
    Optional<WayStatistics> ways = row.instance().ways(row.siteOf());
    columns.put("meanMetres", ways.map(WayStatistics::meanMetres).orElse(null));
    columns.put(
        "standardDeviationMetres", ways.map(WayStatistics::standardDeviationMetres).orElse(null));
    columns.put("greatestMetres", ways.map(WayStatistics::greatestMetres).orElse(null));
    columns.put("gini", ways.map(WayStatistics::gini).orElse(null));
    columns.put("seed", seed);
    columns.put("version", CommandLineInterface.Version.engine());
    return columns;
  }

  private static void writeAssignment(Path folder, Benchmark.Row row) throws IOException {
    Files.createDirectories(folder);
    PlacementProblem problem = row.instance().problem();
    StringBuilder text = new StringBuilder("unit,school\n");
    for (int unit = 0; unit < row.siteOf().length; unit++) {
      int site = row.siteOf()[unit];
      text.append(problem.units().get(unit).id())
          .append(',')
          .append(site < 0 ? "" : problem.sites().get(site).id())
          .append('\n');
    }
    Files.writeString(folder.resolve(row.instance().name() + ".csv"), text, StandardCharsets.UTF_8);
  }
}
