package org.xuewei.planner.program;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.xuewei.data.model.StopSignal;

/**
 * Solves programs by native solvers, SCIP and GLOP of OR-Tools, in child processes: a fault there
 * costs one solve and not our process, a stop request ends the solve at once, and memory is
 * bounded. Processes start when they are first needed, each with at most 1 GB of Java heap beside
 * what the solver takes, and end with {@link #close} or with our process, however that ends.
 *
 * <p>Thread-safe: as many threads as there are processes solve at once, others wait. Solutions
 * depend on the program and the limits alone, whatever thread and process.
 */
public final class ProgramSolver implements AutoCloseable {
  private static final int WAIT_MILLISECONDS = 20;

  private final List<Seat> seats = new ArrayList<>();
  private final AtomicInteger crashes = new AtomicInteger();
  private final AtomicLong sessions = new AtomicLong();
  private final Thread atExit = new Thread(this::endAll, "end of solver processes");
  private volatile boolean closed;
  private volatile boolean exiting;
  private volatile boolean hasRun;
  private volatile String missing = "";

  /**
   * @param processes most at a time, at least 1
   */
  public ProgramSolver(int processes) {
    this(processes, List.of());
  }

  /**
   * @param javaOptions for the Java machine of every process, as {@code -Xmx4g}
   */
  public ProgramSolver(int processes, List<String> javaOptions) {
    if (processes < 1) {
      throw new IllegalArgumentException("processes is " + processes);
    }
    for (int k = 0; k < processes; k++) {
      seats.add(new Seat(List.copyOf(javaOptions)));
    }
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /**
   * Searches whole numbers by SCIP.
   *
   * @param stop asked every 20 ms; a request ends the process and the search
   * @return none when stopped, when the process ended by itself and when there is no native library
   * @throws IllegalArgumentException if the program sets a pair of row and column twice
   * @throws IllegalStateException if this solver is closed
   */
  public ProgramSolution solveWhole(Program program, SearchLimits limits, StopSignal stop) {
    byte[] request =
        Request.WHOLE.message(
            out -> {
              limits.writeTo(out);
              Extent.NOTHING.writeBeyond(program, out);
              Hints.write(program, out);
            });
    return solve(child -> request, Optional.empty(), program.extent(), stop);
  }

  /** A session for a program that may still be empty; to be closed. */
  public LinearSession linear(Program program) {
    return new LinearSession(this, program, sessions.incrementAndGet());
  }

  /**
   * Whether processes start here and have their native library. The first call starts one.
   *
   * @throws IllegalStateException if this solver is closed
   */
  public boolean isAvailable() {
    if (!hasRun && missing.isEmpty()) {
      take(Optional.empty(), StopSignal.NEVER).ifPresent(this::tryOut);
    }
    return hasRun;
  }

  private void tryOut(Seat seat) {
    try {
      running(seat, StopSignal.NEVER);
    } catch (ChildEndedException e) {
      seat.end();
    } finally {
      release(seat);
    }
  }

  /** Why {@link #isAvailable} is false, for people; empty otherwise. */
  public String unavailableReason() {
    return missing;
  }

  /** Processes that ended by themselves so far. */
  public int crashes() {
    return crashes.get();
  }

  /** What to ask a child, which may have been asked before. */
  interface Question {
    byte[] to(Child child);
  }

  /**
   * @param home the child that should answer, if it still lives
   */
  ProgramSolution solve(Question question, Optional<Child> home, Extent extent, StopSignal stop) {
    Optional<Seat> free = take(home, stop);
    if (free.isEmpty()) {
      return ProgramSolution.none("stopped");
    }
    Seat seat = free.get();
    try {
      Child child = running(seat, stop);
      return solution(child.ask(question.to(child), stop), extent);
    } catch (ChildEndedException e) {
      seat.end();
      if (hasRun && !e.wanted()) {
        crashes.incrementAndGet();
      }
      return ProgramSolution.none(e.reason());
    } finally {
      release(seat);
    }
  }

  private static ProgramSolution solution(DataInputStream answer, Extent extent)
      throws ChildEndedException {
    try {
      String refused = answer.readUTF();
      if (!refused.isEmpty()) {
        throw new IllegalArgumentException(refused);
      }
      return ProgramSolution.readFrom(answer, extent);
    } catch (IOException e) {
      throw new ChildEndedException("the solver process answers nonsense: " + e, false);
    }
  }

  private Child running(Seat seat, StopSignal stop) throws ChildEndedException {
    if (!missing.isEmpty()) {
      throw new ChildEndedException(missing, false);
    }
    if (seat.hasLostItsChild()) {
      crashes.incrementAndGet();
    }
    try {
      Child child = seat.running(stop);
      hasRun = true;
      return child;
    } catch (ChildEndedException e) {
      if (!hasRun && !e.wanted()) {
        missing = e.reason();
      }
      throw e;
    }
  }

  /** The child's seat as soon as it is free, or any free seat; empty at a stop request. */
  private Optional<Seat> take(Optional<Child> home, StopSignal stop) {
    try {
      while (!stop.stopRequested() && !exiting) {
        synchronized (seats) {
          if (closed) {
            throw new IllegalStateException("the solver is closed");
          }
          Optional<Seat> free = free(home);
          if (free.isPresent()) {
            free.get().taken = true;
            return free;
          }
          seats.wait(WAIT_MILLISECONDS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }

  private Optional<Seat> free(Optional<Child> home) {
    Optional<Seat> wanted = home.flatMap(this::seatOf);
    if (wanted.isPresent()) {
      return wanted.filter(seat -> !seat.taken);
    }
    return seats.stream()
        .filter(seat -> !seat.taken)
        .min(Comparator.comparing(seat -> !seat.isRunning()));
  }

  private Optional<Seat> seatOf(Child child) {
    return seats.stream().filter(seat -> seat.holds(child)).findFirst();
  }

  private void release(Seat seat) {
    synchronized (seats) {
      seat.taken = false;
      seats.notifyAll();
      if (closed || exiting) {
        seat.end();
      }
    }
  }

  /** Solves find nothing from now on, so that who was stopped can still write what there is. */
  private void endAll() {
    exiting = true;
    seats.forEach(Seat::end);
  }

  /** Ends all processes and waits until they are gone; solves of other threads end with nothing. */
  @Override
  public void close() {
    synchronized (seats) {
      closed = true;
      seats.forEach(
          seat -> {
            if (seat.taken) seat.end();
            else seat.retire();
          });
    }
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // our process is ending, and the hook runs
    }
  }
}
