package org.waymark.measurement.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.measure.fact.Instants;
import org.waymark.measure.metric.Measure;
import org.waymark.platform.Json;
import org.waymark.web.Form;
import tools.jackson.databind.node.ObjectNode;

/** What somebody can choose to have measured; a measure that no choice stands for needs JSON. */
enum MeasureChoice {
  FINISHED("finished"),
  RESPONDED("responded"),
  SHARE("share"),
  ON_TIME("on-time"),
  COUNT("count"),
  SUM("sum"),
  NPS("nps"),
  MEAN("mean");

  private final String code;

  MeasureChoice(String code) {
    this.code = code;
  }

  /** As the form sends it. */
  String code() {
    return code;
  }

  /** Null when nothing was chosen. */
  static @Nullable MeasureChoice in(Form form) {
    for (MeasureChoice one : values()) {
      if (one.code.equals(form.text("measure"))) {
        return one;
      }
    }
    return null;
  }

  /** The choice that stands for a measure, or null when only JSON can say it. */
  static @Nullable MeasureChoice of(Measure measure) {
    return switch (measure) {
      case Measure.Duration duration -> duration.to() == Instants.RESPONDED ? RESPONDED : FINISHED;
      case Measure.Share share -> SHARE;
      case Measure.Nps nps -> NPS;
      case Measure.Mean mean -> MEAN;
      case Measure.Count count -> COUNT;
      case Measure.Sum sum -> SUM;
      case Measure.OnTime onTime -> ON_TIME;
      case Measure.Rate _, Measure.Reopened _, Measure.FirstContact _ -> null;
      case Measure.FollowedUp _, Measure.Distinct _, Measure.Churn _ -> null;
      case Measure.Retention _, Measure.Repeat _ -> null;
    };
  }

  /** Whether it is a length of time, of which much can be said. */
  boolean isTime() {
    return this == FINISHED || this == RESPONDED;
  }

  /** The only day it can belong to, or null when that is to be chosen. */
  @Nullable Instants anchor() {
    return switch (this) {
      case FINISHED, RESPONDED -> Instants.STARTED;
      case ON_TIME -> Instants.DUE;
      case SHARE, COUNT, SUM, NPS, MEAN -> null;
    };
  }

  /** What is said of it, where nothing is to be chosen; empty for times. */
  List<String> statistics() {
    return switch (this) {
      case FINISHED, RESPONDED -> List.of();
      case SHARE, ON_TIME -> List.of("share");
      case COUNT -> List.of("count");
      case SUM -> List.of("sum");
      case NPS -> List.of("score");
      case MEAN -> List.of("top-box", "mean");
    };
  }

  /**
   * The measure in a definition's JSON.
   *
   * @param condition of a share
   */
  ObjectNode json(ObjectNode condition) {
    ObjectNode json = Json.mapper().createObjectNode();
    switch (this) {
      case FINISHED -> json.putArray("duration").add("startedAt").add("finishedAt");
      case RESPONDED -> json.putArray("duration").add("startedAt").add("respondedAt");
      case SHARE -> json.putObject("share").set("of", condition);
      case ON_TIME -> json.put("onTime", true);
      case COUNT -> json.put("count", true);
      case SUM -> json.put("sum", "quantity");
      case NPS -> json.put("nps", "score");
      case MEAN -> json.put("mean", "score");
    }
    return json;
  }
}
