package org.xuewei.data.file;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.xuewei.data.model.Scenario;

/** How one run went: everything that two equal runs need not share, kept out of the plan. */
public record Run(
    String planId,
    Instant started,
    List<Phase> phases,
    String engineVersion,
    String javaVersion,
    Scenario.Effort effort,
    EndedBy endedBy) {
  public Run {
    phases = List.copyOf(phases);
  }

  /** A part of the run with its wall-clock time. */
  public record Phase(String name, Duration duration) {}

  /** What ended the search. */
  public enum EndedBy {
    /** The counted effort was used up: the same run gives the same plan. */
    EFFORT,
    /** The best possible plan was proved. */
    OPTIMUM,
    /** The time limit; another machine may get further. */
    TIME,
    /** Somebody stopped it. */
    REQUEST
  }
}
