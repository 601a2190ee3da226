package org.waymark.web.organisation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.people.Unit;
import org.waymark.people.UnitKind;
import org.waymark.web.Form;
import org.waymark.web.Option;

/**
 * One unit: what it is, what may be changed, how it came to be.
 *
 * @param path from the top of the tree down to this unit
 */
public record UnitPage(
    Unit unit,
    List<Unit> path,
    Form form,
    boolean mayChange,
    boolean open,
    List<Option> parents,
    List<Option> kinds,
    List<Past> history) {

  /** How it stood from a day on; newest first on the page. */
  public record Past(
      String since,
      String name,
      String code,
      UnitKind kind,
      @Nullable String parent,
      String recorded) {}
}
