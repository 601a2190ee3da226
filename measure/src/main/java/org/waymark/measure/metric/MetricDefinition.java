package org.waymark.measure.metric;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.waymark.measure.fact.Instants;
import org.waymark.measure.fact.Kind;

/**
 * What a metric means, as data.
 *
 * @param key lower-case words joined by hyphens
 * @param version 1 and up; a change is a new version
 * @param kinds the kinds of interaction it looks at; empty for all that are not tallies
 * @param where what else has to hold; withdrawn items are out of every population anyway
 * @param anchor the instant that decides the day of an item
 * @param statistics what may be asked of it, the default first
 * @param dimensions what it may be cut and filtered by
 * @param minimum readings of fewer items say "too few"; at least 10
 */
public record MetricDefinition(
    String key,
    int version,
    String label,
    Set<Kind> kinds,
    Condition where,
    Instants anchor,
    Measure measure,
    List<Statistic> statistics,
    List<Dimension> dimensions,
    Direction direction,
    int minimum) {

  /** Readings of fewer items are not shown. */
  public static final int LEAST = 10;

  public MetricDefinition {
    kinds = Set.copyOf(kinds);
    statistics = List.copyOf(statistics);
    dimensions = List.copyOf(dimensions);
    if (!key.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*") || key.length() > 60) {
      throw new IllegalArgumentException("a key is lower-case words joined by hyphens");
    }
    if (version < 1) {
      throw new IllegalArgumentException("versions start at 1");
    }
    if (kinds.contains(Kind.TALLY)) {
      throw new IllegalArgumentException("tallies are pooled, not selected");
    }
    if (minimum < LEAST) {
      throw new IllegalArgumentException(
          "a definition may ask for more than 10 items, not for less");
    }
    if (statistics.isEmpty()) {
      throw new IllegalArgumentException("a metric has at least one statistic");
    }
    for (Statistic statistic : statistics) {
      if (!measure.supports(statistic)) {
        throw new IllegalArgumentException(statistic.code() + " cannot be made of this measure");
      }
    }
    if (measure instanceof Measure.OnTime != (anchor == Instants.DUE)) {
      throw new IllegalArgumentException("on-time, and only on-time, is anchored at dueAt");
    }
    if (measure instanceof Measure.Duration duration && anchor != duration.from()) {
      // Items that have not finished have no finish day, so they could not be seen as open.
      throw new IllegalArgumentException("a duration is anchored where it starts");
    }
    @Nullable Instants only = measure.anchor();
    if (only != null && anchor != only) {
      throw new IllegalArgumentException("this measure is anchored at " + only.field());
    }
    if (!measure.kinds().isEmpty() && !kinds.equals(measure.kinds())) {
      throw new IllegalArgumentException(
          "this measure is told of kind "
              + measure.kinds().stream().map(Kind::code).collect(Collectors.joining(", ")));
    }
    for (Dimension dimension : dimensions) {
      if (!measure.canBeCutBy(dimension)) {
        throw new IllegalArgumentException("this measure has no dimension " + dimension.code());
      }
    }
  }

  /** The statistic that is shown unless another is asked for. */
  public Statistic statistic() {
    return statistics.getFirst();
  }

  /** Whether a statistic may be asked for; {@code within} any limit goes with any duration. */
  public boolean allows(Statistic statistic) {
    return statistics.contains(statistic)
        || (statistic instanceof Statistic.Within && measure instanceof Measure.Duration);
  }

  /** Whether it may be cut or filtered by this. */
  public boolean has(Dimension dimension) {
    return dimensions.contains(dimension);
  }

  /**
   * The instants whose days its numbers lie on. More than one when something is counted by another
   * instant than the anchor: items without a due date by their start, tallies by their start, what
   * is open again by its reopening.
   */
  public Set<Instants> instants() {
    EnumSet<Instants> all = EnumSet.of(anchor);
    if (measure instanceof Measure.OnTime || measure.acceptsTallies()) {
      all.add(Instants.STARTED);
    }
    if (measure instanceof Measure.Reopened || measure instanceof Measure.FirstContact) {
      all.add(Instants.REOPENED);
    }
    return all;
  }

  /** What values of this statistic are counted in. */
  public Unit unit(Statistic statistic) {
    return switch (statistic) {
      case Statistic.Quantile q -> Unit.SECONDS;
      case Statistic.Within w -> Unit.PERCENT;
      case Statistic.Per per -> Unit.RATE;
      case Statistic.Plain plain ->
          switch (plain) {
            case SCORE -> Unit.POINTS;
            case TOP_BOX, SHARE -> Unit.PERCENT;
            case MEAN -> measure instanceof Measure.Duration ? Unit.SECONDS : Unit.SCALE;
            case COUNT -> Unit.COUNT;
            case SUM -> Unit.QUANTITY;
          };
    };
  }

  /** Which way this statistic gets better: a shorter time is a larger share within a limit. */
  public Direction direction(Statistic statistic) {
    return statistic instanceof Statistic.Within ? direction.reversed() : direction;
  }
}
