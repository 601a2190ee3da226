package org.waymark.speed;

import java.util.stream.Stream;

/** The processor time of this JVM and of the processes it started, PostgreSQL's among them. */
public final class ServerTime {
  private ServerTime() {}

  /** As long as they live; a process that ended takes its part with it. */
  public static double seconds() {
    return Stream.concat(Stream.of(ProcessHandle.current()), ProcessHandle.current().descendants())
        .flatMap(process -> process.info().totalCpuDuration().stream())
        .mapToDouble(spent -> spent.toNanos() / 1e9)
        .sum();
  }

  /** Waits until the server has done what it does after something arrived. */
  public static void settle() throws InterruptedException {
    double before;
    do {
      before = seconds();
      Thread.sleep(2_000);
    } while (seconds() - before > 0.3);
  }
}
