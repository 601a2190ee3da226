package org.waymark.library;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measure.metric.Statistic;
import org.waymark.metrics.Metrics;
import org.waymark.web.Texts;
import org.waymark.workspace.Areas;
import org.waymark.workspace.Fields;

/**
 * Reads what somebody wrote as an entry.
 *
 * @param fields where everything that is wrong is named
 */
record EntryReader(Fields fields, Areas areas, Metrics metrics, Texts texts) {

  LibraryEntry read(String code, int version, boolean hidden, Library.EntryWords words) {
    String statement = text("statement", words.statement(), Library.LONGEST_STATEMENT);
    String process = text("process", words.process(), Library.LONGEST_STATEMENT);
    String result = fields.name("result", words.result());
    String done = fields.name("done", words.done());
    Set<Function> functions = words("functions", words.functions(), Function.class);
    if (functions.isEmpty()) {
      fields.refuse("functions", "name at least one function it is for");
    }
    Set<Industry> industries = words("industries", words.industries(), Industry.class);
    if (words.area() != null && areas.byCode(words.area()).isEmpty()) {
      fields.refuse("area", "there is no area with this code");
    }
    String why = Library.blankToNull(words.why());
    if (why != null && why.length() > Library.LONGEST_TEXT) {
      fields.refuse(
          "why", "must be at most " + Library.LONGEST_TEXT + " characters, is " + why.length());
    }
    @Nullable String statistic = statistic(words);
    String direction = words.direction() == null ? "" : words.direction().strip();
    if (!direction.equals("increase") && !direction.equals("decrease")) {
      fields.refuse("direction", "must be increase or decrease");
    }
    Band.Kind kind = fields.word("band", words.band(), Band.Kind.class);
    BigDecimal low = words.low();
    BigDecimal high = words.high();
    boolean sound = low != null && high != null && low.signum() > 0 && high.compareTo(low) >= 0;
    if (!sound) {
      fields.refuse("low", "give how far to aim from the baseline: above 0, the smaller end first");
    }
    int actions = words.actions() == null ? 0 : words.actions();
    if (actions < 1 || actions > 10_000) {
      fields.refuse("actions", "must be 1 to 10000");
    }
    fields.check();
    return new LibraryEntry(
        code,
        version,
        Shipped.has(code),
        hidden,
        functions,
        industries,
        Library.blankToNull(words.area()),
        statement,
        why,
        result,
        Library.blankToNull(words.metric()),
        statistic,
        direction.equals("increase"),
        new Band(kind, low == null ? BigDecimal.ONE : low, high == null ? BigDecimal.ONE : high),
        process,
        done,
        actions);
  }

  /** The statistic of a metric that is measured here; without one its first. */
  private @Nullable String statistic(Library.EntryWords words) {
    String key = Library.blankToNull(words.metric());
    if (key == null) {
      return null;
    }
    MetricDefinition metric = metrics.find(key).orElse(null);
    String asked = Library.blankToNull(words.statistic());
    if (metric == null) {
      boolean ships = Shipped.in(texts).stream().anyMatch(one -> key.equals(one.metric()));
      if (!ships) {
        fields.refuse("metric", "there is no metric with this key");
      }
      return asked == null ? "share" : asked;
    }
    if (asked == null) {
      return metric.statistic().code();
    }
    try {
      if (metric.allows(Statistic.of(asked))) {
        return asked;
      }
    } catch (IllegalArgumentException unknown) {
      fields.refuse("statistic", String.valueOf(unknown.getMessage()));
      return asked;
    }
    fields.refuse("statistic", "is none of " + metric.key());
    return asked;
  }

  private String text(String field, @Nullable String text, int longest) {
    String said = text == null ? "" : text.strip();
    if (said.isEmpty()) {
      fields.refuse(field, "say it in one or two sentences");
    }
    if (said.length() > longest) {
      fields.refuse(field, "must be at most " + longest + " characters, is " + said.length());
    }
    return said;
  }

  private <E extends Enum<E>> Set<E> words(
      String field, @Nullable List<String> given, Class<E> type) {
    EnumSet<E> all = EnumSet.noneOf(type);
    if (given != null) {
      given.forEach(word -> all.add(fields.word(field, word, type)));
    }
    return all;
  }
}
