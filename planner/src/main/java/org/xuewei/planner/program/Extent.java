package org.xuewei.planner.program;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** How far a program has grown; what comes after it is new. */
record Extent(int columns, int rows, int entries) {
  static final Extent NOTHING = new Extent(0, 0, 0);

  /** Writes what the program has beyond this extent, hints aside. */
  void writeBeyond(Program program, DataOutput out) throws IOException {
    Extent now = program.extent();
    for (int count : new int[] {columns, rows, entries, now.columns, now.rows, now.entries}) {
      out.writeInt(count);
    }
    for (int column = columns; column < now.columns; column++) {
      out.writeDouble(program.columnLower(column));
      out.writeDouble(program.columnUpper(column));
      out.writeBoolean(program.isWhole(column));
      out.writeDouble(program.cost(column));
    }
    for (int row = rows; row < now.rows; row++) {
      out.writeDouble(program.rowLower(row));
      out.writeDouble(program.rowUpper(row));
    }
    for (int entry = entries; entry < now.entries; entry++) {
      out.writeInt(program.entryRow(entry));
      out.writeInt(program.entryColumn(entry));
      out.writeDouble(program.coefficient(entry));
    }
  }

  /**
   * Grows a program by what {@link #writeBeyond} wrote.
   *
   * @throws IOException if it was not written for a program of this extent
   */
  static void readInto(Program program, DataInput in) throws IOException {
    Extent from = new Extent(in.readInt(), in.readInt(), in.readInt());
    Extent to = new Extent(in.readInt(), in.readInt(), in.readInt());
    if (!from.equals(program.extent())) {
      throw new IOException("growth from " + from + " for a program of " + program.extent());
    }
    for (int column = from.columns; column < to.columns; column++) {
      program.addColumn(in.readDouble(), in.readDouble(), in.readBoolean(), in.readDouble());
    }
    for (int row = from.rows; row < to.rows; row++) {
      program.addRow(in.readDouble(), in.readDouble());
    }
    for (int entry = from.entries; entry < to.entries; entry++) {
      program.set(in.readInt(), in.readInt(), in.readDouble());
    }
  }
}
