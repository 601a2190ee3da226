package org.waymark.measure.attainment;

import java.util.List;

/** How much of a way is expected to be behind one at a given time, where the end is 1. */
public sealed interface Pace {

  /**
   * The expected share of the way.
   *
   * @param time share of the time that has passed, 0 to 1
   */
  double at(double time);

  /** As much of the way as of the time. */
  record Straight() implements Pace {
    @Override
    public double at(double time) {
      return checked(time);
    }
  }

  /** Slow, then fast, then slow: 3u² - 2u³. */
  record Curved() implements Pace {
    @Override
    public double at(double time) {
      return checked(time) * time * (3 - 2 * time);
    }
  }

  /**
   * Nothing at first, then straight.
   *
   * @param share of the time in which nothing can be seen yet, 0 to below 1
   */
  record Delayed(double share) implements Pace {
    public Delayed {
      if (!(share >= 0 && share < 1)) {
        throw new IllegalArgumentException("a delay is a share of the time");
      }
    }

    @Override
    public double at(double time) {
      return Math.max(0, checked(time) - share) / (1 - share);
    }
  }

  /**
   * As last year went, for amounts that add up.
   *
   * @param last each period's amount of last year, at least one of them above 0
   */
  record AsLastYear(List<Double> last) implements Pace {
    public AsLastYear {
      last = List.copyOf(last);
      double sum = last.stream().mapToDouble(Double::doubleValue).sum();
      if (!(sum > 0 && Double.isFinite(sum)) || last.stream().anyMatch(one -> one < 0)) {
        throw new IllegalArgumentException("last year added up to something");
      }
    }

    @Override
    public double at(double time) {
      double passed = checked(time) * last.size();
      double soFar = 0;
      double sum = 0;
      for (int period = 0; period < last.size(); period++) {
        soFar += last.get(period) * Math.clamp(passed - period, 0, 1);
        sum += last.get(period);
      }
      return soFar / sum;
    }
  }

  private static double checked(double time) {
    if (!(time >= 0 && time <= 1)) {
      throw new IllegalArgumentException("time runs from 0 to 1");
    }
    return time;
  }
}
