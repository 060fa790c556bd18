package org.xuewei.data.model;

/** Asked by long work between steps; the only way in which time or a user reaches a solver. */
@FunctionalInterface
public interface StopSignal {
  StopSignal NEVER = () -> false;

  boolean stopRequested();
}
