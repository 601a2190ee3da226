package org.waymark.schedules;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.waymark.measure.clock.Hours;

/**
 * By which hours everything is timed, under a name that changes whenever any of it does: what was
 * computed under another name is not true of it.
 */
public final class Timetable {

  /** For what is not timed by business hours. */
  public static final Timetable NONE = new Timetable("", Hours.NONE);

  private final String name;
  private final Hours hours;

  Timetable(String name, Hours hours) {
    this.name = name;
    this.hours = hours;
  }

  /** Empty when nobody has said when anybody works. */
  public String name() {
    return name;
  }

  public Hours hours() {
    return hours;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Timetable that && name.equals(that.name);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(name);
  }

  @Override
  public String toString() {
    return "Timetable[" + name + "]";
  }
}
