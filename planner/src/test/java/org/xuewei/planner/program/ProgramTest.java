package org.xuewei.planner.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgramTest {
  private static final double FREE = Double.POSITIVE_INFINITY;

  @Test
  void countsColumnsAndRowsFromZero() {
    Program program = new Program();
    assertThat(program.addColumn(0, FREE, false, 1)).isZero();
    assertThat(program.addColumn(-FREE, FREE, true, 0)).isEqualTo(1);
    assertThat(program.addRow(-FREE, FREE)).isZero();
    assertThat(program.columns()).isEqualTo(2);
    assertThat(program.rows()).isEqualTo(1);
  }

  @Test
  void refusesWhatIsNoNumberAndBoundsThatCross() {
    Program program = new Program();
    program.addColumn(0, 1, false, 0);
    program.addRow(0, 0);
    assertThatThrownBy(() -> program.addColumn(Double.NaN, 1, false, 0)).isInstanceOf(ARGUMENT);
    assertThatThrownBy(() -> program.addColumn(0, Double.NaN, false, 0)).isInstanceOf(ARGUMENT);
    assertThatThrownBy(() -> program.addColumn(0, 1, false, Double.NaN)).isInstanceOf(ARGUMENT);
    assertThatThrownBy(() -> program.addColumn(0, 1, false, FREE)).isInstanceOf(ARGUMENT);
    assertThatThrownBy(() -> program.addColumn(2, 1, false, 0)).isInstanceOf(ARGUMENT);
    assertThatThrownBy(() -> program.addColumn(FREE, FREE, false, 0)).isInstanceOf(ARGUMENT);
    assertThatThrownBy(() -> program.addRow(Double.NaN, 1)).isInstanceOf(ARGUMENT);
    assertThatThrownBy(() -> program.addRow(-FREE, -FREE)).isInstanceOf(ARGUMENT);
    assertThatThrownBy(() -> program.set(0, 0, Double.NaN)).isInstanceOf(ARGUMENT);
    assertThatThrownBy(() -> program.hint(0, Double.NaN)).isInstanceOf(ARGUMENT);
    assertThatThrownBy(() -> program.set(1, 0, 1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> program.set(0, 1, 1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  private static final Class<IllegalArgumentException> ARGUMENT = IllegalArgumentException.class;

  @Test
  void growthArrivesAsItLeft() throws IOException {
    Program program = Knapsacks.small();
    Program copy = new Program();
    send(Extent.NOTHING, program, copy);
    Extent before = program.extent();
    program.addRow(-FREE, 3);
    program.set(1, 2, 0.5);
    assertThatThrownBy(() -> send(Extent.NOTHING, program, copy)).isInstanceOf(IOException.class);
    send(before, program, copy);
    assertThat(copy.extent()).isEqualTo(program.extent());
    assertThat(copy.coefficient(4)).isEqualTo(0.5);
    assertThat(copy.isWhole(3)).isTrue();
    assertThat(copy.rowLower(1)).isEqualTo(-FREE);
  }

  private static void send(Extent from, Program program, Program to) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    from.writeBeyond(program, new DataOutputStream(bytes));
    Extent.readInto(to, new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
  }

  @Test
  void messagesAreFoundBetweenWordsOfANativeLibrary() throws IOException {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    stream.write("SCIP version 8\n".getBytes(StandardCharsets.UTF_8));
    Frames.write(stream, new byte[] {1, 2, 3});
    stream.write("presolving:".getBytes(StandardCharsets.UTF_8));
    Frames.write(stream, new byte[0]);
    ByteArrayInputStream in = new ByteArrayInputStream(stream.toByteArray());
    assertThat(Frames.read(in)).containsExactly(1, 2, 3);
    assertThat(Frames.read(in)).isEmpty();
    assertThatThrownBy(() -> Frames.read(in)).isInstanceOf(EOFException.class);
  }

  @Test
  void cutAndOverlongMessagesAreErrors() throws IOException {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    Frames.write(stream, new byte[] {1, 2, 3});
    byte[] bytes = stream.toByteArray();
    assertThatThrownBy(() -> Frames.read(new ByteArrayInputStream(bytes, 0, bytes.length - 1)))
        .isInstanceOf(EOFException.class);
    bytes[8] = (byte) 0xFF;
    assertThatThrownBy(() -> Frames.read(new ByteArrayInputStream(bytes)))
        .hasMessageContaining("bytes");
  }
}
