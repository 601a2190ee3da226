package org.waymark.measurement;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.waymark.measure.Cells;
import org.waymark.measure.DuckDbEngine;
import org.waymark.measure.PeriodPlan;
import org.waymark.measure.Plan;
import org.waymark.measure.fact.Fact;
import org.waymark.measure.fact.FactFiles;
import org.waymark.measure.fact.Limits;
import org.waymark.measure.metric.Dimension;
import org.waymark.platform.Home;

/**
 * Where plans are computed: on few threads of the operating system, because the engine must not run
 * on a request's virtual thread, and because two questions at once are enough for one machine.
 */
@Component
class EngineRoom implements DisposableBean {
  /** How many plans are computed at once; others wait. */
  private static final int AT_ONCE = 2;

  private final DuckDbEngine engine;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(AT_ONCE, Thread.ofPlatform().name("measuring-", 1).factory());

  EngineRoom(Home home) {
    this.engine = DuckDbEngine.open(home.facts(), Limits.modest(home.tmp().resolve("measuring")));
  }

  /** The cells of a plan; waits for its turn. */
  Cells compute(Plan plan, FactFiles files) {
    return files.files().isEmpty() ? Cells.NONE : call(() -> engine.compute(plan, files));
  }

  /** The cells of a plan of periods; waits for its turn. */
  Cells compute(PeriodPlan plan, FactFiles files) {
    return files.files().isEmpty() ? Cells.NONE : call(() -> engine.compute(plan, files));
  }

  /** The items behind a plan's numbers, by rising key number. */
  List<Fact> items(Plan plan, FactFiles files, long afterKey, int limit) {
    return files.files().isEmpty()
        ? List.of()
        : call(() -> engine.items(plan, files, afterKey, limit));
  }

  /** How many different values each dimension has among a plan's items. */
  Map<Dimension, Long> spread(Plan plan, FactFiles files, List<Dimension> dimensions) {
    return call(() -> engine.spread(plan, files, dimensions));
  }

  private static <T> T result(Future<T> running) {
    try {
      return running.get();
    } catch (InterruptedException stopped) {
      running.cancel(true);
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Measuring was interrupted", stopped);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("Measuring failed", failed.getCause());
    }
  }

  private <T> T call(Callable<T> work) {
    return result(threads.submit(work));
  }

  @Override
  public void destroy() {
    threads.shutdownNow();
    engine.close();
  }
}
