package org.waymark.measurement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.waymark.measure.Reading;

/** The shape of an answer in the API; numbers are never rounded. */
public record ReadingJson(
    String metric,
    int version,
    String statistic,
    String unit,
    String direction,
    java.time.Instant asOf,
    List<Item> items) {

  /** One period. Which of the numbers are there is decided by the state. */
  public record Item(
      LocalDate from,
      LocalDate to,
      @Nullable String by,
      String state,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double value,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long n,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double low,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double high,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean indicative,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable BigDecimal numerator,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable BigDecimal denominator,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double nEffective,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long open,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long without,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean approximate,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean settling,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long needed,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String because) {}

  /** The answer as the API shows it. */
  public static ReadingJson of(Readings readings) {
    return new ReadingJson(
        readings.metric().key(),
        readings.metric().version(),
        readings.statistic().code(),
        readings.unit().code(),
        readings.direction().code(),
        readings.asOf(),
        readings.items().stream().map(ReadingJson::item).toList());
  }

  /** One reading as the API shows it. */
  public static Item item(PeriodReading item) {
    LocalDate from = item.period().from();
    LocalDate to = item.period().to();
    String by = item.by();
    return switch (item.reading()) {
      case Reading.Measured it ->
          new Item(
              from,
              to,
              by,
              "measured",
              it.value(),
              it.n(),
              it.low(),
              it.high(),
              it.indicative(),
              it.numerator(),
              it.denominator(),
              it.nEffective(),
              it.open(),
              it.without(),
              it.approximate() ? true : null,
              it.settling() ? true : null,
              null,
              null);
      case Reading.AtLeast it ->
          new Item(
              from,
              to,
              by,
              "atLeast",
              it.value(),
              it.n(),
              null,
              null,
              null,
              null,
              null,
              null,
              it.open(),
              null,
              it.approximate() ? true : null,
              null,
              null,
              null);
      case Reading.TooFew it ->
          new Item(
              from,
              to,
              by,
              "tooFew",
              null,
              it.n(),
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              it.needed(),
              null);
      case Reading.NoData it ->
          new Item(
              from,
              to,
              by,
              "noData",
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              because(it.because()));
    };
  }

  /** {@code noItems}, {@code nothingDue} and so on. */
  private static String because(Reading.Because because) {
    String[] words = because.name().toLowerCase(Locale.ROOT).split("_");
    StringBuilder camel = new StringBuilder(words[0]);
    for (int i = 1; i < words.length; i++) {
      camel
          .append(Character.toUpperCase(words[i].charAt(0)))
          .append(words[i], 1, words[i].length());
    }
    return camel.toString();
  }
}
