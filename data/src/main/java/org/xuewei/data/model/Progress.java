package org.xuewei.data.model;

/** Told by long work how far it is. Implementations are cheap and thread-safe. */
public interface Progress {
  /** Reports nothing. */
  Progress SILENT =
      (name, total) ->
          new Phase() {
            @Override
            public void advance(long count) {}

            @Override
            public void note(String text) {}

            @Override
            public void close() {}
          };

  /**
   * Begins a phase.
   *
   * @param total the expected number of steps, 0 when unknown
   */
  Phase start(String name, long total);

  /** One phase; closing it ends the phase. */
  interface Phase extends AutoCloseable {
    void advance(long count);

    /** Replaces the phase's free text, for example {@code best 412,300 bound 398,900 gap 3.3%}. */
    void note(String text);

    @Override
    void close();
  }
}
