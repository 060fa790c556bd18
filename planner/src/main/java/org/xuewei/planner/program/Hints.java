package org.xuewei.planner.program;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The hints of a program on their way; all of them, since they may change. */
final class Hints {
  private Hints() {}

  static void write(Program program, DataOutput out) throws IOException {
    for (int column = 0; column < program.columns(); column++) {
      out.writeDouble(program.hint(column));
    }
  }

  static void readInto(Program program, DataInput in) throws IOException {
    for (int column = 0; column < program.columns(); column++) {
      double hint = in.readDouble();
      if (!Double.isNaN(hint)) {
        program.hint(column, hint);
      }
    }
  }
}
