package org.waymark.intake.web;

import java.util.List;
import org.waymark.intake.ImportRow;
import org.waymark.intake.Refusals;
import org.waymark.web.Fact;
import org.waymark.web.Form;
import org.waymark.web.ProgressBar;

/** One import: how far it is, what became of its lines, and what can be done about them. */
public record ImportPage(
    ImportRow row,
    ProgressBar progress,
    List<Fact> counts,
    List<Refusals.Refusal> refusals,
    Form form,
    boolean mayImport,
    boolean mayReplay) {}
