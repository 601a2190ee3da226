package org.waymark.goals.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waymark.goals.Goal;
import org.waymark.web.Form;
import org.waymark.web.Option;

/**
 * A goal to be written down or changed.
 *
 * @param id of the goal that is changed; absent for a new one
 * @param measuredBy what its first key result will be measured by; absent when nothing was chosen
 * @param theirs what somebody else has saved meanwhile, to be read beside one's own words
 */
public record GoalFormPage(
    @Nullable UUID id,
    Form form,
    List<Option> cycles,
    List<Option> areas,
    List<Option> units,
    List<Option> members,
    List<Option> goals,
    List<Option> kinds,
    List<Option> ambitions,
    @Nullable String measuredBy,
    @Nullable Goal theirs) {

  /** Where the guide begins with what is known here. */
  public String guided() {
    List<String> known = new ArrayList<>();
    for (String field : List.of("kind", "cycle", "unit", "contributesTo", "drives", "measure")) {
      if (!form.text(field).isEmpty()) {
        known.add(field + "=" + URLEncoder.encode(form.text(field), StandardCharsets.UTF_8));
      }
    }
    return "/guides/new" + (known.isEmpty() ? "" : "?" + String.join("&", known));
  }
}
