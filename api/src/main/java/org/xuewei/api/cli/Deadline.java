package org.xuewei.api.cli;

import java.util.Optional;
import org.xuewei.data.model.StopSignal;

/** Stops at a moment, or earlier when somebody asks for it. Immutable, thread-safe. */
final class Deadline implements StopSignal {
  private static final double NANOS = 1e9;

  private final StopSignal request;
  private final long start;
  private final long end;

  private Deadline(StopSignal request, long start, long end) {
    this.request = request;
    this.start = start;
    this.end = end;
  }

  /** Stops after so many seconds from now, or at a request; without seconds at a request alone. */
  static StopSignal of(Optional<Integer> seconds, StopSignal request) {
    long now = System.nanoTime();
    return seconds
        .<StopSignal>map(number -> new Deadline(request, now, now + (long) (number * NANOS)))
        .orElse(request);
  }

  @Override
  public boolean stopRequested() {
    return request.stopRequested() || System.nanoTime() - end >= 0;
  }

  @Override
  public double spent() {
    double gone = System.nanoTime() - start;
    return Math.min(1, gone / Math.max(1, end - start));
  }

  @Override
  public StopSignal within(double share) {
    long now = System.nanoTime();
    return new Deadline(request, now, now + (long) (share * Math.max(0, end - now)));
  }
}
