package org.waymark.goals.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.waymark.access.Caller;
import org.waymark.goals.GoalList;
import org.waymark.web.Finder;
import org.waymark.web.Texts;

/** The goals a person may see, whatever their state. */
@Component
class GoalFinder implements Finder {
  private final GoalList goals;

  GoalFinder(GoalList goals) {
    this.goals = goals;
  }

  @Override
  public List<Findable> findable(Caller caller, Texts texts) {
    return goals.titles(caller).stream()
        .map(
            goal ->
                new Findable(
                    "goal",
                    goal.statement(),
                    String.join(" ", goal.keyResults()),
                    texts.of("goals.state." + goal.state().code()) + " · " + goal.cycle(),
                    "/goals/" + goal.id()))
        .toList();
  }
}
