package org.waymark.goals.web;

import org.springframework.stereotype.Component;
import org.waymark.goals.GoalList;
import org.waymark.web.FirstStep;

/** Once there is data: what do you want to reach. */
@Component
class GoalStep implements FirstStep {
  private final GoalList goals;

  GoalStep(GoalList goals) {
    this.goals = goals;
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public String key() {
    return "goals.first";
  }

  @Override
  public String address() {
    return "/goals/new";
  }

  @Override
  public boolean done() {
    return goals.any();
  }
}
