package org.waymark.measurement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.waymark.measure.metric.Dimension;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.metrics.Metrics;
import org.waymark.platform.Outbox;
import org.waymark.platform.Tenancy;
import org.waymark.schedules.Schedules;
import org.waymark.schedules.Timetable;
import org.waymark.schedules.Timetables;
import tools.jackson.databind.JsonNode;

/**
 * Refreshes after every arrival what people look at, so that the next reader need not wait: the
 * total of each metric and the dimensions that somebody has asked for before. Whole periods are
 * left to whoever asks, for they look far back; they are only announced. Readings are right without
 * it.
 */
@Component
class Ahead implements DisposableBean {
  private final PartialTable table;
  private final Refreshing refreshing;
  private final Announcing announcing;
  private final Metrics metrics;
  private final Timetables timetables;
  private final Tenancy tenancy;

  /**
   * Not the announcing thread: it holds a transaction, and days are kept in transactions of their
   * own.
   */
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("measuring-ahead").factory());

  Ahead(
      PartialTable table,
      Refreshing refreshing,
      Announcing announcing,
      Metrics metrics,
      Timetables timetables,
      Tenancy tenancy) {
    this.announcing = announcing;
    this.table = table;
    this.refreshing = refreshing;
    this.metrics = metrics;
    this.timetables = timetables;
    this.tenancy = tenancy;
  }

  /** Waits until everything is fresh, so that a failure makes the announcement come again. */
  void refresh(UUID workspace) {
    CompletableFuture.runAsync(
            () ->
                tenancy.as(
                    workspace,
                    () -> {
                      List<RuntimeException> failures = new ArrayList<>();
                      slices().forEach(slice -> refresh(slice, failures));
                      announcing.announce();
                      failures.forEach(
                          failure -> {
                            throw failure;
                          });
                      return true;
                    }),
            thread)
        .join();
  }

  private List<Slice> slices() {
    return tenancy.in(
        tenancy.current(),
        () -> {
          List<Slice> slices = new ArrayList<>();
          Timetable timetable = timetables.current();
          table.forgetOtherHours(timetable.name());
          for (MetricDefinition metric : metrics.all()) {
            if (metric.measure().acrossDays()) {
              continue;
            }
            slices.add(new Slice(metric, null, List.of(), timetable));
            Set<String> asked = table.slices(metric);
            for (Dimension dimension : metric.dimensions()) {
              Slice slice = new Slice(metric, dimension, List.of(), timetable);
              if (asked.contains(slice.name())) {
                slices.add(slice);
              }
            }
          }
          return slices;
        });
  }

  /** One slice that cannot be measured holds up no other. */
  private void refresh(Slice slice, List<RuntimeException> failures) {
    try {
      refresh(slice);
    } catch (RuntimeException failure) {
      failures.add(failure);
    }
  }

  private void refresh(Slice slice) {
    Wanted days =
        new Wanted(slice, new Period(Period.EARLIEST, Period.LATEST), Set.of(), Long.MAX_VALUE);
    NavigableSet<LocalDate> stale = new TreeSet<>();
    for (PartialTable.Day day :
        tenancy.in(tenancy.current(), () -> table.find(List.of(days))).days()) {
      if (!day.clean()) {
        stale.add(day.day());
      }
    }
    if (!stale.isEmpty()) {
      refreshing.refresh(slice, stale, Refreshing.Keep.PLAIN);
    }
  }

  @Override
  public void destroy() {
    thread.shutdownNow();
  }

  /** What changes facts is announced by intake, and what changes hours by schedules. */
  @Configuration(proxyBeanMethods = false)
  static class Listening {
    @Bean
    Outbox.Listener measureWhatWasTaken(Ahead ahead) {
      return new After("InteractionsTaken", ahead);
    }

    @Bean
    Outbox.Listener measureWithoutWhatWasWithdrawn(Ahead ahead) {
      return new After("ImportWithdrawn", ahead);
    }

    @Bean
    Outbox.Listener measureByOtherHours(Ahead ahead) {
      return new After(Schedules.CHANGED, ahead);
    }
  }

  private record After(String kind, Ahead ahead) implements Outbox.Listener {
    @Override
    public void handle(UUID workspace, String subject, JsonNode payload) {
      ahead.refresh(workspace);
    }
  }
}
