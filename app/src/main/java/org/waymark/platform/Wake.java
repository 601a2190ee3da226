package org.waymark.platform;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Tells sleeping workers that there is work, many calls counting as one. */
@Component
class Wake {
  private final Semaphore bell = new Semaphore(0);

  void now() {
    if (bell.availablePermits() == 0) {
      bell.release();
    }
  }

  /** Waits for the bell or the time to be over. */
  void sleep(Duration atMost) throws InterruptedException {
    if (bell.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      bell.drainPermits();
    }
  }
}
