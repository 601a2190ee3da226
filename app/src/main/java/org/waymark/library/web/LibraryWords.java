package org.waymark.library.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.waymark.library.Band;
import org.waymark.library.Industry;
import org.waymark.library.LibraryEntry;
import org.waymark.web.Texts;

/** Entries in sentences. */
record LibraryWords(Texts t) {

  /** What shows it, with the modest end of the band, as somebody would write a key result. */
  String result(LibraryEntry entry) {
    String key =
        "library.sentence."
            + (entry.up() ? "increase." : "decrease.")
            + entry.band().kind().code()
            + (score(entry) ? ".score" : "");
    return t.of(key, entry.result(), entry.band().low());
  }

  /** "typically 2 to 5 points above your own baseline". */
  String band(LibraryEntry entry) {
    Band band = entry.band();
    return t.of(
        "library.band."
            + (entry.up() ? "increase." : "decrease.")
            + band.kind().code()
            + (score(entry) ? ".score" : ""),
        band.low(),
        band.high());
  }

  /** What is counted of the process goal. */
  String counted(LibraryEntry entry) {
    return t.of("library.sentence.count", entry.done(), entry.actions());
  }

  /** Points of a score are no points of percent. */
  private static boolean score(LibraryEntry entry) {
    return entry.band().kind() == Band.Kind.POINTS && "score".equals(entry.statistic());
  }

  LibraryPage.Card card(LibraryEntry entry, boolean measured) {
    List<String> badges = new ArrayList<>();
    badges.addAll(functions(entry.functions()));
    badges.addAll(industries(entry.industries()));
    return new LibraryPage.Card(
        entry.code(),
        entry.statement(),
        badges,
        result(entry),
        entry.process(),
        !entry.shipped(),
        !measured);
  }

  List<String> functions(Set<org.waymark.library.Function> all) {
    return sorted(all, one -> t.of("library.function." + one.code()));
  }

  List<String> industries(Set<Industry> all) {
    return sorted(all, this::industry);
  }

  String industry(Industry industry) {
    return t.of("library.industry." + industry.code());
  }

  private static <E extends Enum<E>> List<String> sorted(Set<E> all, Function<E, String> word) {
    return all.stream().sorted().map(word).toList();
  }

  /** What a metric is called; an own one by its key. */
  String metric(String key) {
    String shipped = "metrics." + key + ".label";
    return t.has(shipped) ? t.of(shipped) : key;
  }
}
