package org.waymark.goals.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.goals.Focus;
import org.waymark.goals.FocusLimits;

/** How much the workspace wants to take on at once, in the API. */
@RestController
@RequestMapping("/api/v1/focus")
class FocusApi {
  private final Focus focus;
  private final Access access;

  FocusApi(Focus focus, Access access) {
    this.focus = focus;
    this.access = access;
  }

  @GetMapping
  FocusLimits get(Caller caller) {
    access.require(caller, Action.READ, null);
    return focus.limits();
  }

  @PutMapping
  FocusLimits change(Caller caller, @RequestBody Focus.Wanted wanted) {
    return focus.change(caller, wanted);
  }
}
