package org.waymark.attainment.web;

import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.waymark.access.Caller;
import org.waymark.attainment.Calibration;
import org.waymark.measure.calibration.Reliability;
import org.waymark.measure.calibration.TrackRecord;
import org.waymark.web.Frame;
import org.waymark.web.ProgressBar;

/** Whether what was said came true. */
@Controller
class CalibrationPages {
  /** Spiegelhalter's z beyond this is no accident, one time in twenty at most. */
  private static final double NOTICEABLE = 1.96;

  private final Calibration calibration;

  CalibrationPages(Calibration calibration) {
    this.calibration = calibration;
  }

  @GetMapping("/calibration")
  ModelAndView calibration(Caller caller, Frame frame) {
    return frame.show("attainment/calibration", page(frame, calibration.record(caller)));
  }

  private static CalibrationPage page(Frame frame, TrackRecord record) {
    return switch (record) {
      case TrackRecord.TooFew few ->
          new CalibrationPage(waiting(frame, few), null, List.of(), List.of(), null);
      case TrackRecord.Kept kept ->
          new CalibrationPage(
              null,
              verdict(frame, kept),
              List.of(
                  rule(frame, "forecast", kept.forecast()),
                  rule(frame, "pace", kept.pace()),
                  rule(frame, "base", kept.baseRate())),
              kept.reliability().bins().stream().map(bin -> bin(frame, bin)).toList(),
              sureness(frame, kept.sureness()));
    };
  }

  private static ProgressBar waiting(Frame frame, TrackRecord.TooFew few) {
    return new ProgressBar(
        (double) few.resolved() / few.needed(),
        null,
        null,
        frame.t().of("attainment.waiting", few.resolved(), few.needed()),
        "plain");
  }

  private static String verdict(Frame frame, TrackRecord.Kept kept) {
    double own = kept.forecast().brier();
    boolean best = own < kept.pace().brier() && own < kept.baseRate().brier();
    boolean worst = own >= kept.pace().brier() && own >= kept.baseRate().brier();
    return frame
        .t()
        .of(
            "attainment.verdict." + (best ? "best" : worst ? "worst" : "between"),
            frame.w().count(kept.resolved()));
  }

  private static CalibrationPage.Rule rule(Frame frame, String key, TrackRecord.Score score) {
    return new CalibrationPage.Rule(
        frame.t().of("attainment.rule." + key),
        frame.w().number(score.brier(), 3),
        frame.w().number(score.logarithmic(), 3));
  }

  private static CalibrationPage.Bin bin(Frame frame, Reliability.Bin bin) {
    return new CalibrationPage.Bin(
        frame
            .t()
            .of("web.interval", frame.w().number(100 * bin.low(), 0), frame.w().share(bin.high())),
        frame.w().count(bin.count()),
        frame.w().share(bin.said()),
        frame.w().share(bin.reached()));
  }

  private static @Nullable String sureness(Frame frame, OptionalDouble z) {
    if (z.isEmpty()) {
      return null;
    }
    boolean noticeable = Math.abs(z.getAsDouble()) > NOTICEABLE;
    String key = !noticeable ? "fine" : z.getAsDouble() > 0 ? "too-sure" : "too-shy";
    return frame.t().of("attainment.sureness." + key);
  }
}
