package org.waymark.guide.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.access.Caller;
import org.waymark.goals.Workloads;
import org.waymark.guide.Guides;
import org.waymark.platform.InvalidInput;
import org.waymark.web.Form;
import org.waymark.web.Frame;
import org.waymark.web.Typed;

/** What a form of the guide does at once, beside being kept. */
@Component
class AtOnce {
  private final Guides guides;
  private final StepViews views;
  private final GuideChoices choices;
  private final Workloads workloads;

  AtOnce(Guides guides, StepViews views, GuideChoices choices, Workloads workloads) {
    this.guides = guides;
    this.views = views;
    this.choices = choices;
    this.workloads = workloads;
  }

  /** What was typed; a cycle that was chosen to be made is made, so that it can be kept. */
  Map<String, List<String>> withCycle(Caller caller, Frame frame, Form form) {
    if (!form.text("cycle").startsWith("+")) {
      return form.values();
    }
    Map<String, List<String>> values = new LinkedHashMap<>(form.values());
    values.put("cycle", List.of(choices.made(caller, frame, form.text("cycle"))));
    return values;
  }

  /**
   * Says the hours that a member has, takes a target that stretches, and takes a sentence with a
   * number that has data, where the form asks for either.
   *
   * @return the text that says what was done; null when there was nothing to do
   * @throws InvalidInput when the hours make no sense, or the number is not offered any more
   */
  @Nullable String done(Caller caller, Frame frame, UUID id, Form form) {
    String said = null;
    if (!form.text("available").isEmpty()) {
      workloads.say(caller, form.text("availableOf"), new Typed(form).number("available"));
      said = "guide.said.hours";
    }
    if (!form.text("stretch").isEmpty()) {
      guides.fill(
          caller,
          id,
          Map.of(
              "target", List.of(form.text("stretch")),
              "change", List.of(),
              "ambition", List.of("stretch")));
      said = "guide.said.stretch";
    }
    if (!form.text("take").isEmpty()) {
      var taken = views.taken(caller, frame, guides.get(caller, id), form.text("take"));
      if (taken == null) {
        throw InvalidInput.of("measure", "this is not offered any more; load the page again");
      }
      guides.fill(caller, id, taken);
      said = "guide.said.taken";
    }
    return said;
  }
}
