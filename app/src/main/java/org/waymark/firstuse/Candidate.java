package org.waymark.firstuse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waymark.goals.MeasureAsked;
import org.waymark.measure.Reading;
import org.waymark.measurement.Period;
import org.waymark.measurement.Readings;

/**
 * A number that a first goal could be about, as the data tell it now.
 *
 * @param question the one question whose answers count; null for all that is measured
 * @param days what the number covers: the last four weeks of which anything is known
 * @param readings the answer it stands in, with its metric, statistic and unit
 */
public record Candidate(
    @Nullable String question, Period days, Readings readings, Reading reading) {

  /** What the candidate goes by in an address. */
  public String code() {
    String measure = readings.metric().key() + " " + readings.statistic().code();
    return question == null ? measure : measure + " " + question;
  }

  /** The same number as forms and addresses ask for it. */
  public MeasureAsked asked() {
    return new MeasureAsked(
        readings.metric().key(),
        readings.statistic().code(),
        null,
        question == null ? Map.of() : Map.of("question", List.of(question)));
  }

  /** Whether a baseline can rest on it. */
  public boolean firm() {
    return reading instanceof Reading.Measured;
  }

  public Optional<BeyondChance> suggestion() {
    return reading instanceof Reading.Measured measured
        ? BeyondChance.of(measured, readings.unit(), readings.direction())
        : Optional.empty();
  }
}
