package org.waymark.web.organisation;

import java.util.List;
import org.waymark.people.Unit;

/** A unit with all that hangs below it. */
public record UnitBranch(Unit unit, boolean open, List<UnitBranch> below) {}
