package org.waymark.measurement;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Readings as a table for other programs: one line per period and value, empty where a number is
 * missing.
 */
public final class ReadingCsv {

  private ReadingCsv() {}

  /** RFC 4180 with a header line; decimals with a point, not rounded. */
  public static String of(Readings readings) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(
          "metric",
          "version",
          "statistic",
          "unit",
          "asOf",
          "from",
          "to",
          "by",
          "state",
          "value",
          "n",
          "low",
          "high",
          "indicative",
          "numerator",
          "denominator",
          "nEffective",
          "open",
          "without",
          "needed",
          "settling");
      ReadingJson answer = ReadingJson.of(readings);
      for (ReadingJson.Item item : answer.items()) {
        csv.writeRecord(
            Stream.<@Nullable Object>of(
                    answer.metric(),
                    answer.version(),
                    answer.statistic(),
                    answer.unit(),
                    answer.asOf(),
                    item.from(),
                    item.to(),
                    harmless(item.by()),
                    item.state(),
                    item.value(),
                    item.n(),
                    item.low(),
                    item.high(),
                    item.indicative(),
                    item.numerator(),
                    item.denominator(),
                    item.nEffective(),
                    item.open(),
                    item.without(),
                    item.needed(),
                    item.settling())
                .map(ReadingCsv::text)
                .toList());
      }
    } catch (java.io.IOException impossible) {
      throw new java.io.UncheckedIOException("A string can always be written", impossible);
    }
    return text.toString();
  }

  /** A word of the facts that a spreadsheet would take for a formula is quoted as text. */
  static @Nullable String harmless(@Nullable String word) {
    return word != null && !word.isEmpty() && "=+-@\t\r".indexOf(word.charAt(0)) >= 0
        ? "'" + word
        : word;
  }

  private static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case BigDecimal decimal -> decimal.toPlainString();
      case Double number -> new BigDecimal(number.toString()).toPlainString();
      default -> value.toString();
    };
  }
}
