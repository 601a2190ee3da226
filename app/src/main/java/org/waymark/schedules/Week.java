package org.waymark.schedules;

import java.time.DayOfWeek;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waymark.measure.clock.Opening;
import org.waymark.workspace.Fields;

/**
 * The hours of each day of the week, in local time; on a day that is left out nobody works.
 *
 * @param monday several stretches a day are possible, and so on for the others
 */
public record Week(
    @Nullable List<Stretch> monday,
    @Nullable List<Stretch> tuesday,
    @Nullable List<Stretch> wednesday,
    @Nullable List<Stretch> thursday,
    @Nullable List<Stretch> friday,
    @Nullable List<Stretch> saturday,
    @Nullable List<Stretch> sunday) {

  /** Most stretches of one day. */
  public static final int MOST = 6;

  /**
   * From when to when.
   *
   * @param from such as 09:00
   * @param to such as 17:30, or 24:00
   */
  public record Stretch(@Nullable String from, @Nullable String to) {}

  public static Week of(Map<DayOfWeek, List<Stretch>> days) {
    return new Week(
        days.get(DayOfWeek.MONDAY),
        days.get(DayOfWeek.TUESDAY),
        days.get(DayOfWeek.WEDNESDAY),
        days.get(DayOfWeek.THURSDAY),
        days.get(DayOfWeek.FRIDAY),
        days.get(DayOfWeek.SATURDAY),
        days.get(DayOfWeek.SUNDAY));
  }

  /** The stretches of a day; none when it is left out. */
  public List<Stretch> on(DayOfWeek day) {
    @Nullable List<Stretch> stretches =
        switch (day) {
          case MONDAY -> monday;
          case TUESDAY -> tuesday;
          case WEDNESDAY -> wednesday;
          case THURSDAY -> thursday;
          case FRIDAY -> friday;
          case SATURDAY -> saturday;
          case SUNDAY -> sunday;
        };
    return stretches == null ? List.of() : stretches;
  }

  /** The same in the order of the clock, days without hours left out; wrong ones are refused. */
  Week checked(Fields fields) {
    Map<DayOfWeek, List<Opening>> openings = openings(fields);
    if (openings.isEmpty()) {
      fields.refuse("week", "give the hours of at least one day");
    }
    Map<DayOfWeek, List<Stretch>> days = new EnumMap<>(DayOfWeek.class);
    openings.forEach(
        (day, its) ->
            days.put(
                day,
                its.stream()
                    .map(one -> new Stretch(Opening.time(one.from()), Opening.time(one.to())))
                    .toList()));
    return of(days);
  }

  /** As the clock reads them; what is wrong is noted and left out. */
  Map<DayOfWeek, List<Opening>> openings(Fields fields) {
    Map<DayOfWeek, List<Opening>> openings = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      String name = "week." + Fields.word(day);
      if (on(day).size() > MOST) {
        fields.refuse(name, "has more than " + MOST + " stretches: join some");
        continue;
      }
      List<Opening> its = new java.util.ArrayList<>();
      for (int i = 0; i < on(day).size(); i++) {
        @Nullable Opening one = opening(fields, name + "[" + i + "]", on(day).get(i));
        if (one != null) {
          its.add(one);
        }
      }
      its.sort(Comparator.comparingInt(Opening::from));
      for (int i = 1; i < its.size(); i++) {
        if (its.get(i).from() < its.get(i - 1).to()) {
          fields.refuse(
              name,
              "one stretch begins at %s, before the other ends at %s"
                  .formatted(Opening.time(its.get(i).from()), Opening.time(its.get(i - 1).to())));
          its.clear();
        }
      }
      if (!its.isEmpty()) {
        openings.put(day, List.copyOf(its));
      }
    }
    return openings;
  }

  private static @Nullable Opening opening(Fields fields, String place, Stretch stretch) {
    @Nullable Integer from = minute(fields, place + ".from", stretch.from());
    @Nullable Integer to = minute(fields, place + ".to", stretch.to());
    if (from == null || to == null) {
      return null;
    }
    if (from >= to) {
      fields.refuse(
          place + ".to",
          "must be later than " + stretch.from() + "; work past midnight goes on the next day");
      return null;
    }
    return new Opening(from, to);
  }

  private static @Nullable Integer minute(Fields fields, String place, @Nullable String time) {
    try {
      return Opening.minute(time == null ? "" : time.strip());
    } catch (IllegalArgumentException none) {
      fields.refuse(place, "must be a time such as 09:00; 24:00 ends a day");
      return null;
    }
  }
}
