package org.waymark.demo.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.demo.Demonstration;
import org.waymark.web.Form;
import org.waymark.web.Frame;
import org.waymark.web.ProgressBar;

/** The demonstration as people meet it: example data, loaded and removed by one press each. */
@Controller
class ExamplePages {
  private final Demonstration demonstration;
  private final Access access;

  ExamplePages(Demonstration demonstration, Access access) {
    this.demonstration = demonstration;
    this.access = access;
  }

  @GetMapping("/example")
  ModelAndView look(Caller caller, Frame frame) {
    access.require(caller, Action.CHANGE_WORKSPACE, null);
    var status = demonstration.status(caller);
    var there = status instanceof Demonstration.Status.There;
    return frame.show(
        "example/example",
        new ExamplePage(
            status,
            bar(frame, status),
            there ? demonstration.kept(caller, false) : List.of(),
            status instanceof Demonstration.Status.None ? demonstration.stayed(caller) : List.of(),
            Form.empty()));
  }

  @PostMapping("/example")
  ModelAndView load(Caller caller, Frame frame) {
    access.require(caller, Action.CHANGE_WORKSPACE, null);
    demonstration.load(caller);
    return frame.to("/example");
  }

  @PostMapping("/example/removal")
  ModelAndView remove(Caller caller, Frame frame, Form form) {
    access.require(caller, Action.CHANGE_WORKSPACE, null);
    demonstration.remove(caller, form.checked("touched"));
    return frame.to("/example");
  }

  private static @Nullable ProgressBar bar(Frame frame, Demonstration.Status status) {
    if (!(status instanceof Demonstration.Status.Busy busy)) {
      return null;
    }
    var key = busy.loading() ? "example.loading" : "example.removing";
    return ProgressBar.of(busy.percent() / 100.0, frame.t().of(key, busy.percent()));
  }
}
