package org.waymark.guide;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.waymark.workspace.Fields;

/** The ten steps in their order, each with the fields that its form asks. No two ask the same. */
public enum GuideStep {
  /** What the goal is about, and when it runs. */
  AREA("cycle", "area", "drop", "dropBecause"),
  /** What is to be reached, in at most two sentences. */
  DESCRIPTION("statement", "sort", "kind", "ambition"),
  /** Whether it can be measured; here a person overrules the coach. */
  MEASURABLE("overruled"),
  /** The number that shows it, and where that number comes from. */
  METRIC(
      "evidence",
      "measure",
      "name",
      "type",
      "baseline",
      "baselineFrom",
      "baselineTo",
      "target",
      "low",
      "high",
      "change",
      "due",
      "different",
      "worth",
      "link",
      "reader",
      "readWhen",
      "counted",
      "question",
      "answers"),
  /** Whether it is small enough for those who carry it. */
  EFFORT("owner", "hoursPerWeek", "resources"),
  /** What it is good for. */
  BENEFIT("why", "contributesTo", "drives"),
  /** How to get there, in at most two sentences. */
  STRATEGY("strategy"),
  /** Where its course is written down, and on whose board it stands. */
  RECORD("recordedIn", "unit"),
  /** Who is asked for agreement. */
  SHARE("invite", "units"),
  /** When it is looked at together. */
  REVIEW("reviewOn", "reviewEvery");

  private final List<String> fields;

  GuideStep(String... fields) {
    this.fields = List.of(fields);
  }

  /** The word for it in addresses. */
  public String code() {
    return Fields.word(this);
  }

  public List<String> fields() {
    return fields;
  }

  /** 1 to 10. */
  public int number() {
    return ordinal() + 1;
  }

  public Optional<GuideStep> next() {
    return number() < values().length ? Optional.of(values()[ordinal() + 1]) : Optional.empty();
  }

  public Optional<GuideStep> previous() {
    return ordinal() > 0 ? Optional.of(values()[ordinal() - 1]) : Optional.empty();
  }

  public static Optional<GuideStep> of(String code) {
    return Arrays.stream(values()).filter(step -> step.code().equals(code)).findFirst();
  }

  /** The step whose form asks for this field; fields of a target's parts belong to the target. */
  public static Optional<GuideStep> asking(String field) {
    String whole = field.replaceFirst("[.\\[].*", "");
    return Arrays.stream(values()).filter(step -> step.fields.contains(whole)).findFirst();
  }
}
