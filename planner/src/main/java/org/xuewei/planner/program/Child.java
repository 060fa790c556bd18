package org.xuewei.planner.program;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.xuewei.data.model.StopSignal;

/**
 * A solver process as its parent sees it. One thread at a time asks; {@link #end} may be called
 * from any.
 */
final class Child {
  private static final int POLL_MILLISECONDS = 20;

  /** Long enough to remove the unpacked library; then the process is ended by force. */
  private static final int FAREWELL_MILLISECONDS = 600;

  private static final List<String> OPTIONS =
      List.of(
          "-XX:+IgnoreUnrecognizedVMOptions",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:-UsePerfData",
          "-XX:+ExitOnOutOfMemoryError",
          "-XX:+DisplayVMOutputToStderr",
          "-XX:+ErrorFileToStderr",
          "-XX:-CreateCoredumpOnCrash",
          "-Xmx1g",
          "-Dfile.encoding=UTF-8");

  private final Process process;
  private final OutputStream requests;
  private final BlockingQueue<Optional<byte[]>> answers = new LinkedBlockingQueue<>();
  private final LastLines words;
  private volatile boolean ended;

  private Child(Process process) {
    this.process = process;
    this.requests = process.getOutputStream();
    this.words = new LastLines(process.getErrorStream());
    Thread reader =
        new Thread(() -> readAll(process.getInputStream()), "answers of a solver process");
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * Starts a process with our Java, class path and folder for temporary files.
   *
   * @param options of the Java machine, after our own
   * @throws IOException if there is no such Java or no memory for it
   */
  static Child start(List<String> options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + "/bin/java");
    command.addAll(OPTIONS);
    command.add("-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"));
    command.add("-Djava.library.path=" + System.getProperty("java.library.path"));
    command.addAll(options);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(SolverProcess.class.getName());
    return new Child(new ProcessBuilder(command).start());
  }

  private void readAll(InputStream stream) {
    try (InputStream in = new BufferedInputStream(stream)) {
      while (true) {
        answers.add(Optional.of(Frames.read(in)));
      }
    } catch (IOException atEnd) {
      answers.add(Optional.empty());
    }
  }

  boolean isAlive() {
    return process.isAlive() && !ended;
  }

  /** The next answer; a stop request ends the process. */
  DataInputStream answer(StopSignal stop) throws ChildEndedException {
    try {
      Optional<byte[]> answer = null;
      while (answer == null) {
        answer = answers.poll(POLL_MILLISECONDS, TimeUnit.MILLISECONDS);
        if (answer == null && stop.stopRequested()) {
          end();
          throw new ChildEndedException("stopped", true);
        }
      }
      if (answer.isEmpty()) {
        throw farewell();
      }
      return new DataInputStream(new ByteArrayInputStream(answer.get()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      end();
      throw new ChildEndedException("interrupted", true);
    }
  }

  private ChildEndedException farewell() throws InterruptedException {
    boolean wanted = ended;
    signal();
    boolean isGone = process.waitFor(FAREWELL_MILLISECONDS, TimeUnit.MILLISECONDS);
    String code = isGone ? " with code " + process.exitValue() : "";
    String lastWords = words.atEnd();
    end();
    return new ChildEndedException("the solver process ended" + code + ": " + lastWords, wanted);
  }

  DataInputStream ask(byte[] request, StopSignal stop) throws ChildEndedException {
    tell(request);
    return answer(stop);
  }

  /** Sends what needs no answer, from any thread; whether it arrived shows at the next answer. */
  synchronized void tell(byte[] request) {
    try {
      Frames.write(requests, request);
    } catch (IOException e) {
      signal();
    }
  }

  /** Asks the process to end; other than {@link Process#destroy} it leaves its words readable. */
  private void signal() {
    process.toHandle().destroy();
  }

  /** Lets a process go that has nothing to do, and waits until it is gone. */
  void retire() {
    try {
      requests.close();
      process.waitFor(FAREWELL_MILLISECONDS, TimeUnit.MILLISECONDS);
    } catch (IOException e) {
      // it is gone already
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    end();
  }

  /** Ends the process, whatever it does, and waits until it is gone. Again is harmless. */
  void end() {
    ended = true;
    process.destroy();
    try {
      if (!process.waitFor(FAREWELL_MILLISECONDS, TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
