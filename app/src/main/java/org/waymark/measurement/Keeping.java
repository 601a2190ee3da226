package org.waymark.measurement;

import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.waymark.platform.Tenancy;

/**
 * Keeps results in a transaction of their own. Inside somebody else's transaction that would hold
 * locks until it ends, so there it is left to a thread that holds none.
 */
@Component
class Keeping implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(Keeping.class);

  private final Tenancy tenancy;
  private final ExecutorService later =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("keeping").factory());

  Keeping(Tenancy tenancy) {
    this.tenancy = tenancy;
  }

  /** Does it for the bound workspace, now or soon. */
  void keep(Runnable work) {
    UUID workspace = tenancy.current();
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      later.execute(
          () -> {
            try {
              tenancy.run(workspace, work);
            } catch (RuntimeException notKept) {
              LOG.warn("Results were not kept; they will be computed again", notKept);
            }
          });
    } else {
      tenancy.run(workspace, work);
    }
  }

  @Override
  public void destroy() {
    later.shutdown();
  }
}
