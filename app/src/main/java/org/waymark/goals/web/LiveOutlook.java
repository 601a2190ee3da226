package org.waymark.goals.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.access.Caller;
import org.waymark.goals.Evidence;
import org.waymark.goals.Goal;
import org.waymark.goals.KeyResults;
import org.waymark.goals.OutlookSaid;
import org.waymark.goals.OutlookWords;
import org.waymark.goals.Outlooks;
import org.waymark.web.Form;
import org.waymark.web.Frame;

/** How likely the target in a key result's form is, as it stands in the form. */
@Component
class LiveOutlook {
  private final Outlooks outlooks;
  private final KeyResults keyResults;

  LiveOutlook(Outlooks outlooks, KeyResults keyResults) {
    this.outlooks = outlooks;
    this.keyResults = keyResults;
  }

  /** Whether a form was sent to be looked at again rather than to be saved. */
  static boolean asksAlone(Form form) {
    return form.text("go").equals("look") || !form.text("stretch").isEmpty();
  }

  /** The form with the target that was taken by its button, if one was. */
  static Form taken(Form form) {
    if (form.text("stretch").isEmpty()) {
      return form;
    }
    Map<String, List<String>> values = new LinkedHashMap<>(form.values());
    values.put("target", List.of(form.text("stretch")));
    values.put("change", List.of());
    values.remove("stretch");
    return new Form(values, form.errors());
  }

  /**
   * @param id of the key result that is being changed; null for a new one
   */
  OutlookSaid of(Caller caller, Frame frame, Goal goal, Form form, @Nullable UUID id) {
    boolean aimed =
        Stream.of("target", "change", "low").anyMatch(field -> !form.text(field).isEmpty());
    return new OutlookWords(frame)
        .of(
            aimed,
            () -> {
              Evidence told = id == null ? null : keyResults.get(caller, id).evidence();
              return outlooks.of(
                  caller, goal.days(), goal.ambition(), KeyResultForms.words(form, told), id);
            });
  }
}
