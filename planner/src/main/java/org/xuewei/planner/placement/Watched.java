package org.xuewei.planner.placement;

import java.util.concurrent.atomic.AtomicBoolean;
import org.xuewei.data.model.StopSignal;

/**
 * A stop signal that remembers whether it, or a part of it, has stopped anything. Thread-safe when
 * the signal that it asks is.
 */
final class Watched implements StopSignal {
  private final StopSignal signal;
  private final AtomicBoolean hasStopped;

  Watched(StopSignal signal) {
    this(signal, new AtomicBoolean());
  }

  private Watched(StopSignal signal, AtomicBoolean hasStopped) {
    this.signal = signal;
    this.hasStopped = hasStopped;
  }

  boolean hasStopped() {
    return hasStopped.get();
  }

  @Override
  public boolean stopRequested() {
    boolean requested = signal.stopRequested();
    if (requested) {
      hasStopped.set(true);
    }
    return requested;
  }

  @Override
  public double spent() {
    return signal.spent();
  }

  @Override
  public Watched within(double share) {
    return new Watched(signal.within(share), hasStopped);
  }
}
