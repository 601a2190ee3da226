package org.waymark.coach;

import java.util.ArrayList;
import java.util.List;

/** Finds the metrics that a text names. */
final class MetricNames {
  /**
   * A metric named.
   *
   * @param theme whether the words may also be meant at large ("customer satisfaction")
   */
  record Named(KnownMetric metric, boolean theme, int first, int end) {}

  private record Meaning(KnownMetric metric, boolean theme) {}

  private MetricNames() {}

  /** From left to right; a workspace's own names go before the shipped ones. */
  static List<Named> of(Tokens tokens, LanguagePack pack, List<KnownMetric> own) {
    Phrases<Meaning> names = new Phrases<>();
    own.forEach(metric -> addAll(names, metric));
    pack.metrics().forEach(metric -> addAll(names, metric));
    List<Named> all = new ArrayList<>();
    for (Phrases.Found<Meaning> found : names.in(tokens, 0, tokens.size())) {
      Token first = tokens.at(found.first());
      boolean letters = found.end() == found.first() + 1 && first.text().length() <= 3;
      if (letters && !first.capital() && !first.is("nps")) {
        continue;
      }
      all.add(new Named(found.value().metric(), found.value().theme(), found.first(), found.end()));
    }
    return all;
  }

  private static void addAll(Phrases<Meaning> names, KnownMetric metric) {
    names.add(metric.key(), new Meaning(metric, false));
    for (String name : metric.names()) {
      boolean theme = name.startsWith("~");
      names.add(theme ? name.substring(1) : name, new Meaning(metric, theme));
    }
  }
}
