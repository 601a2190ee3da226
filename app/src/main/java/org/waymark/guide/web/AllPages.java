package org.waymark.guide.web;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.waymark.access.Caller;
import org.waymark.goals.Goal;
import org.waymark.guide.Guide;
import org.waymark.guide.GuideStep;
import org.waymark.guide.Guides;
import org.waymark.guide.Judging;
import org.waymark.guide.Publishing;
import org.waymark.platform.Conflict;
import org.waymark.platform.FieldError;
import org.waymark.platform.InvalidInput;
import org.waymark.web.Form;
import org.waymark.web.Frame;
import org.waymark.web.RailStep;

/**
 * The ten steps as one page: the same draft, kept in the same way, published where it is written.
 */
@Controller
class AllPages {
  private final Guides guides;
  private final Publishing publishing;
  private final Judging judging;
  private final StepFrame steps;
  private final StepViews views;
  private final AreaStep area;
  private final AtOnce atOnce;

  AllPages(
      Guides guides,
      Publishing publishing,
      Judging judging,
      StepFrame steps,
      StepViews views,
      AreaStep area,
      AtOnce atOnce) {
    this.guides = guides;
    this.publishing = publishing;
    this.judging = judging;
    this.steps = steps;
    this.views = views;
    this.area = area;
    this.atOnce = atOnce;
  }

  @GetMapping("/guides/{id}/all")
  ModelAndView all(Caller caller, Frame frame, @PathVariable UUID id) {
    Guide guide = guides.get(caller, id);
    return guide.open()
        ? frame.show("guide/all", asKept(caller, frame, guide, Form.empty(), Set.of()))
        : frame.to(StepFrame.past(guide));
  }

  /**
   * Keeps all steps. Where some were answered elsewhere meanwhile the others are kept all the same;
   * a form that is refused keeps nothing and is shown as it was typed.
   */
  @PostMapping("/guides/{id}/all")
  ModelAndView keep(Caller caller, Frame frame, Form form, @PathVariable UUID id) {
    guides.get(caller, id);
    try {
      var typed = atOnce.withCycle(caller, frame, form);
      boolean publishes = form.text("go").equals("publish");
      Seen seen = publishes ? Seen.of(form) : Seen.of(form).answered(form);
      var lost = guides.keep(caller, id, typed, seen.versions()).lost();
      if (!lost.isEmpty()) {
        return frame.show("guide/all", asKept(caller, frame, guides.get(caller, id), form, lost));
      }
      if (publishes) {
        Goal goal = published(caller, id, form);
        atOnce.done(caller, frame, id, form);
        return frame.to("/goals/" + goal.id(), "guide.said.published");
      }
      String said = atOnce.done(caller, frame, id, form);
      String next = after(guides.get(caller, id), form);
      return said == null ? frame.to(next) : frame.to(next, said);
    } catch (Conflict lost) {
      Guide guide = guides.get(caller, id);
      if (!guide.open()) {
        throw lost;
      }
      Form told = form.with("publication", frame.t().of("guide.publish.lost"));
      return frame.show("guide/all", asTyped(caller, frame, guide, told), HttpStatus.CONFLICT);
    } catch (InvalidInput refused) {
      return frame.refused(
          "guide/all", asTyped(caller, frame, guides.get(caller, id), form.with(refused)));
    }
  }

  /** Keeps what is being typed; of steps that were answered elsewhere meanwhile nothing is kept. */
  @PostMapping("/guides/{id}/all/kept")
  ResponseEntity<Void> typing(Caller caller, Form form, @PathVariable UUID id) {
    guides.get(caller, id);
    Seen seen = Seen.of(form);
    Guides.Kept kept = guides.keep(caller, id, form.values(), seen.answered(form).versions());
    var answer =
        ResponseEntity.noContent().header("Waymark-Version", seen.with(kept.seen()).words());
    if (!kept.lost().isEmpty()) {
      answer.header("Waymark-Lost", Integer.toString(kept.lost().size()));
    }
    return answer.build();
  }

  private Goal published(Caller caller, UUID id, Form form) {
    if (area.asks(caller, guides.get(caller, id))) {
      throw InvalidInput.of("drop", "say which goal you drop for this one, or keep both");
    }
    return publishing.publish(caller, id, form.optional("reason"));
  }

  /** Where to go on: step by step, or at the part whose button was pressed. */
  private static String after(Guide guide, Form form) {
    String go =
        !form.text("take").isEmpty()
            ? GuideStep.MEASURABLE.code()
            : !form.text("stretch").isEmpty() ? GuideStep.METRIC.code() : form.text("go");
    String here = "/guides/" + guide.id() + "/";
    return go.equals("steps")
        ? here + guide.unanswered().code()
        : here + "all" + GuideStep.of(go).map(StepFrame::part).orElse("");
  }

  /**
   * The page with what is kept.
   *
   * @param lost steps that were answered elsewhere meanwhile: there one's own words stand beside
   *     what is kept
   */
  private AllPage asKept(Caller caller, Frame frame, Guide guide, Form form, Set<GuideStep> lost) {
    return page(
        frame,
        guide,
        Form.empty(),
        Seen.of(guide).words(),
        lost,
        views.all(
            caller,
            frame,
            guide,
            step ->
                lost.contains(step)
                    ? steps.lost(caller, frame, guide, step, form).asPart()
                    : steps.kept(caller, frame, guide, step).asPart()));
  }

  /** The page with what was typed and refused, of which nothing is kept. */
  private AllPage asTyped(Caller caller, Frame frame, Guide guide, Form typed) {
    return page(
        frame,
        guide,
        typed,
        typed.text("version"),
        Set.of(),
        views.all(
            caller,
            frame,
            guide,
            step -> steps.kept(caller, frame, guide, step).asPart().with(own(step, typed))));
  }

  /** What was typed with the mistakes of one step. */
  private static Form own(GuideStep step, Form typed) {
    List<FieldError> mistakes =
        typed.errors().stream().filter(one -> StepFrame.asking(one.field()) == step).toList();
    return new Form(typed.values(), mistakes);
  }

  private AllPage page(
      Frame frame,
      Guide guide,
      Form form,
      String version,
      Set<GuideStep> lost,
      AllPage.Steps parts) {
    return new AllPage(
        guide.id(),
        steps.railOfParts(frame, guide),
        version,
        parts,
        form,
        form.errors().stream().map(error -> mistake(frame, guide, error)).toList(),
        lost.stream()
            .map(
                step ->
                    new RailStep(
                        frame.t().of("guide.step." + step.code()),
                        StepFrame.part(step),
                        false,
                        false))
            .toList(),
        judging.differs(guide));
  }

  /**
   * What was refused, with the part that mends it; a changed goal is looked at before publishing.
   */
  private static CheckPage.Mistake mistake(Frame frame, Guide guide, FieldError error) {
    return error.field().equals("publication")
        ? new CheckPage.Mistake(
            Form.sentence(error),
            frame.t().of("guide.step.check"),
            "/guides/" + guide.id() + "/check")
        : StepFrame.mistake(frame, error, StepFrame::part);
  }
}
