package org.waymark.measure;

import org.waymark.measure.fact.FactFiles;

/**
 * Adds up facts. Every engine answers the same plan over the same files with exactly the same
 * cells, in whole numbers; ratios, quantiles and intervals are the {@link Finisher}'s.
 */
public interface Engine {

  /**
   * The cells of a plan: one for each day (and value of the dimension) that has any item.
   *
   * @param files every file of every file day that may hold an item of the plan
   */
  Cells compute(Plan plan, FactFiles files);

  /**
   * The cells of a plan of periods: one for each period (and value of the dimension, or cohort)
   * that has any customer or item.
   *
   * @param files every file of every file day that may hold an item {@link Sight} names
   */
  Cells compute(PeriodPlan plan, FactFiles files);
}
