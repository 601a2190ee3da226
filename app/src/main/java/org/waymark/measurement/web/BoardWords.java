package org.waymark.measurement.web;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.measure.Reading;
import org.waymark.measure.metric.Statistic;
import org.waymark.measurement.Readings;
import org.waymark.metrics.MetricWords;
import org.waymark.web.Frame;

/**
 * A number in words that stand alone: what it is, what it rests on, how sure it is, and where to
 * look it up.
 *
 * @param title name and statistic
 * @param figure the number with its unit; null when there is none
 * @param basis interval and n, or why there is no number
 * @param days what it covers, with the zone, and which part of the items
 * @param before the number of the days before; null without one
 * @param caveat what must not be read into it
 * @param meaning what the metric is, in a sentence
 * @param asOf when it was known
 * @param source where to look it up
 */
record BoardWords(
    String title,
    @Nullable String figure,
    String basis,
    String days,
    @Nullable String before,
    String caveat,
    String meaning,
    String asOf,
    String source) {
  private static final int LONGEST_MEANING = 200;

  static BoardWords of(
      Frame f,
      String title,
      MetricWords words,
      Readings readings,
      String days,
      @Nullable String only,
      @Nullable String before,
      String zone,
      String source) {
    Reading reading = readings.single();
    Said said = Said.of(f, readings, reading);
    String from =
        said.figure() == null
            ? said.basis()
            : said.interval() == null
                ? f.t().of("metrics.board.from", said.basis())
                : f.t().of("metrics.board.between", said.interval(), said.basis());
    return new BoardWords(
        title,
        said.figure(),
        from,
        only == null ? days : f.t().of("metrics.page.of", days, only),
        before,
        caveat(f, readings.statistic(), reading),
        meaning(f, words.definition()),
        f.t().of("metrics.board.asOf", f.w().instant(readings.asOf()), zone),
        source);
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        figure == null ? title + ". " + basis + "." : title + ": " + figure + ", " + basis + ".");
    lines.add(days + ".");
    Stream.ofNullable(before).forEach(lines::add);
    lines.add(caveat);
    lines.add(meaning);
    lines.add(asOf);
    return lines;
  }

  /** The number, n and interval in one line, for those who cannot see the picture. */
  String alternative() {
    return Objects.toString(lines().getFirst()) + " " + days + ".";
  }

  private static String caveat(Frame f, Statistic statistic, Reading reading) {
    String key =
        switch (reading) {
          case Reading.AtLeast it -> "atLeast";
          case Reading.TooFew it -> "tooFew";
          case Reading.NoData it -> "tooFew";
          case Reading.Measured it ->
              it.indicative()
                  ? "indicative"
                  : it.low() == null && it.high() == null
                      ? statistic == Statistic.Plain.SUM
                          ? "sum"
                          : statistic == Statistic.Plain.COUNT ? "counted" : "noInterval"
                      : it.open() != null && it.open() > 0
                          ? statistic == Statistic.Plain.MEAN ? "ended" : "open"
                          : "noise";
        };
    return f.t().of("metrics.board.caveat." + key);
  }

  /** The definition, or the first sentence of a long one. */
  private static String meaning(Frame f, String text) {
    if (text.length() <= LONGEST_MEANING) {
      return text;
    }
    BreakIterator sentences = BreakIterator.getSentenceInstance(f.t().locale());
    sentences.setText(text);
    int end = sentences.next();
    return end == BreakIterator.DONE ? text : text.substring(0, end).strip();
  }
}
