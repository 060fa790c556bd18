package org.xuewei.planner.program;

import com.google.ortools.Loader;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The process that solves: greets, then takes requests from standard input, solves one at a time
 * and answers on standard output. It ends with its input, and so with whoever started it, even in
 * the middle of a solve; and with a non-zero code at any fault of its own.
 */
final class SolverProcess {
  private final OutputStream answers;
  private final Map<Long, GlopModel> linear = new HashMap<>();

  private SolverProcess(OutputStream answers) {
    this.answers = answers;
  }

  public static void main(String[] arguments) throws IOException {
    SolverProcess process = new SolverProcess(System.out);
    System.setOut(System.err);
    process.greet();
    BlockingQueue<byte[]> requests = new LinkedBlockingQueue<>();
    Thread solver = new Thread(() -> process.answerAll(requests), "solver");
    solver.setDaemon(true);
    solver.setUncaughtExceptionHandler(
        (thread, fault) -> {
          fault.printStackTrace();
          Runtime.getRuntime().exit(1);
        });
    solver.start();
    readAll(requests);
  }

  /** Tells why there is no native library, or nothing when there is one. */
  private void greet() throws IOException {
    send(
        out -> {
          try {
            Loader.loadNativeLibraries();
            out.writeUTF("");
          } catch (RuntimeException | LinkageError e) {
            out.writeUTF(e.toString());
          }
        });
  }

  private static void readAll(BlockingQueue<byte[]> requests) throws IOException {
    InputStream in = new BufferedInputStream(System.in);
    try {
      while (true) {
        requests.add(Frames.read(in));
      }
    } catch (EOFException atEnd) {
      // the parent has closed its end or is gone
    }
  }

  private void answerAll(BlockingQueue<byte[]> requests) {
    try {
      while (true) {
        answer(new DataInputStream(new ByteArrayInputStream(requests.take())));
      }
    } catch (InterruptedException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void answer(DataInputStream request) throws IOException {
    switch (Request.of(request.readUnsignedByte())) {
      case WHOLE -> answer(() -> solveWhole(request));
      case LINEAR -> answer(() -> solveLinear(request));
      case FORGET -> forget(request.readLong());
    }
  }

  private interface Solve {
    ProgramSolution run() throws IOException;
  }

  /** The solution behind an empty text, or the text that says what is wrong with the program. */
  private void answer(Solve solve) throws IOException {
    send(
        out -> {
          try {
            ProgramSolution solution = solve.run();
            out.writeUTF("");
            solution.writeTo(out);
          } catch (IllegalArgumentException e) {
            out.writeUTF(String.valueOf(e.getMessage()));
          }
        });
  }

  private static ProgramSolution solveWhole(DataInputStream request) throws IOException {
    SearchLimits limits = SearchLimits.readFrom(request);
    Program program = new Program();
    Extent.readInto(program, request);
    Hints.readInto(program, request);
    return new ScipModel(program).solve(limits);
  }

  private ProgramSolution solveLinear(DataInputStream request) throws IOException {
    GlopModel model = linear.computeIfAbsent(request.readLong(), session -> new GlopModel());
    Extent.readInto(model.program(), request);
    return model.solve();
  }

  private void forget(long session) {
    GlopModel model = linear.remove(session);
    if (model != null) {
      model.close();
    }
  }

  private void send(Request.Body body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    body.writeTo(new DataOutputStream(bytes));
    Frames.write(answers, bytes.toByteArray());
  }
}
