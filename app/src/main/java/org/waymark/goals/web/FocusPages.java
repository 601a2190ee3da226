package org.waymark.goals.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.goals.Focus;
import org.waymark.goals.FocusLimits;
import org.waymark.platform.Conflict;
import org.waymark.platform.InvalidInput;
import org.waymark.web.Form;
import org.waymark.web.Frame;
import org.waymark.web.Typed;

/** How much the workspace wants to take on at once, in its settings. */
@Controller
class FocusPages {
  private final Focus focus;
  private final Access access;

  FocusPages(Focus focus, Access access) {
    this.focus = focus;
    this.access = access;
  }

  @GetMapping("/settings/focus")
  ModelAndView look(Caller caller, Frame frame) {
    access.require(caller, Action.READ, null);
    return frame.show("goals/focus", page(caller, shown(focus.limits())));
  }

  @PostMapping("/settings/focus")
  ModelAndView change(Caller caller, Frame frame, Form form) {
    access.require(caller, Action.CHANGE_WORKSPACE, null);
    try {
      Typed typed = new Typed(form);
      focus.change(
          caller,
          new Focus.Wanted(
              form.checked("hotSpots"),
              typed.whole("perSubArea"),
              typed.whole("atOnce"),
              typed.whole("objectives"),
              typed.whole("keyResults"),
              form.version()));
      return frame.to("/settings/focus", "goals.said.changed");
    } catch (InvalidInput refused) {
      return frame.refused("goals/focus", page(caller, form.with(refused)));
    } catch (Conflict lost) {
      FocusLimits theirs = focus.limits();
      Map<String, List<String>> mine = new LinkedHashMap<>(form.values());
      mine.put("version", List.of(Integer.toString(theirs.version())));
      Form again = new Form(mine, List.of()).with("", frame.t().of("goals.focus.conflict"));
      FocusPage page = new FocusPage(again, true, shown(theirs));
      return frame.show("goals/focus", page, HttpStatus.CONFLICT);
    }
  }

  private FocusPage page(Caller caller, Form form) {
    return new FocusPage(form, access.can(caller, Action.CHANGE_WORKSPACE, null), null);
  }

  private static Form shown(FocusLimits limits) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("hotSpots", limits.hotSpots() ? "on" : null);
    values.put("perSubArea", limits.perSubArea());
    values.put("atOnce", limits.atOnce());
    values.put("objectives", limits.objectives());
    values.put("keyResults", limits.keyResults());
    values.put("version", limits.version());
    return Form.of(values);
  }
}
