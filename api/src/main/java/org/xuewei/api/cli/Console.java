package org.xuewei.api.cli;

import java.io.PrintStream;

/** Where a command speaks: results to {@code out}, words to {@code err}, in the user's language. */
record Console(PrintStream out, PrintStream err, Messages messages) {
  /** Prints the text of a key to {@code err}. */
  void say(String key, Object... arguments) {
    err.println(messages.text(key, arguments));
  }
}
