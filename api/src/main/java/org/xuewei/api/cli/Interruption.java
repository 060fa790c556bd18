package org.xuewei.api.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.xuewei.data.model.StopSignal;

/**
 * Turns Ctrl-C into a stop signal: the search ends, the best plan so far is written, then the
 * process ends. Closing it gives Ctrl-C its usual meaning back.
 */
final class Interruption implements StopSignal, AutoCloseable {
  private static final long MOST_SECONDS_TO_WRITE = 60;

  private final CountDownLatch written = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stopAndWait, "interruption");
  private volatile boolean stopRequested;

  Interruption() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void stopAndWait() {
    stopRequested = true;
    try {
      written.await(MOST_SECONDS_TO_WRITE, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean stopRequested() {
    return stopRequested;
  }

  @Override
  public void close() {
    written.countDown();
    if (!stopRequested) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }
}
