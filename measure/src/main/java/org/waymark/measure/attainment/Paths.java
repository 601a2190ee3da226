package org.waymark.measure.attainment;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;

/**
 * Futures drawn by lot, for what depends on more than one reading. {@link Random} is specified down
 * to its arithmetic, so a fixed seed gives the same futures on every machine.
 *
 * @param fit what they start from
 * @param readings one row for each future, in the unit of the series
 */
record Paths(Fit fit, double[][] readings) {

  private static final int FUTURES = 4000;
  private static final long SEED = 20260101;

  static Paths of(Fit fit, Plan plan, int steps) {
    Random random = new Random(SEED);
    double[] upTo = fit.weights().clone();
    Arrays.parallelPrefix(upTo, Double::sum);
    double[][] readings = new double[FUTURES][];
    for (int i = 0; i < FUTURES; i++) {
      Filtered member = fit.members().get(drawn(upTo, random.nextDouble()));
      readings[i] = path(fit, plan, member, steps, random);
    }
    return new Paths(fit, readings);
  }

  private static int drawn(double[] upTo, double lot) {
    int index = 0;
    while (index < upTo.length - 1 && lot >= upTo[index]) {
      index++;
    }
    return index;
  }

  private static double[] path(Fit fit, Plan plan, Filtered from, int steps, Random random) {
    Member member = from.member();
    double spread = Math.sqrt(from.squares() / (2 * gamma(from.freedom() / 2, random)));
    double b = from.b() + spread * Math.sqrt(from.bb()) * random.nextGaussian();
    double tie = from.bb() > 0 ? from.ab() / from.bb() : 0;
    double rest = Math.sqrt(Math.max(0, from.aa() - tie * from.ab()));
    double a = from.a() + tie * (b - from.b()) + spread * rest * random.nextGaussian();
    double planned = plan.effect() + plan.doubt() * random.nextGaussian();
    double[] path = new double[steps];
    for (int step = 1; step <= steps; step++) {
      a += member.carry() * b + spread * Math.sqrt(member.drift()) * random.nextGaussian();
      b = member.keep() * b + spread * Math.sqrt(member.wobble()) * random.nextGaussian();
      double noise = spread * Math.sqrt(member.noise()) * random.nextGaussian();
      double reading = (a + member.seen() * b + noise) * fit.unit() + fit.season(step);
      path[step - 1] = fit.transform().back(reading + planned * plan.arrived(step));
    }
    return path;
  }

  /**
   * A number drawn from a gamma distribution of unit scale. G. Marsaglia and W. W. Tsang, ACM
   * Transactions on Mathematical Software 26 (2000) 363-372.
   *
   * @param shape at least 1
   */
  private static double gamma(double shape, Random random) {
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double v = Math.pow(1 + c * x, 3);
      if (v > 0 && Math.log(1 - random.nextDouble()) < x * x / 2 + d * (1 - v + Math.log(v))) {
        return d * v;
      }
    }
  }

  /**
   * The same futures in means of so many readings, counted back from the last; the first mean takes
   * in what is known already of its readings.
   */
  Paths means(int pooled) {
    if (pooled == 1) {
      return this;
    }
    int steps = readings[0].length;
    int blocks = (steps + pooled - 1) / pooled;
    double[] known =
        Arrays.stream(fit.behind(blocks * pooled - steps)).map(fit.transform()::back).toArray();
    double[][] means = new double[readings.length][blocks];
    for (int future = 0; future < means.length; future++) {
      for (int block = 0; block < blocks; block++) {
        int end = steps - (blocks - 1 - block) * pooled;
        double[] own = Arrays.copyOfRange(readings[future], Math.max(0, end - pooled), end);
        means[future][block] = block == 0 ? mean(known, own) : mean(new double[0], own);
      }
    }
    return new Paths(fit, means);
  }

  private static double mean(double[] some, double[] others) {
    return (Arrays.stream(some).sum() + Arrays.stream(others).sum())
        / (some.length + others.length);
  }

  /** The share of futures whose readings are such. */
  Chance share(Predicate<DoubleStream> such) {
    long count = Arrays.stream(readings).filter(path -> such.test(DoubleStream.of(path))).count();
    return new Chance((double) count / readings.length);
  }
}
