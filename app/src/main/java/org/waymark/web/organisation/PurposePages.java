package org.waymark.web.organisation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.platform.Conflict;
import org.waymark.platform.InvalidInput;
import org.waymark.web.Form;
import org.waymark.web.Frame;
import org.waymark.workspace.WorkspaceSettings;
import org.waymark.workspace.Workspaces;

/** Mission and vision; they are read on top of the organisation's units. */
@Controller
class PurposePages {
  private final Workspaces workspaces;
  private final Access access;

  PurposePages(Workspaces workspaces, Access access) {
    this.workspaces = workspaces;
    this.access = access;
  }

  @GetMapping("/organisation/purpose")
  ModelAndView purpose(Caller caller, Frame frame) {
    access.require(caller, Action.CHANGE_WORKSPACE, null);
    return frame.show("organisation/purpose", new PurposePage(shown(workspaces.current())));
  }

  @PostMapping("/organisation/purpose")
  ModelAndView change(Caller caller, Frame frame, Form form) {
    access.require(caller, Action.CHANGE_WORKSPACE, null);
    try {
      workspaces.change(
          caller,
          Workspaces.WorkspaceChange.purpose(form.text("mission"), form.text("vision")),
          form.version());
      return frame.to("/organisation", "organisation.purpose.changed");
    } catch (InvalidInput refused) {
      return frame.refused("organisation/purpose", new PurposePage(form.with(refused)));
    } catch (Conflict lost) {
      var now = workspaces.current();
      var values = new LinkedHashMap<>(form.values());
      values.put("version", List.of(Integer.toString(now.version())));
      var told =
          new Form(values, List.of())
              .with("", frame.t().of("organisation.purpose.lost", now.mission(), now.vision()));
      return frame.show("organisation/purpose", new PurposePage(told), HttpStatus.CONFLICT);
    }
  }

  private static Form shown(WorkspaceSettings settings) {
    return Form.of(
        Map.of(
            "mission", settings.mission(),
            "vision", settings.vision(),
            "version", settings.version()));
  }
}
