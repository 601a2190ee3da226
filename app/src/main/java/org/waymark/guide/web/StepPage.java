package org.waymark.guide.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waymark.guide.GuideStep;
import org.waymark.web.Fact;
import org.waymark.web.Form;
import org.waymark.web.RailStep;

/**
 * What stands around each step.
 *
 * @param id of the guide; absent before its first step is kept
 * @param version of the step's answer that is shown
 * @param theirs what was kept for this step elsewhere meanwhile, to be read beside one's own words;
 *     empty otherwise
 * @param carried hidden fields of a guide that is not there yet: what its entrance knew
 * @param part whether it stands with the other steps on one page
 */
public record StepPage(
    @Nullable UUID id,
    GuideStep step,
    List<RailStep> rail,
    Form form,
    int version,
    List<Fact> theirs,
    List<Fact> carried,
    boolean part) {

  /** The same with another form. */
  StepPage with(Form other) {
    return new StepPage(id, step, rail, other, version, theirs, carried, part);
  }

  /** The same as a part of the page with all steps. */
  StepPage asPart() {
    return new StepPage(id, step, rail, form, version, theirs, carried, true);
  }

  /** What it proposes while nobody has answered it; empty once somebody has. */
  public String proposed() {
    return version > 0 ? "" : Proposed.words(step, form);
  }

  /** Where the step is kept. */
  public String action() {
    return id == null ? "/guides" : "/guides/" + id + "/" + step.code();
  }
}
