package org.waymark.measure.attainment;

import java.util.Optional;
import java.util.OptionalDouble;
import org.waymark.measure.attainment.Aim.AtLeast;
import org.waymark.measure.attainment.Aim.AtMost;
import org.waymark.measure.attainment.Aim.Within;

/**
 * Where a reading will be if nothing changes. All numbers are in the unit of the series.
 *
 * <p>The average of two and twenty models by their likelihood: a Kalman filter each, with the
 * common variance integrated out (inverse gamma), so that each foresees a Student t distribution.
 * M. West and J. Harrison, Bayesian Forecasting and Dynamic Models (1997), 4.5 and 12.2; J. A.
 * Hoeting and others, Bayesian Model Averaging, Statistical Science 14 (1999) 382-417.
 */
public final class Forecast {

  /** What is reached one time in three is not exceeded two times in three. */
  private static final double TWO_IN_THREE = 0.67;

  private final Fit fit;
  private final int steps;
  private final int pooled;
  private final Plan plan;
  private final Mixture mixture;

  Forecast(Fit fit, int steps, int pooled, Plan plan) {
    this.fit = fit;
    this.steps = steps;
    this.pooled = pooled;
    this.plan = plan;
    double arrived = plan.arrived(steps);
    this.mixture = fit.ahead(steps, pooled).moved(plan.effect() * arrived, plan.doubt() * arrived);
  }

  /** Which reading after the last point of the series this is about. */
  public int steps() {
    return steps;
  }

  /**
   * The same for the mean of the last readings up to this one, as a key result over four weeks
   * pools them: steadier than a single reading. Those of them that lie behind are known; a missing
   * one is left out. It is a mean on the scale of the forecast, so of durations the geometric one.
   *
   * @param readings how many, at least 1
   */
  public Forecast pooled(int readings) {
    if (readings < 1) {
      throw new IllegalArgumentException("at least one reading is pooled");
    }
    return new Forecast(fit, steps, readings, plan);
  }

  /** Whether what months of the year add is known and was taken into account. */
  public boolean isSeasonAdjusted() {
    return fit.season().isPresent();
  }

  /** The chance that the reading is as aimed for. */
  public Chance chance(Aim aim) {
    return new Chance(
        switch (aim) {
          case AtLeast least -> mixture.atLeast(scaled(least.limit()));
          case AtMost most -> mixture.atMost(scaled(most.limit()));
          case Within band ->
              Math.max(0, mixture.atMost(scaled(band.high())) - mixture.atMost(scaled(band.low())));
        });
  }

  /**
   * The chance that every reading from the next to this one is as aimed for, counted over simulated
   * paths with a fixed seed (so it is the same each time; good to about one percent). Of a {@link
   * #pooled} forecast it is the means of so many readings that are to be kept: counted back from
   * this one, of which the first may have begun already.
   */
  public Chance chanceOfKeeping(Aim aim) {
    return Paths.of(fit, plan, steps).means(pooled).share(path -> path.allMatch(aim::isMetBy));
  }

  /**
   * The chance that the readings from the next to this one, together with what was counted so far,
   * add up to the aim; simulated as {@link #chanceOfKeeping} is.
   */
  public Chance chanceOfAddingUp(double soFar, Aim aim) {
    return Paths.of(fit, plan, steps).share(path -> aim.isMetBy(soFar + path.sum()));
  }

  /** The expected reading; on the scale of logarithms or log odds when the series is taken so. */
  public double mean() {
    return back(mixture.mean());
  }

  /**
   * The value the reading does not exceed with this probability.
   *
   * @throws IllegalArgumentException when it is not between 0 and 1
   */
  public double quantile(double probability) {
    if (!(probability > 0 && probability < 1)) {
      throw new IllegalArgumentException("a quantile lies between 0 and 1");
    }
    return back(mixture.quantile(probability));
  }

  /**
   * Where the reading lies with this probability, the rest being left out in equal parts at both
   * ends.
   *
   * @param probability for example 0.8 or 0.95
   */
  public Range likely(double probability) {
    return new Range(quantile((1 - probability) / 2), quantile((1 + probability) / 2));
  }

  /** The value history alone reaches one time in three; none for a band, which has no far end. */
  public OptionalDouble reachedOneTimeInThree(Aim aim) {
    return switch (aim) {
      case AtLeast least -> OptionalDouble.of(quantile(TWO_IN_THREE));
      case AtMost most -> OptionalDouble.of(quantile(1 - TWO_IN_THREE));
      case Within band -> OptionalDouble.empty();
    };
  }

  /**
   * The same for an earlier reading, to draw the way there.
   *
   * @param step 1 to {@link #steps}
   * @throws IllegalArgumentException when it is not one of those
   */
  public Forecast at(int step) {
    if (step < 1 || step > steps) {
      throw new IllegalArgumentException("the way there has steps 1 to " + steps);
    }
    return new Forecast(fit, step, pooled, plan);
  }

  /**
   * The same with something the team plans, to be shown beside this one and named as such. Nothing
   * where the plan leads to a number no reading can be, as a duration below zero.
   */
  public Optional<Forecast> with(PlannedChange change) {
    Transform transform = fit.transform();
    double now = fit.ahead(steps, pooled).mean();
    double then = transform.back(now) + change.effect();
    double effect = transform.of(then) - now;
    double doubt = transform.slope(then) * change.doubt();
    return Double.isFinite(effect)
        ? Optional.of(
            new Forecast(fit, steps, pooled, new Plan(change.ramp(), steps, effect, doubt)))
        : Optional.empty();
  }

  private double scaled(double limit) {
    return fit.transform().of(limit);
  }

  private double back(double scaled) {
    return fit.transform().back(scaled);
  }
}
