package org.waymark.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.waymark.web.Texts;

/** The entries that come with the product; their words are in the language of whoever asks. */
final class Shipped {
  private static final String FILE = "/library/entries.txt";
  private static final List<String[]> LINES = lines();

  private Shipped() {}

  static List<LibraryEntry> in(Texts texts) {
    return LINES.stream().map(line -> entry(line, texts)).toList();
  }

  static boolean has(String code) {
    return LINES.stream().anyMatch(line -> line[0].equals(code));
  }

  private static LibraryEntry entry(String[] line, Texts texts) {
    String words = "library.entry." + line[0] + ".";
    String[] measure = line[4].split(" ");
    String[] band = line[5].split(" ");
    return new LibraryEntry(
        line[0],
        0,
        true,
        false,
        words(line[1], Function.class),
        words(line[2], Industry.class),
        line[3],
        texts.of(words + "statement"),
        texts.of(words + "why"),
        texts.of(words + "result"),
        measure[0],
        measure[1],
        band[0].equals("increase"),
        new Band(
            Band.Kind.valueOf(band[1].toUpperCase(Locale.ROOT)),
            new BigDecimal(band[2]),
            new BigDecimal(band[3])),
        texts.of(words + "process"),
        texts.of(words + "done"),
        Integer.parseInt(line[6]));
  }

  /** The words of a list; "any" stands for all, which an empty set says too. */
  private static <E extends Enum<E>> Set<E> words(String list, Class<E> type) {
    EnumSet<E> all = EnumSet.noneOf(type);
    for (String one : list.split(",")) {
      if (one.strip().equals("any")) {
        return Set.of();
      }
      all.add(Enum.valueOf(type, one.strip().toUpperCase(Locale.ROOT).replace('-', '_')));
    }
    return all;
  }

  private static List<String[]> lines() {
    try (InputStream in = Shipped.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + FILE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toArray(String[]::new))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
