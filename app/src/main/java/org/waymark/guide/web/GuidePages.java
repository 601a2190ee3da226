package org.waymark.guide.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.guide.Answer;
import org.waymark.guide.Guide;
import org.waymark.guide.GuideStep;
import org.waymark.guide.Guides;
import org.waymark.platform.Conflict;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.NotFound;
import org.waymark.web.Form;
import org.waymark.web.Frame;

/** Ten steps, each kept when one goes on, goes back or stops typing. */
@Controller
class GuidePages {
  private final Guides guides;
  private final StepFrame steps;
  private final StepViews views;
  private final AtOnce atOnce;
  private final AreaStep area;
  private final Access access;

  GuidePages(
      Guides guides,
      StepFrame steps,
      StepViews views,
      AtOnce atOnce,
      AreaStep area,
      Access access) {
    this.guides = guides;
    this.steps = steps;
    this.views = views;
    this.atOnce = atOnce;
    this.area = area;
    this.access = access;
  }

  @GetMapping("/guides")
  ModelAndView list(Caller caller, Frame frame) {
    access.require(caller, Action.DRAFT_GOAL, null);
    List<GuideListPage.Line> lines = new ArrayList<>();
    for (Guide guide : guides.open(caller)) {
      String statement = guide.form().text("statement");
      GuideStep next = guide.unanswered();
      lines.add(
          new GuideListPage.Line(
              guide.id(),
              statement.isEmpty() ? frame.t().of("guide.list.wordless") : statement,
              next.code(),
              frame
                  .t()
                  .of("guide.list.next", next.number(), frame.t().of("guide.step." + next.code())),
              frame.w().ago(frame.now(), guide.changedAt())));
    }
    return frame.show("guide/list", new GuideListPage(lines));
  }

  @GetMapping("/guides/new")
  ModelAndView fresh(Caller caller, Frame frame, Form known) {
    access.require(caller, Action.DRAFT_GOAL, null);
    return views.fresh(
        caller, frame, steps.fresh(caller, frame, known), steps.entrance(frame, known));
  }

  @PostMapping("/guides")
  ModelAndView begin(Caller caller, Frame frame, Form form) {
    access.require(caller, Action.DRAFT_GOAL, null);
    Guide guide = guides.begin(caller, atOnce.withCycle(caller, frame, form));
    return frame.to("/guides/" + guide.id() + "/" + after(caller, guide, form, GuideStep.AREA));
  }

  @GetMapping("/guides/{id}/{step}")
  ModelAndView step(Caller caller, Frame frame, @PathVariable UUID id, @PathVariable String step) {
    Guide guide = guides.get(caller, id);
    GuideStep here = of(step);
    if (!guide.open()) {
      return frame.to(StepFrame.past(guide));
    }
    return views.of(caller, frame, guide, steps.kept(caller, frame, guide, here));
  }

  @PostMapping("/guides/{id}/{step}")
  ModelAndView keep(
      Caller caller, Frame frame, Form form, @PathVariable UUID id, @PathVariable String step) {
    guides.get(caller, id);
    GuideStep here = of(step);
    try {
      guides.keep(caller, id, here, atOnce.withCycle(caller, frame, form), form.version());
      String said = atOnce.done(caller, frame, id, form);
      String next = "/guides/" + id + "/" + after(caller, guides.get(caller, id), form, here);
      return said == null ? frame.to(next) : frame.to(next, said);
    } catch (Conflict lost) {
      Guide guide = guides.get(caller, id);
      if (!guide.open()) {
        throw lost;
      }
      return views.of(caller, frame, guide, steps.lost(caller, frame, guide, here, form));
    } catch (InvalidInput refused) {
      Guide guide = guides.get(caller, id);
      return views.of(caller, frame, guide, steps.typed(frame, guide, here, form.with(refused)));
    }
  }

  /** Keeps what is being typed; the page stays as it is. */
  @PostMapping("/guides/{id}/{step}/kept")
  ResponseEntity<Void> typing(
      Caller caller, Form form, @PathVariable UUID id, @PathVariable String step) {
    guides.get(caller, id);
    Answer kept = guides.keep(caller, id, of(step), form.values(), form.version());
    return ResponseEntity.noContent()
        .header("Waymark-Version", Integer.toString(kept.version()))
        .build();
  }

  @PostMapping("/guides/{id}/putting-aside")
  ModelAndView putAside(Caller caller, Frame frame, @PathVariable UUID id) {
    guides.putAside(caller, id);
    return frame.toUndoable("/guides", "/guides/" + id + "/resumption", "guide.said.aside");
  }

  @PostMapping("/guides/{id}/resumption")
  ModelAndView resume(Caller caller, Frame frame, @PathVariable UUID id) {
    guides.resume(caller, id);
    return frame.to("/guides", "guide.said.resumed");
  }

  /** The last part of the address to go to; a crowded area asks before one goes on. */
  private String after(Caller caller, Guide guide, Form form, GuideStep here) {
    String go = form.text("go");
    if (here == GuideStep.AREA && area.asks(caller, guide)) {
      return (go.equals("all") ? go : here.code()) + "#drop";
    }
    return switch (go) {
      case "back" -> here.previous().map(GuideStep::code).orElse(here.code());
      case "next" -> here.next().map(GuideStep::code).orElse("check");
      case "all" -> go;
      default -> here.code();
    };
  }

  private static GuideStep of(String code) {
    return GuideStep.of(Objects.requireNonNull(code)).orElseThrow(() -> new NotFound("step"));
  }
}
