package org.waymark.guide.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.guide.Guide;
import org.waymark.guide.Guides;
import org.waymark.guide.Judgement;
import org.waymark.guide.Judging;
import org.waymark.platform.InvalidInput;
import org.waymark.web.Form;
import org.waymark.web.Frame;

/** What is said while somebody types: parts of a page, and nothing is kept. */
@Controller
class WordsPages {
  private static final int LONGEST = 10_000;

  private final Guides guides;
  private final Judging judging;
  private final StepViews views;
  private final MetricStep metric;
  private final Access access;

  WordsPages(Guides guides, Judging judging, StepViews views, MetricStep metric, Access access) {
    this.guides = guides;
    this.judging = judging;
    this.views = views;
    this.metric = metric;
    this.access = access;
  }

  @PostMapping("/guides/words")
  ModelAndView read(Caller caller, Frame frame, Form form) {
    access.require(caller, Action.DRAFT_GOAL, null);
    String text = form.text("text");
    if (text.length() > LONGEST) {
      throw InvalidInput.of("text", "must be at most " + LONGEST + " characters");
    }
    if (!form.text("field").equals("statement")) {
      return frame.show("guide/coached", views.counted(frame, text));
    }
    Guide guide = guide(caller, form.text("guide"));
    boolean measured =
        guide != null && judging.of(guide).verdict() == Judgement.Verdict.BY_KEY_METRIC;
    return frame.show(
        "guide/coached",
        views.coached(
            frame,
            text,
            measured,
            form.text("sort"),
            guide == null ? "" : guide.form().text("cycle")));
  }

  /** How likely the target is, while it is being moved. */
  @PostMapping("/guides/{id}/outlook")
  ModelAndView outlook(Caller caller, Frame frame, Form form, @PathVariable UUID id) {
    return frame.show("goals/outlook", metric.outlook(caller, frame, guides.get(caller, id), form));
  }

  private @Nullable Guide guide(Caller caller, String id) {
    try {
      return guides.get(caller, UUID.fromString(id));
    } catch (IllegalArgumentException none) {
      return null;
    }
  }
}
