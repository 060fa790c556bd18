package org.xuewei.api;

import org.xuewei.api.cli.CommandLineInterface;

/** Entry point of {@code ./xuewei}. */
public final class App {
  private App() {}

  public static void main(String[] arguments) {
    System.exit(CommandLineInterface.run(arguments, System.out, System.err));
  }
}
