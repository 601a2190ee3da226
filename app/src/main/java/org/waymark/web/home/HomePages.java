package org.waymark.web.home;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.web.FirstStep;
import org.waymark.web.Frame;
import org.waymark.web.HomeNote;

/** Where a person arrives: what to do next in this workspace. */
@Controller
class HomePages {
  private final List<FirstStep> steps;
  private final List<HomeNote> notes;
  private final Access access;

  HomePages(List<FirstStep> steps, List<HomeNote> notes, Access access) {
    this.notes = List.copyOf(notes);
    this.steps = steps.stream().sorted(Comparator.comparingInt(FirstStep::order)).toList();
    this.access = access;
  }

  @GetMapping("/")
  ModelAndView home(Caller caller, Frame frame) {
    access.require(caller, Action.READ, null);
    var shown =
        steps.stream()
            .map(step -> new HomePage.Step(step.key(), step.address(), step.done()))
            .toList();
    return frame.show(
        "home/home",
        new HomePage(shown, notes.stream().flatMap(note -> note.note(caller).stream()).toList()));
  }
}
