package org.xuewei.api.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.xuewei.data.standard.Standard;
import org.xuewei.geo.layer.DatasetFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads a map and writes a dataset folder. */
@Command(name = "import", mixinStandardHelpOptions = true, resourceBundle = Messages.BUNDLE)
final class ImportCommand implements Callable<Integer> {
  private static final int MOST_METRES = 100_000;

  private final Console console;

  @Parameters(paramLabel = "FILE.osm.pbf", descriptionKey = "file")
  private Path source = Path.of("");

  @Option(names = "--out", required = true, paramLabel = "DATASET")
  private Path out = Path.of("");

  @Option(names = "--admin-level", paramLabel = "N", defaultValue = "8")
  private int adminLevel;

  @Option(names = "--limit-metres", paramLabel = "N", defaultValue = "3000")
  private int limitMetres;

  @Option(names = "--id", paramLabel = "ID")
  private Optional<String> id = Optional.empty();

  @Option(names = "--name", paramLabel = "NAME")
  private Optional<String> name = Optional.empty();

  ImportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    CommandLineInterface.within(1, MOST_METRES, "--limit-metres", limitMetres);
    DatasetFolder.checkReplaceable(out);
    ConsoleProgress progress = new ConsoleProgress(console.err(), console.messages());
    String datasetId = id.orElseGet(() -> idOf(source));
    ImportStep step =
        ImportStep.of(
            source,
            datasetId,
            name.orElse(datasetId),
            adminLevel,
            limitMetres,
            Standard.load(PlanCommand.DEFAULT_STANDARD),
            progress);
    step.write(out, progress);
    new Report(console).dataset(step.dataset(), step.issues().list());
    progress.printTable();
    console.say("written", out, PlanOutput.names(out));
    return CommandLineInterface.DONE;
  }

  /** {@code malta} of {@code malta-2018-08-27.osm.pbf}. */
  private static String idOf(Path source) {
    String file = source.getFileName() == null ? "" : source.getFileName().toString();
    String stem = file.replaceFirst("\\..*", "").replaceAll("[^A-Za-z0-9_-]", "-");
    String word = stem.replaceFirst("-\\d{4}.*", "");
    return word.isEmpty() ? "county" : word;
  }
}
