package org.waymark.attainment.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.web.ProgressBar;

/**
 * How right forecasts have been, in words.
 *
 * @param waiting how many have resolved of how many are needed; absent once there are enough
 * @param verdict the forecast against the simpler rules, in one sentence; absent while waiting
 * @param rules the forecast first, then what it is compared with
 * @param sureness whether chances were too sure; absent where it cannot be told
 */
public record CalibrationPage(
    @Nullable ProgressBar waiting,
    @Nullable String verdict,
    List<Rule> rules,
    List<Bin> bins,
    @Nullable String sureness) {

  /** One way to say how likely something is, with its scores; lower is better. */
  public record Rule(String name, String brier, String logarithmic) {}

  /** Key results of which about the same was said. */
  public record Bin(String range, String count, String said, String reached) {}
}
