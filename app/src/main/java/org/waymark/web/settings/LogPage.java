package org.waymark.web.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.web.Form;
import org.waymark.web.Option;

/**
 * What was done, newest first, as far as the filters let through.
 *
 * @param people who can be looked for, by e-mail address
 * @param kinds of things that something was done to
 * @param next where the list goes on; null at its end
 * @param address of the list with its filters
 */
public record LogPage(
    List<Row> rows,
    Form form,
    List<Option> people,
    List<Option> kinds,
    boolean narrowed,
    @Nullable String next,
    String address) {

  /**
   * One thing that was done.
   *
   * @param at when, for machines
   * @param subject the name of the thing, or its id where it has none
   * @param page where the thing can be seen; null where it has no page or is gone
   * @param changes what became different, field by field
   */
  public record Row(
      String at,
      String when,
      String who,
      String through,
      String what,
      String subject,
      @Nullable String page,
      List<Change> changes) {}

  /** A field as it was and as it became; null where there was nothing. */
  public record Change(String field, @Nullable String before, @Nullable String after) {}
}
