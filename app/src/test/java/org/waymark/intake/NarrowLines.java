package org.waymark.intake;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Random;

/** Made-up cases of one year in eight columns, for measuring speed. */
public final class NarrowLines {
  public static final String MAPPING =
      """
      {"source":"speed","kind":"case","formats":{"instant":"yyyy-MM-dd HH:mm:ss"},
       "fields":{"id":{"column":"id"},"startedAt":{"column":"opened"},"finishedAt":{"column":"closed"},"dueAt":{"column":"due"},
        "channel":{"column":"channel"},"unit":{"column":"department","unknown":"create"},"attributes":["type","area"]}}
      """;

  private static final String[] CHANNELS = {"phone", "email", "chat", "app"};

  private NarrowLines() {}

  /**
   * Writes cases in the order of their days, a tenth of them still open.
   *
   * @param prefix of every id
   * @param from the first of 365 days
   */
  public static void write(Path csv, String prefix, int lines, LocalDate from) throws IOException {
    Random random = new Random(11);
    DateTimeFormatter format = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    try (BufferedWriter out = Files.newBufferedWriter(csv)) {
      out.write("id,opened,closed,due,department,channel,type,area\n");
      for (int i = 0; i < lines; i++) {
        LocalDateTime opened =
            from.atStartOfDay().plusSeconds((long) (i * (365L * 86_400) / (double) lines));
        LocalDateTime closed = opened.plusSeconds(60 + random.nextInt(1_000_000));
        out.write(prefix + "-" + (10_000_000 + i));
        out.write(
            ","
                + opened.format(format)
                + ","
                + (random.nextInt(10) == 0 ? "" : closed.format(format)));
        out.write("," + opened.plusDays(5).format(format) + ",Department " + random.nextInt(20));
        out.write(
            ","
                + CHANNELS[random.nextInt(4)]
                + ",Type "
                + random.nextInt(150)
                + ",Area "
                + random.nextInt(25)
                + "\n");
      }
    }
  }
}
