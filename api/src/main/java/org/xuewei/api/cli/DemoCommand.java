package org.xuewei.api.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.xuewei.data.file.ScenarioFile;
import org.xuewei.data.model.InputException;
import org.xuewei.data.model.Scenario;
import org.xuewei.data.standard.Standard;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The main job on shipped data: Malta's map in, a plan out. */
@Command(name = "demo", mixinStandardHelpOptions = true, resourceBundle = Messages.BUNDLE)
final class DemoCommand implements Callable<Integer> {
  private static final int TOWNSHIPS = 8;

  private final Console console;

  @Option(names = "--out", paramLabel = "DIR", defaultValue = "xuewei-demo")
  private Path out = Path.of("");

  @Option(names = "--effort", paramLabel = "quick|standard|thorough")
  private Optional<Scenario.Effort> effort = Optional.empty();

  DemoCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Path malta = samples().resolve("malta");
    Scenario asked = ScenarioFile.read(malta.resolve("scenario.yaml"));
    Scenario scenario = asked.withSearch(effort.orElse(asked.effort()), asked.seed());
    ConsoleProgress progress = new ConsoleProgress(console.err(), console.messages());
    try (PlanOutput output = PlanOutput.into(out)) {
      ImportStep step =
          ImportStep.of(
              malta.resolve("malta-2018-08-27.osm.pbf"),
              "malta",
              "Malta",
              TOWNSHIPS,
              scenario.travel().limitMetres(),
              Standard.load(PlanCommand.DEFAULT_STANDARD),
              progress);
      step.write(output.draft(PlanOutput.DATASET), progress);
      new Report(console).dataset(step.dataset(), step.issues().list());
      PlanCommand.plan(
          output.draft(PlanOutput.DATASET), scenario, Optional.empty(), output, console, progress);
    }
    return CommandLineInterface.DONE;
  }

  /** The launcher says where the samples lie. */
  private static Path samples() {
    Path samples =
        Path.of(
            Optional.ofNullable(System.getenv("XUEWEI_SAMPLES"))
                .orElse(System.getProperty("xuewei.samples", "data/samples")));
    if (!Files.isDirectory(samples)) {
      throw new InputException(
          samples + " is missing; expected the shipped samples, start the demo by ./xuewei");
    }
    return samples;
  }
}
