package org.xuewei.planner.program;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xuewei.data.model.StopSignal;

/** Room for one child at a time. Held by one thread at a time; any may end or retire the child. */
final class Seat {
  /** A minute. */
  private static final int POLLS_BEFORE_GREETING = 3_000;

  private final List<String> options;
  private volatile @Nullable Child child;

  /** Whether a thread holds it; guarded by the solver's lock. */
  boolean taken;

  Seat(List<String> options) {
    this.options = options;
  }

  boolean holds(Child other) {
    return child == other && other.isAlive();
  }

  boolean isRunning() {
    Child now = child;
    return now != null && now.isAlive();
  }

  /** Whether its child ended by itself since its last answer. */
  boolean hasLostItsChild() {
    Child now = child;
    return now != null && !now.isAlive();
  }

  /** The child, started when there is none that lives. */
  Child running(StopSignal stop) throws ChildEndedException {
    Child now = child;
    return now != null && now.isAlive() ? now : start(stop);
  }

  private Child start(StopSignal stop) throws ChildEndedException {
    try {
      Child started = Child.start(options);
      child = started;
      int[] polls = {0};
      String missing =
          started
              .answer(() -> stop.stopRequested() || ++polls[0] > POLLS_BEFORE_GREETING)
              .readUTF();
      if (!missing.isEmpty()) {
        end();
        throw new ChildEndedException("no native library of solvers: " + missing, false);
      }
      return started;
    } catch (IOException e) {
      throw new ChildEndedException("no solver process: " + e.getMessage(), false);
    }
  }

  /** Ends the child, if any, whatever it does. */
  void end() {
    Child now = child;
    child = null;
    if (now != null) {
      now.end();
    }
  }

  /** Lets the child go, if any, which has nothing to do. */
  void retire() {
    Child now = child;
    child = null;
    if (now != null) {
      now.retire();
    }
  }
}
