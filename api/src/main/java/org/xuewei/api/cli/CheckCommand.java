package org.xuewei.api.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.xuewei.geo.layer.DatasetFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows what is in a dataset folder and what was repaired, assumed or left out. */
@Command(name = "check", mixinStandardHelpOptions = true, resourceBundle = Messages.BUNDLE)
final class CheckCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "DATASET", descriptionKey = "dataset")
  private Path folder = Path.of("");

  CheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    DatasetFolder.Content contents = DatasetFolder.read(folder);
    new Report(console).dataset(contents.dataset(), contents.issues());
    return CommandLineInterface.DONE;
  }
}
