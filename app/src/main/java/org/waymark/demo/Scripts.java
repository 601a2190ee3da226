package org.waymark.demo;

/** All that the company's people do with their goals, from the start of the year to yesterday. */
final class Scripts {
  private Scripts() {}

  static Script of(StoryDays days) {
    Script script = new Script();
    GoalsOfTheYear.write(script, days);
    GoalsThatEnded.write(script, days);
    GoalsThatRun.write(script, days);
    GoalsOfCare.write(script, days);
    GoalsToCome.write(script, days);
    Beginnings.write(script, days);
    return script;
  }
}
