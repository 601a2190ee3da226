package org.waymark.web;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.waymark.web.LineChart.Point;
import org.waymark.web.LineChart.Value;

/**
 * The figures of a chart as CSV that the page itself carries: with every digit, in the unit of
 * readings, so that a spreadsheet reads them in any language.
 */
record ChartFile(LineChart chart) {
  private static final String HEAD = "from,to,value,low,high,n,note\r\n";

  /** An address that holds the file. */
  String address() {
    var bytes = text().getBytes(StandardCharsets.UTF_8);
    return "data:text/csv;charset=utf-8;base64," + Base64.getEncoder().encodeToString(bytes);
  }

  String text() {
    var lines = new StringBuilder(HEAD);
    chart.points().forEach(point -> lines.append(line(point)).append("\r\n"));
    return lines.toString();
  }

  private static String line(Point point) {
    var value = point.value();
    return String.join(
        ",",
        point.from().toString(),
        point.to().toString(),
        value == null ? "" : digits(value.value()),
        value == null ? "" : digits(value.low()),
        value == null ? "" : digits(value.high()),
        value == null || value.n() == null ? "" : value.n().toString(),
        quoted(note(point, value)));
  }

  private static String note(Point point, @Nullable Value value) {
    if (point.note() != null) {
      return point.note();
    }
    return value == null
        ? ""
        : switch (value.mark()) {
          case MEASURED -> "";
          case INDICATIVE -> "indicative";
          case AT_LEAST -> "at least";
        };
  }

  private static String digits(@Nullable Double number) {
    return number == null ? "" : new BigDecimal(number.toString()).toPlainString();
  }

  private static String quoted(String text) {
    return text.matches("[^\",\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
