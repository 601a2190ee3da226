package org.waymark.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.waymark.library.Library;

/**
 * What is on its way to becoming a goal: one half written in the guide, and what has worked,
 * written down in the library for the next who wants it.
 */
final class Beginnings {
  private Beginnings() {}

  static void write(Script script, StoryDays days) {
    LocalDate today = days.today();
    script.begun(
        today.minusDays(1),
        "yusuf",
        typed(
            Map.ofEntries(
                Map.entry("cycle", "q4"),
                Map.entry("area", "contact-centre"),
                Map.entry(
                    "statement",
                    "Whoever rings again about the same thing reaches the person who knows it."
                        + " That is so for three in five of them, up from one in five."),
                Map.entry("sort", "goal"),
                Map.entry("kind", "outcome"),
                Map.entry("ambition", "committed"),
                Map.entry("evidence", "observation"),
                Map.entry("counted", "Second calls that reached the same person"),
                Map.entry("name", "Second calls to the same person"),
                Map.entry("type", "increase"),
                Map.entry("baseline", "20"),
                Map.entry("target", "60"))));

    script.added(
        today.minusDays(13),
        "ingrid",
        new Library.EntryWords(
            "promise-kept",
            List.of("sales", "delivery"),
            List.of(),
            "delivery-access",
            "Customers get their order on the day we promised it.",
            "They forgive a long wait, but not a broken promise.",
            "Orders delivered on time",
            "on-time-share",
            "share",
            "increase",
            "points",
            BigDecimal.valueOf(3),
            BigDecimal.valueOf(6),
            "Before a rush order is promised, whoever makes it says yes.",
            "Promises checked before they are made",
            50));
  }

  private static Map<String, List<String>> typed(Map<String, String> said) {
    return said.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, one -> List.of(one.getValue())));
  }
}
