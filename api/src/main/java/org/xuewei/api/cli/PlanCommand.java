package org.xuewei.api.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.xuewei.data.file.Run;
import org.xuewei.data.file.ScenarioFile;
import org.xuewei.data.model.Plan;
import org.xuewei.data.model.Progress;
import org.xuewei.data.model.Scenario;
import org.xuewei.data.model.StopSignal;
import org.xuewei.geo.catchment.Catchments;
import org.xuewei.geo.layer.DatasetFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Plans a dataset by a scenario. */
@Command(name = "plan", mixinStandardHelpOptions = true, resourceBundle = Messages.BUNDLE)
final class PlanCommand implements Callable<Integer> {
  static final String DEFAULT_STANDARD = "henan-2023";

  private static final int MOST_SECONDS = 1_000_000;

  private final Console console;

  @Parameters(paramLabel = "DATASET", descriptionKey = "dataset")
  private Path folder = Path.of("");

  @Option(names = "--scenario", required = true, paramLabel = "FILE")
  private Path scenarioFile = Path.of("");

  @Option(names = "--out", required = true, paramLabel = "DIR")
  private Path out = Path.of("");

  @Option(names = "--effort", paramLabel = "quick|standard|thorough")
  private Optional<Scenario.Effort> effort = Optional.empty();

  @Option(names = "--seconds", paramLabel = "N")
  private Optional<Integer> seconds = Optional.empty();

  @Option(names = "--seed", paramLabel = "N")
  private Optional<Long> seed = Optional.empty();

  PlanCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Scenario asked = ScenarioFile.read(scenarioFile);
    seed.ifPresent(
        number -> CommandLineInterface.within(0, Scenario.SEED_AT_MOST, "--seed", number));
    Scenario scenario = asked.withSearch(effort.orElse(asked.effort()), seed.orElse(asked.seed()));
    seconds.ifPresent(number -> CommandLineInterface.within(0, MOST_SECONDS, "--seconds", number));
    ConsoleProgress progress = new ConsoleProgress(console.err(), console.messages());
    try (PlanOutput output = PlanOutput.into(out, folder)) {
      return plan(folder, scenario, seconds, output, console, progress);
    }
  }

  /** The main line from a dataset folder to a complete result. Returns the exit code. */
  static int plan(
      Path folder,
      Scenario scenario,
      Optional<Integer> seconds,
      PlanOutput output,
      Console console,
      ConsoleProgress progress)
      throws IOException {
    try (Interruption interruption = new Interruption()) {
      StopSignal stop = Deadline.of(seconds, interruption);
      DatasetFolder.Content contents = read(folder, progress);
      PlanningRun run = PlanningRun.Setting.of(folder, contents, scenario).plan(stop, progress);
      Catchments catchments =
          Catchments.of(contents.dataset(), run.planned().schoolOfPoint(), progress);
      new PlanFiles(output, console.messages(), progress)
          .write(contents, run, catchments, endedBy(interruption, run));
      output.complete();
      new Report(console).plan(run, contents.dataset(), catchments);
      progress.printTable();
      if (interruption.stopRequested()) {
        console.say("interrupted");
      }
      console.say("written", output.target(), PlanOutput.names(output.target()));
      return run.planned().breaksRequest()
          ? CommandLineInterface.REQUEST_BROKEN
          : CommandLineInterface.DONE;
    }
  }

  private static DatasetFolder.Content read(Path folder, Progress progress) {
    try (Progress.Phase phase = progress.start("read dataset", 0)) {
      return DatasetFolder.read(folder);
    }
  }

  private static Run.EndedBy endedBy(Interruption interruption, PlanningRun run) {
    Plan.Certificate certificate = run.planned().plan().certificate();
    if (certificate.reproducible()) {
      return certificate.gap() == 0 ? Run.EndedBy.OPTIMUM : Run.EndedBy.EFFORT;
    }
    return interruption.stopRequested() ? Run.EndedBy.REQUEST : Run.EndedBy.TIME;
  }
}
