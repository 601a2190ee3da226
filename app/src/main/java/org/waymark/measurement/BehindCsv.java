package org.waymark.measurement;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.platform.Json;

/** Interactions as a table for other programs, with the names of the fields they are sent with. */
public final class BehindCsv {
  private final CsvWriter csv;

  /** Begins the table with its header line. */
  public BehindCsv(Writer text) {
    csv = CsvWriter.builder().build(text);
    csv.writeRecord(
        "source",
        "id",
        "kind",
        "startedAt",
        "respondedAt",
        "finishedAt",
        "reopenedAt",
        "dueAt",
        "unit",
        "channel",
        "product",
        "region",
        "topic",
        "touchpoint",
        "question",
        "scale",
        "score",
        "weight",
        "handledBy",
        "contacts",
        "complaint",
        "quantity",
        "status",
        "numerator",
        "denominator",
        "pauses",
        "attributes");
  }

  /** Adds one line; what is not known is empty. */
  public void write(Behind item) {
    csv.writeRecord(
        Stream.<@Nullable Object>of(
                item.source(),
                item.id(),
                item.kind(),
                item.startedAt(),
                item.respondedAt(),
                item.finishedAt(),
                item.reopenedAt(),
                item.dueAt(),
                item.unit(),
                item.channel(),
                item.product(),
                item.region(),
                item.topic(),
                item.touchpoint(),
                item.question(),
                item.scale(),
                item.score(),
                item.weight(),
                item.handledBy(),
                item.contacts(),
                item.complaint(),
                item.quantity(),
                item.status(),
                item.numerator(),
                item.denominator(),
                pauses(item),
                item.attributes().isEmpty() ? null : Json.write(item.attributes()))
            .map(BehindCsv::text)
            .toList());
  }

  /** Hands everything on to where it is written. */
  public void flush() throws IOException {
    csv.flush();
  }

  private static @Nullable String pauses(Behind item) {
    return item.pauses().isEmpty()
        ? null
        : item.pauses().stream()
            .map(one -> one.from() + ".." + one.to())
            .collect(java.util.stream.Collectors.joining("; "));
  }

  private static @Nullable String text(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case BigDecimal decimal -> decimal.toPlainString();
      case String word -> ReadingCsv.harmless(word);
      default -> value.toString();
    };
  }
}
