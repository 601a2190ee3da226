package org.waymark.coach;

import java.util.List;

/** All rules, in the order in which their findings are shown. */
final class Rules {
  static final List<Rule> ALL =
      List.of(
          new IsVague(),
          new NamesNoMetric(),
          new NamesNoTarget(),
          new NamesNoBaseline(),
          new NamesNoDate(),
          new JoinsGoals(),
          new IsActivity(),
          new IsBusinessAsUsual(),
          new IsAbsolute(),
          new IsLong(),
          new PointsTheOtherWay(),
          new IsImplausible(),
          new MixesUnits(),
          new UsesJargon(),
          new LiesOutsideControl(),
          new HasTooManyKeyResults(),
          new CarriesNumberInObjective());

  private Rules() {}
}
