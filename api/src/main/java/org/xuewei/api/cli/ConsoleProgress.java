package org.xuewei.api.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.xuewei.data.model.Progress;

/**
 * Prints the progress of long work: a line a phase at least every few seconds, one when the phase
 * ends, and a table of all phases. Thread-safe.
 */
final class ConsoleProgress implements Progress {
  private static final long SECONDS_BETWEEN_LINES = 5;

  private final PrintStream err;
  private final Messages messages;
  private final List<ConsolePhase> phases = new ArrayList<>();
  private final long startNanos = System.nanoTime();

  ConsoleProgress(PrintStream err, Messages messages) {
    this.err = err;
    this.messages = messages;
  }

  @Override
  public Phase start(String name, long total) {
    return start(name, words(name), total);
  }

  /** Names in its lines what is worked on, for example {@code planned}; the table sums it all. */
  Progress about(String subject) {
    return (name, total) -> start(name, messages.text("subject." + subject, words(name)), total);
  }

  private synchronized Phase start(String name, String heading, long total) {
    ConsolePhase phase = new ConsolePhase(name, heading, total);
    phases.add(phase);
    return phase;
  }

  /** Seconds by phase name, in the order of their start; phases of one name are summed. */
  synchronized Map<String, Double> secondsByPhase() {
    Map<String, Double> seconds = new LinkedHashMap<>();
    phases.forEach(phase -> seconds.merge(phase.name, phase.seconds(), Double::sum));
    return seconds;
  }

  double totalSeconds() {
    return (System.nanoTime() - startNanos) / 1e9;
  }

  synchronized void printTable() {
    err.println();
    secondsByPhase()
        .forEach(
            (name, seconds) -> err.printf(Locale.ROOT, "  %7.1f s  %s%n", seconds, words(name)));
    err.printf(Locale.ROOT, "  %7.1f s  %s%n", totalSeconds(), messages.text("progress.total"));
  }

  private String words(String phaseName) {
    return messages.textOr("phase." + phaseName.replace(' ', '-'), phaseName);
  }

  /** The planner speaks English; the few words of its notes are in the bundle. */
  private String translated(String note) {
    return Arrays.stream(note.split(" ", -1))
        .map(word -> messages.textOr("note." + word, word))
        .collect(Collectors.joining(" "));
  }

  private final class ConsolePhase implements Phase {
    private final String name;
    private final String heading;
    private final long total;
    private final long startNanos = System.nanoTime();
    private final AtomicLong count = new AtomicLong();
    private final AtomicLong lastLineNanos = new AtomicLong(startNanos);
    private volatile String note = "";
    private volatile long endNanos;

    ConsolePhase(String name, String heading, long total) {
      this.name = name;
      this.heading = heading;
      this.total = total;
    }

    double seconds() {
      return ((endNanos == 0 ? System.nanoTime() : endNanos) - startNanos) / 1e9;
    }

    @Override
    public void advance(long more) {
      count.addAndGet(more);
      printWhenDue();
    }

    @Override
    public void note(String text) {
      note = text;
      printWhenDue();
    }

    @Override
    public void close() {
      if (endNanos == 0) {
        endNanos = System.nanoTime();
        print();
      }
    }

    /** The last step is told by the line that ends the phase. */
    private void printWhenDue() {
      if (total > 0 && count.get() >= total) {
        return;
      }
      long now = System.nanoTime();
      long last = lastLineNanos.get();
      if (now - last >= SECONDS_BETWEEN_LINES * 1_000_000_000L
          && lastLineNanos.compareAndSet(last, now)) {
        print();
      }
    }

    private void print() {
      StringBuilder line = new StringBuilder(heading);
      long done = count.get();
      if (done > 0) {
        line.append("  [ ").append(String.format(messages.locale(), "%,d", done));
        if (total > 0) {
          line.append(String.format(Locale.ROOT, " %d%%", Math.min(100, done * 100 / total)));
        }
        line.append(
            String.format(
                messages.locale(), " %,d/s ]", Math.round(done / Math.max(1e-3, seconds()))));
      }
      if (!note.isEmpty()) {
        line.append("  ").append(translated(note));
      }
      line.append(String.format(Locale.ROOT, "  %.1f s", seconds()));
      synchronized (err) {
        err.println(line);
      }
    }
  }
}
