package org.xuewei.api.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.xuewei.data.file.PlanFile;
import org.xuewei.data.file.ScenarioFile;
import org.xuewei.data.model.Evaluation;
import org.xuewei.data.model.Plan;
import org.xuewei.data.model.Scenario;
import org.xuewei.data.model.StopSignal;
import org.xuewei.geo.layer.DatasetFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Cost, headline figures and rules of any plan, hand-drawn ones too. */
@Command(name = "evaluate", mixinStandardHelpOptions = true, resourceBundle = Messages.BUNDLE)
final class EvaluateCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(index = "0", paramLabel = "DATASET", descriptionKey = "dataset")
  private Path folder = Path.of("");

  @Parameters(index = "1", paramLabel = "PLAN.json", descriptionKey = "plan")
  private Path planFile = Path.of("");

  @Option(names = "--scenario", required = true, paramLabel = "FILE")
  private Path scenarioFile = Path.of("");

  @Option(names = "--json")
  private boolean json;

  EvaluateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws JsonProcessingException {
    Scenario scenario = ScenarioFile.read(scenarioFile);
    Plan plan = PlanFile.read(planFile);
    ConsoleProgress progress = new ConsoleProgress(console.err(), console.messages());
    PlanningRun.Setting setting =
        PlanningRun.Setting.of(folder, DatasetFolder.read(folder), scenario);
    Evaluation evaluation = setting.evaluate(plan, StopSignal.NEVER, progress);
    if (json) {
      console.out().println(asJson(evaluation));
    } else {
      new Report(console).evaluation(evaluation);
    }
    return evaluation.broken().isEmpty()
        ? CommandLineInterface.DONE
        : CommandLineInterface.REQUEST_BROKEN;
  }

  private static String asJson(Evaluation evaluation) throws JsonProcessingException {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("headline", Evaluation.figures(evaluation.headline()));
    document.put("ways", evaluation.ways().figures());
    document.put("yuanPerYear", evaluation.yuanPerYear());
    document.put("objectiveYuan", evaluation.objectiveYuan());
    document.put("rules", evaluation.rules());
    return new ObjectMapper()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .writeValueAsString(document);
  }
}
