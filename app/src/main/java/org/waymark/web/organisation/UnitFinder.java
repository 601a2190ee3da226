package org.waymark.web.organisation;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.waymark.access.Caller;
import org.waymark.people.Unit;
import org.waymark.people.UnitTree;
import org.waymark.people.Units;
import org.waymark.web.Finder;
import org.waymark.web.Texts;

/** Units, each with those above it. */
@Component
class UnitFinder implements Finder {
  private final Units units;

  UnitFinder(Units units) {
    this.units = units;
  }

  @Override
  public List<Findable> findable(Caller caller, Texts texts) {
    UnitTree tree = units.tree();
    return tree.all().stream()
        .map(
            unit ->
                new Findable(
                    "unit",
                    unit.name(),
                    unit.code(),
                    above(tree, unit),
                    "/organisation/units/" + unit.id()))
        .toList();
  }

  private static String above(UnitTree tree, Unit unit) {
    return tree.pathTo(unit).stream()
        .filter(one -> !one.id().equals(unit.id()))
        .map(Unit::name)
        .collect(Collectors.joining(" › "));
  }
}
