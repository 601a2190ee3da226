package org.waymark.measure;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The cells of a plan, in order of days and values; days without items have none. */
public record Cells(List<Cell> cells) {

  private static final Comparator<Cell> ORDER =
      Comparator.comparing(Cell::day)
          .thenComparing(Cell::value, Comparator.nullsFirst(Comparator.naturalOrder()));

  public static final Cells NONE = new Cells(List.of());

  public Cells {
    cells = cells.stream().sorted(ORDER).toList();
    for (int i = 1; i < cells.size(); i++) {
      if (ORDER.compare(cells.get(i - 1), cells.get(i)) == 0) {
        throw new IllegalArgumentException("two cells for one day and value");
      }
    }
  }

  /** Everything pooled, or nothing when there is no cell. */
  public Optional<Tally> pooled() {
    return Tally.pool(cells.stream().map(Cell::tally).toList());
  }

  /** Pooled over some days, both included. */
  public Optional<Tally> pooled(LocalDate from, LocalDate to) {
    return Tally.pool(
        cells.stream()
            .filter(cell -> !cell.day().isBefore(from) && !cell.day().isAfter(to))
            .map(Cell::tally)
            .toList());
  }

  /** The values of the dimension, those without one first. */
  public List<@Nullable String> values() {
    TreeMap<@Nullable String, Boolean> seen =
        new TreeMap<>(Comparator.nullsFirst(Comparator.naturalOrder()));
    cells.forEach(cell -> seen.put(cell.value(), true));
    return new java.util.ArrayList<>(seen.keySet());
  }

  /** Gathers cells; the same day and value twice is pooled. */
  static final class Gathering {
    private final TreeMap<LocalDate, TreeMap<String, Tally>> stated = new TreeMap<>();
    private final Map<LocalDate, Tally> unstated = new TreeMap<>();

    void add(LocalDate day, @Nullable String value, Tally tally) {
      if (value == null) {
        unstated.merge(day, tally, Tally::plus);
      } else {
        stated.computeIfAbsent(day, d -> new TreeMap<>()).merge(value, tally, Tally::plus);
      }
    }

    Cells cells() {
      List<Cell> cells = new java.util.ArrayList<>();
      unstated.forEach((day, tally) -> cells.add(new Cell(day, null, tally)));
      stated.forEach(
          (day, values) ->
              values.forEach((value, tally) -> cells.add(new Cell(day, value, tally))));
      return new Cells(cells);
    }
  }
}
