package org.waymark.web.organisation;

import java.time.LocalDate;
import java.util.List;
import org.waymark.web.Form;
import org.waymark.web.Option;

/**
 * The tree of units as it stood on a day, with a form for one more.
 *
 * @param day the day looked at
 * @param isToday whether that is today, the only day on which units are added
 * @param mission empty until somebody said it; the vision too
 */
public record UnitTreePage(
    List<UnitBranch> roots,
    Form form,
    boolean mayChange,
    List<Option> parents,
    List<Option> kinds,
    LocalDate day,
    boolean isToday,
    String mission,
    String vision,
    boolean mayChangePurpose) {}
