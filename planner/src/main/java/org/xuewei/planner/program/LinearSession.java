package org.xuewei.planner.program;

import java.util.Optional;
import org.xuewei.data.model.StopSignal;

/**
 * A program without its whole numbers that is solved again and again by GLOP while it grows. The
 * model stays in one process, which is sent what is new and goes on from its last basis; when that
 * process is lost, another is sent everything. Equal programs grown and solved in equal steps have
 * equal solutions as long as no process is lost. Not thread-safe; other threads may use the same
 * {@link ProgramSolver}.
 */
public final class LinearSession implements AutoCloseable {
  private final ProgramSolver solver;
  private final Program program;
  private final long number;
  private Optional<Child> home = Optional.empty();
  private Extent sent = Extent.NOTHING;

  LinearSession(ProgramSolver solver, Program program, long number) {
    this.solver = solver;
    this.program = program;
    this.number = number;
  }

  /**
   * Solves the program as it is now.
   *
   * @param stop asked every 20 ms; a request ends the process
   * @return never {@link ProgramSolution.Status#FEASIBLE}
   * @throws IllegalArgumentException if the program sets a pair of row and column twice
   * @throws IllegalStateException if the solver is closed
   */
  public ProgramSolution solve(StopSignal stop) {
    return solver.solve(this::request, home, program.extent(), stop);
  }

  private byte[] request(Child child) {
    Extent from = home.filter(last -> last == child).isPresent() ? sent : Extent.NOTHING;
    home = Optional.of(child);
    sent = program.extent();
    return Request.LINEAR.message(
        out -> {
          out.writeLong(number);
          from.writeBeyond(program, out);
        });
  }

  /** Frees the model in its process. */
  @Override
  public void close() {
    home.filter(Child::isAlive)
        .ifPresent(child -> child.tell(Request.FORGET.message(out -> out.writeLong(number))));
    home = Optional.empty();
  }
}
