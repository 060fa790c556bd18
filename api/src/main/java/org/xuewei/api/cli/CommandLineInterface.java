package org.xuewei.api.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.xuewei.data.model.InputException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * The verbs of {@code ./xuewei}. Exit codes: 0 done, 2 input that somebody can put right, 3 a
 * result that breaks a request, 1 our fault.
 */
@Command(
    name = "xuewei",
    mixinStandardHelpOptions = true,
    versionProvider = CommandLineInterface.Version.class,
    resourceBundle = Messages.BUNDLE)
public final class CommandLineInterface {
  static final int DONE = 0;
  static final int OUR_FAULT = 1;
  static final int INPUT = 2;
  static final int REQUEST_BROKEN = 3;

  @Option(names = "--lang", scope = ScopeType.INHERIT, paramLabel = "zh|en")
  private String language = "";

  private CommandLineInterface() {}

  /**
   * Runs one command and returns its exit code. Results go to {@code out}, words to {@code err}.
   */
  public static int run(String[] arguments, PrintStream out, PrintStream err) {
    Locale locale = localeOf(arguments);
    Locale.setDefault(locale);
    Console console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Messages.of(locale));
    CommandLine line = new CommandLine(new CommandLineInterface());
    line.addSubcommand(new DemoCommand(console));
    line.addSubcommand(new GenerateCommand(console));
    line.addSubcommand(new ImportCommand(console));
    line.addSubcommand(new CheckCommand(console));
    line.addSubcommand(new PlanCommand(console));
    line.addSubcommand(new EvaluateCommand(console));
    line.addSubcommand(new BenchCommand(console));
    line.setResourceBundle(console.messages().bundle());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(true);
    line.setOut(new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), true));
    line.setErr(new PrintWriter(new OutputStreamWriter(err, StandardCharsets.UTF_8), true));
    line.setExecutionExceptionHandler(
        (failure, command, result) -> {
          if (failure instanceof InputException) {
            console.say("error", String.valueOf(failure.getMessage()));
            return INPUT;
          }
          console.say("fault", failure.toString());
          failure.printStackTrace(console.err());
          return OUR_FAULT;
        });
    if (arguments.length == 0) {
      line.usage(console.err());
      return INPUT;
    }
    return line.execute(arguments);
  }

  /**
   * Checks an option's number.
   *
   * @throws InputException when it is outside its range, both ends included
   */
  static void within(long least, long most, String option, long number) {
    if (number < least || number > most) {
      throw new InputException(
          "%s is %d, expected a whole number from %d to %d".formatted(option, number, least, most));
    }
  }

  /** The language of {@code --lang}, else of the environment. */
  private static Locale localeOf(String[] arguments) {
    for (int k = 0; k < arguments.length; k++) {
      if (arguments[k].equals("--lang") && k + 1 < arguments.length) {
        return Messages.localeOf(arguments[k + 1]);
      }
      if (arguments[k].startsWith("--lang=")) {
        return Messages.localeOf(arguments[k].substring("--lang=".length()));
      }
    }
    String lang = System.getenv("LC_ALL");
    if (lang == null || lang.isEmpty()) {
      lang = System.getenv("LANG");
    }
    return Messages.localeOf(lang == null ? "" : lang);
  }

  /** The version that stands in the jar's manifest. */
  static final class Version implements IVersionProvider {
    static String engine() {
      String version = CommandLineInterface.class.getPackage().getImplementationVersion();
      return version == null ? "development" : version;
    }

    @Override
    public String[] getVersion() {
      return new String[] {"xuewei " + engine()};
    }
  }
}
