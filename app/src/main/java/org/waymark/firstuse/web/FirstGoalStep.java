package org.waymark.firstuse.web;

import org.springframework.stereotype.Component;
import org.waymark.goals.GoalList;
import org.waymark.measurement.Measurement;
import org.waymark.web.FirstStep;

/** Once there is data: what do you want to reach. Without any, a goal can be written by hand. */
@Component
class FirstGoalStep implements FirstStep {
  private final GoalList goals;
  private final Measurement measurement;

  FirstGoalStep(GoalList goals, Measurement measurement) {
    this.goals = goals;
    this.measurement = measurement;
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
    return measurement.holdsAnything() ? "/first/goal" : "/goals/new";
  }

  @Override
  public boolean done() {
    return goals.any();
  }
}
