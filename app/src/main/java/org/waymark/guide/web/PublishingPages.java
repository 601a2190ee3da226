package org.waymark.guide.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
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
import org.waymark.web.Fact;
import org.waymark.web.Form;
import org.waymark.web.Frame;
import org.waymark.workspace.Fields;

/** All answers on one page, publishing them, and the way back to draft. */
@Controller
class PublishingPages {
  private final Guides guides;
  private final Publishing publishing;
  private final Judging judging;
  private final StepFrame steps;

  PublishingPages(Guides guides, Publishing publishing, Judging judging, StepFrame steps) {
    this.judging = judging;
    this.guides = guides;
    this.publishing = publishing;
    this.steps = steps;
  }

  @GetMapping("/guides/{id}/check")
  ModelAndView check(Caller caller, Frame frame, @PathVariable UUID id) {
    Guide guide = guides.get(caller, id);
    if (!guide.open()) {
      return frame.to(StepFrame.past(guide));
    }
    return frame.show("guide/check", page(caller, frame, guide, publishing.missing(guide), false));
  }

  @PostMapping("/guides/{id}/publication")
  ModelAndView publish(Caller caller, Frame frame, Form form, @PathVariable UUID id) {
    Guide guide = guides.get(caller, id);
    try {
      Goal goal = publishing.publish(caller, id, form.optional("reason"));
      return frame.to("/goals/" + goal.id(), "guide.said.published");
    } catch (InvalidInput refused) {
      return frame.refused("guide/check", page(caller, frame, guide, refused.errors(), true));
    } catch (Conflict lost) {
      UUID goal = guide.goal();
      if (!guides.get(caller, id).open() || goal == null) {
        throw lost;
      }
      CheckPage mine = page(caller, frame, guide, List.of(), false);
      List<CheckPage.Row> rows = new ArrayList<>();
      Form theirs = publishing.now(caller, goal);
      for (CheckPage.Row row : mine.rows()) {
        GuideStep step = GuideStep.of(row.step()).orElseThrow();
        List<Fact> now = steps.facts(caller, frame, step, theirs);
        boolean same = now.equals(steps.facts(caller, frame, step, only(guide.form(), theirs)));
        rows.add(same ? row : row.beside(now));
      }
      return frame.show("guide/check", mine.lost(rows), HttpStatus.CONFLICT);
    }
  }

  /** What was answered to the fields that these say something about. */
  private static Form only(Form answered, Form about) {
    Map<String, List<String>> values = new LinkedHashMap<>(answered.values());
    values.keySet().retainAll(about.values().keySet());
    return new Form(values, List.of());
  }

  /** A goal that was published too early, or any draft, goes through the guide. */
  @PostMapping("/goals/{id}/guide")
  ModelAndView takeUp(Caller caller, Frame frame, @PathVariable UUID id) {
    return frame.to("/guides/" + publishing.takeUp(caller, id).id() + "/check", "guide.said.draft");
  }

  private CheckPage page(
      Caller caller, Frame frame, Guide guide, List<FieldError> mistakes, boolean refused) {
    Form form = guide.form();
    List<CheckPage.Row> rows = new ArrayList<>();
    for (GuideStep step : GuideStep.values()) {
      rows.add(
          new CheckPage.Row(
              step.code(),
              frame.t().of("guide.step." + step.code()),
              step == GuideStep.MEASURABLE
                  ? judged(caller, frame, guide)
                  : steps.facts(caller, frame, step, form),
              List.of()));
    }
    return new CheckPage(
        guide.id(),
        steps.rail(frame, guide, null),
        rows,
        mistakes.stream()
            .map(
                one ->
                    StepFrame.mistake(
                        frame, one, step -> "/guides/" + guide.id() + "/" + step.code()))
            .toList(),
        judging.differs(guide),
        refused,
        mistakes.stream().anyMatch(one -> one.field().equals("reason")),
        guide.goal(),
        false);
  }

  /** What the coach makes of it, and why it stands nevertheless where somebody said so. */
  private List<Fact> judged(Caller caller, Frame frame, Guide guide) {
    List<Fact> facts = new ArrayList<>();
    String verdict = Fields.word(judging.of(guide).verdict());
    facts.add(
        new Fact(frame.t().of("guide.field.verdict"), frame.t().of("guide.verdict." + verdict)));
    facts.addAll(steps.facts(caller, frame, GuideStep.MEASURABLE, guide.form()));
    return facts;
  }
}
