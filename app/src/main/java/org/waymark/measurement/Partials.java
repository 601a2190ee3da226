package org.waymark.measurement;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.measure.Cell;
import org.waymark.measure.fact.Moment;
import org.waymark.measure.metric.Measure;
import org.waymark.measurement.PartialTable.Day;
import org.waymark.measurement.PartialTable.Found;
import org.waymark.measurement.PartialTable.Made;
import org.waymark.platform.Tenancy;

/**
 * The cells of days: what is stored where that is still true and tells of the moment asked about,
 * computed from the facts where it is not. Where nothing is stale, everything wanted costs one
 * statement.
 */
@Component
class Partials {
  /** How often facts may change under a question before it is answered with what it has seen. */
  private static final int MOST_LOOKS = 4;

  private final PartialTable table;
  private final Refreshing refreshing;
  private final Tenancy tenancy;

  Partials(PartialTable table, Refreshing refreshing, Tenancy tenancy) {
    this.table = table;
    this.refreshing = refreshing;
    this.tenancy = tenancy;
  }

  /** Days of one slice that have to be computed as of one moment. */
  private record Earlier(Slice slice, long asOf) {}

  /**
   * The cells of everything wanted, in the same order.
   *
   * @param knownUntil by source number, the microsecond until which it is known
   * @param zone decides where a local day ends
   */
  List<List<Cell>> cells(
      List<Wanted> wanted, Map<Integer, Long> knownUntil, ZoneId zone, Refreshing.Keep keep) {
    Map<Slice, Map<LocalDate, Made>> made = new HashMap<>();
    Found found = look(wanted);
    for (int looks = 1; looks < MOST_LOOKS; looks++) {
      Map<Slice, NavigableSet<LocalDate>> stale = stale(wanted, found, made);
      if (stale.isEmpty()) {
        break;
      }
      stale.forEach(
          (slice, days) ->
              made.computeIfAbsent(slice, first -> new TreeMap<>())
                  .putAll(refreshing.refresh(slice, days, keep)));
      found = look(wanted);
    }
    return answer(wanted, found, made, knownUntil, zone);
  }

  private Found look(List<Wanted> wanted) {
    return tenancy.in(tenancy.current(), () -> table.find(wanted));
  }

  private static Map<Slice, NavigableSet<LocalDate>> stale(
      List<Wanted> wanted, Found found, Map<Slice, Map<LocalDate, Made>> made) {
    Map<Slice, NavigableSet<LocalDate>> stale = new LinkedHashMap<>();
    for (Day day : found.days()) {
      Slice slice = wanted.get(day.no()).slice();
      Made already = made.getOrDefault(slice, Map.of()).get(day.day());
      if (!day.clean() && (already == null || already.touch() != day.touch())) {
        stale.computeIfAbsent(slice, first -> new TreeSet<>()).add(day.day());
      }
    }
    return stale;
  }

  private List<List<Cell>> answer(
      List<Wanted> wanted,
      Found found,
      Map<Slice, Map<LocalDate, Made>> made,
      Map<Integer, Long> knownUntil,
      ZoneId zone) {
    List<Map<LocalDate, List<Cell>>> stored = new ArrayList<>();
    List<List<Cell>> answers = new ArrayList<>();
    for (int no = 0; no < wanted.size(); no++) {
      Map<LocalDate, List<Cell>> byDay = new HashMap<>();
      for (Cell cell : found.cells().getOrDefault(no, List.of())) {
        byDay.computeIfAbsent(cell.day(), first -> new ArrayList<>()).add(cell);
      }
      stored.add(byDay);
      answers.add(new ArrayList<>());
    }
    Map<Earlier, NavigableSet<LocalDate>> earlier = new LinkedHashMap<>();
    for (Day day : found.days()) {
      Wanted one = wanted.get(day.no());
      Made fresh = made.getOrDefault(one.slice(), Map.of()).get(day.day());
      if (day.clean()) {
        fresh = null;
      }
      Long latest = fresh == null ? day.latest() : fresh.latest();
      if (!tellsOf(one, day.day(), latest, knownUntil, zone)) {
        earlier
            .computeIfAbsent(new Earlier(one.slice(), one.asOf()), first -> new TreeSet<>())
            .add(day.day());
      } else if (fresh == null) {
        answers.get(day.no()).addAll(stored.get(day.no()).getOrDefault(day.day(), List.of()));
      } else {
        take(one, fresh.cells(), answers.get(day.no()));
      }
    }
    earlier.forEach(
        (question, days) -> {
          Map<LocalDate, List<Cell>> scanned =
              refreshing.asOf(question.slice(), days, question.asOf());
          for (int no = 0; no < wanted.size(); no++) {
            Wanted one = wanted.get(no);
            if (question.equals(new Earlier(one.slice(), one.asOf()))) {
              for (LocalDate day : days) {
                if (one.days().contains(day)) {
                  take(one, scanned.getOrDefault(day, List.of()), answers.get(no));
                }
              }
            }
          }
        });
    return answers;
  }

  private static void take(Wanted one, List<Cell> cells, List<Cell> into) {
    for (Cell cell : cells) {
      if (one.values() == null || (cell.value() != null && one.values().contains(cell.value()))) {
        into.add(cell);
      }
    }
  }

  /**
   * Whether cells made from all that is known also tell what was known at the moment asked about:
   * nothing they used lies later, and, where what has fallen due is counted, everything of the day
   * had fallen due by then as far as it ever has; where pauses count, nothing is known beyond then.
   */
  private static boolean tellsOf(
      Wanted one,
      LocalDate day,
      @Nullable Long latest,
      Map<Integer, Long> knownUntil,
      ZoneId zone) {
    if (latest != null && latest > one.asOf()) {
      return false;
    }
    boolean knownThen = knownUntil.values().stream().allMatch(until -> until <= one.asOf());
    if (one.slice().metric().measure().byBusinessHours()) {
      return knownThen; // a pause may have ended later
    }
    if (!(one.slice().metric().measure() instanceof Measure.OnTime)) {
      return true;
    }
    long dayEnds = Moment.micros(day.plusDays(1).atStartOfDay(zone).toInstant());
    return dayEnds <= one.asOf() || knownThen;
  }
}
