package org.xuewei.api.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.xuewei.data.model.InputException;
import org.xuewei.data.model.Progress;
import org.xuewei.data.model.Scenario;
import org.xuewei.data.standard.Standard;
import org.xuewei.geo.generate.CountyOptions;
import org.xuewei.geo.generate.SyntheticCounty;
import org.xuewei.geo.generate.SyntheticProvince;
import org.xuewei.geo.layer.DatasetFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes up a county, or a province of them, and writes dataset folders. */
@Command(name = "generate", mixinStandardHelpOptions = true, resourceBundle = Messages.BUNDLE)
final class GenerateCommand implements Callable<Integer> {
  private final Console console;

  @Option(names = "--seed", required = true, paramLabel = "N")
  private long seed;

  @Option(names = "--out", required = true, paramLabel = "DATASET")
  private Path out = Path.of("");

  @Option(names = "--points", paramLabel = "N")
  private Optional<Integer> points = Optional.empty();

  @Option(names = "--sites", paramLabel = "M")
  private Optional<Integer> sites = Optional.empty();

  @Option(names = "--years", paramLabel = "Y", defaultValue = "16")
  private int years;

  @Option(names = "--pairing", paramLabel = "L,T,V")
  private Optional<String> pairing = Optional.empty();

  @Option(names = "--province", paramLabel = "N")
  private Optional<Integer> province = Optional.empty();

  @Option(names = "--limit-metres", paramLabel = "N", defaultValue = "3000")
  private int limitMetres;

  GenerateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    CommandLineInterface.within(0, Scenario.SEED_AT_MOST, "--seed", seed);
    CountyOptions options =
        CountyOptions.of(
            seed, points, sites, years, pairing.map(GenerateCommand::pairing), limitMetres);
    ConsoleProgress progress = new ConsoleProgress(console.err(), console.messages());
    Standard standard = Standard.load(PlanCommand.DEFAULT_STANDARD);
    if (province.isPresent()) {
      writeProvince(SyntheticProvince.counties(options, province.get()), standard, progress);
    } else {
      DatasetFolder.checkReplaceable(out);
      write(options, out, standard, progress);
    }
    progress.printTable();
    console.say("written", out, PlanOutput.names(out));
    return CommandLineInterface.DONE;
  }

  private void writeProvince(
      List<CountyOptions> counties, Standard standard, ConsoleProgress progress)
      throws IOException {
    SyntheticProvince.checkReplaceable(out, counties.size());
    for (int k = 0; k < counties.size(); k++) {
      Path folder = out.resolve(SyntheticProvince.folder(k));
      write(counties.get(k), folder, standard, progress);
    }
  }

  private void write(
      CountyOptions options, Path folder, Standard standard, ConsoleProgress progress) {
    SyntheticCounty county = SyntheticCounty.generate(options, standard, progress);
    try (Progress.Phase phase = progress.start("write dataset", 0)) {
      county.write(folder);
    }
    new Report(console).dataset(county.dataset(), county.issues().list());
  }

  private static CountyOptions.Pairing pairing(String text) {
    if (!text.matches("\\d{1,6},\\d{1,6},\\d{1,6}")) {
      throw new InputException(
          "--pairing is \"%s\", expected three whole numbers L,T,V like 8,15,100".formatted(text));
    }
    List<Integer> numbers = Arrays.stream(text.split(",")).map(Integer::valueOf).toList();
    return new CountyOptions.Pairing(numbers.get(0), numbers.get(1), numbers.get(2));
  }
}
