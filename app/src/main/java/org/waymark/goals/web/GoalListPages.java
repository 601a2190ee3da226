package org.waymark.goals.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.goals.GoalForest;
import org.waymark.goals.GoalForests;
import org.waymark.goals.GoalLine;
import org.waymark.goals.GoalList;
import org.waymark.goals.State;
import org.waymark.web.Choices;
import org.waymark.web.Form;
import org.waymark.web.Frame;
import org.waymark.web.Typed;

/** The goals as a tree; what it shows is all in its address. */
@Controller
class GoalListPages {
  /** Up to so many goals every branch is open. */
  private static final int SEEN_AT_ONCE = 40;

  private static final Set<String> FILTERS = Set.of("cycle", "unit", "area", "state", "owner", "q");

  private final GoalForests forests;
  private final GoalChoices choices;
  private final Access access;

  GoalListPages(GoalForests forests, GoalChoices choices, Access access) {
    this.forests = forests;
    this.choices = choices;
    this.access = access;
  }

  @GetMapping("/goals")
  ModelAndView list(Caller caller, Frame frame, Form form) {
    access.require(caller, Action.READ, null);
    GoalList.Wanted wanted =
        new GoalList.Wanted(
            form.optional("cycle"),
            form.optional("unit"),
            form.optional("area"),
            form.optional("state"),
            form.optional("owner"),
            form.optional("q"));
    UUID below = new Typed(form).id("below");
    GoalForest forest = forests.forest(caller, wanted, below, form.optional("cursor"));
    GoalNames names = choices.names();
    GoalPhrases phrases = new GoalPhrases(frame);
    boolean open = forest.size() <= SEEN_AT_ONCE;
    String asked = asked(form);
    return frame.show(
        "goals/list",
        new GoalListPage(
            forest.trees().stream().map(tree -> branch(tree, phrases, names, open, 1)).toList(),
            forest.top(),
            form,
            choices.organisation().cycles(),
            choices.organisation().units(),
            choices.organisation().areas(),
            Choices.words(
                frame,
                "goals.state.",
                "draft",
                "proposed",
                "agreed",
                "running",
                "closed",
                "withdrawn"),
            choices.organisation().members(),
            names,
            access.can(caller, Action.DRAFT_GOAL, null),
            FILTERS.stream().anyMatch(field -> form.optional(field) != null),
            asked.isEmpty() ? "/goals" : "/goals?" + asked,
            forest.next()));
  }

  private static GoalListPage.Branch branch(
      GoalForest.Tree tree, GoalPhrases phrases, GoalNames names, boolean open, int depth) {
    GoalLine line = tree.line();
    State state = line.goal().state();
    return new GoalListPage.Branch(
        tree,
        phrases.bar(line.progress()),
        phrases.overall(line.progress()),
        state != State.CLOSED && state != State.WITHDRAWN && names.hasLeft(line.goal().owner()),
        open || depth == 1,
        tree.below().stream()
            .map(below -> branch(below, phrases, names, open, depth + 1))
            .toList());
  }

  /** What is in the address but where the list goes on. */
  private static String asked(Form form) {
    return form.values().keySet().stream()
        .filter(field -> !field.equals("cursor") && form.optional(field) != null)
        .map(field -> encoded(field) + "=" + encoded(form.text(field)))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
