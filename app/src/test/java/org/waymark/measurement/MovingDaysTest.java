package org.waymark.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.waymark.Api;
import org.waymark.TestServer;
import tools.jackson.databind.JsonNode;

/**
 * An item that is corrected from day to day counts once, on the day its latest version says,
 * whichever of the imports that told of it are withdrawn. Read after every step, because only a day
 * that was read before can be stale afterwards.
 */
class MovingDaysTest {
  private static final LocalDate FIRST = LocalDate.of(2017, 5, 1);
  private static final int DAYS = 4;

  @Test
  void from_day_to_day_to_day_it_counts_once_whichever_imports_are_withdrawn() {
    for (int[] path : new int[][] {{0, 1, 2}, {0, 1, 0}, {0, 1, 1}, {0, 0, 1}, {0, 1, 2, 0}}) {
      for (int withdrawn = 0; withdrawn < 1 << path.length; withdrawn++) {
        Story story = new Story();
        String what = "path " + Arrays.toString(path) + ", withdrawn " + withdrawn;
        List<Long> imports = new ArrayList<>();
        for (int step = 0; step < path.length; step++) {
          imports.add(story.send(List.of(new Line("i", step + 1, path[step], "v" + step))));
          story.check(what);
        }
        for (int step = 0; step < path.length; step++) {
          if ((withdrawn & 1 << step) != 0) {
            story.withdraw(imports.get(step));
            story.check(what);
          }
        }
      }
    }
  }

  @Property(tries = 12)
  void corrections_and_withdrawals_in_any_mixture_count_each_item_once(@ForAll Random random) {
    Story story = new Story();
    List<Long> imports = new ArrayList<>();
    for (int step = 0; step < 24; step++) {
      if (!imports.isEmpty() && random.nextInt(3) == 0) {
        story.withdraw(imports.get(random.nextInt(imports.size()))); // some of them again
      } else {
        List<Line> lines = new ArrayList<>();
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
          lines.add(
              new Line(
                  "i" + random.nextInt(4),
                  1 + step / 2 + random.nextInt(8),
                  random.nextInt(DAYS),
                  "v" + random.nextInt(3)));
        }
        imports.add(story.send(lines));
      }
      if (random.nextInt(3) == 0) {
        story.check("after step " + step);
      }
    }
    story.check("at the end");
  }

  private record Line(String id, long revision, int day, String topic) {
    String json() {
      return "{\"source\":\"s\",\"id\":\"%s\",\"revision\":%d,\"kind\":\"case\",\"startedAt\":\"%sT12:00:00Z\",\"topic\":\"%s\"}"
          .formatted(id, revision, FIRST.plusDays(day), topic);
    }

    boolean saysTheSameAs(Line other) {
      return day == other.day && topic.equals(other.topic);
    }
  }

  /** A server, and beside it what anybody would keep on paper. */
  private static final class Story {
    private final Api api = TestServer.newWorkspace().api();
    private final Map<Long, String> imports = new HashMap<>();
    private final Map<String, List<Version>> items = new TreeMap<>();
    private final List<String> told = new ArrayList<>();

    private static final class Version {
      final Line line;
      final long importNumber;
      long seen;

      Version(Line line, long importNumber) {
        this.line = line;
        this.importNumber = importNumber;
        this.seen = line.revision();
      }
    }

    long send(List<Line> lines) {
      long number = imports.size() + 1;
      told.add("import " + number + ": " + lines);
      for (Line line : lines) {
        List<Version> versions = items.computeIfAbsent(line.id(), any -> new ArrayList<>());
        Optional<Version> held = held(versions);
        if (held.isPresent() && held.get().line.saysTheSameAs(line)) {
          held.get().seen = Math.max(held.get().seen, line.revision());
        } else if (held.isEmpty() || line.revision() > held.get().seen) {
          held.filter(before -> before.importNumber == number).ifPresent(versions::remove);
          versions.add(new Version(line, number));
        } else if (line.revision() < held.get().line.revision()
            && held.get().importNumber != number
            && versions.stream().noneMatch(v -> v.line.revision() == line.revision())) {
          versions.add(new Version(line, number)); // late: counts when what is held is withdrawn
        }
      }
      Api.Answer answer =
          api.send(
              api.request("/interactions")
                  .header("Content-Type", "application/x-ndjson")
                  .POST(BodyPublishers.ofString(lines(lines))));
      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      imports.put(number, answer.json().get("importId").asString());
      return number;
    }

    private static String lines(List<Line> lines) {
      return String.join("\n", lines.stream().map(Line::json).toList());
    }

    void withdraw(long number) {
      told.add("withdraw " + number);
      items
          .values()
          .forEach(versions -> versions.removeIf(version -> version.importNumber == number));
      assertThat(api.delete("/imports/" + imports.get(number)).status()).isEqualTo(204);
    }

    private static Optional<Version> held(List<Version> versions) {
      return versions.stream().max(Comparator.comparing(version -> version.line.revision()));
    }

    void check(String when) {
      Map<String, Long> expected = new TreeMap<>();
      for (int day = 0; day < DAYS; day++) {
        expected.put(FIRST.plusDays(day).toString(), 0L);
      }
      items
          .values()
          .forEach(
              versions ->
                  held(versions)
                      .ifPresent(
                          version ->
                              expected.merge(
                                  FIRST.plusDays(version.line.day()).toString(), 1L, Long::sum)));
      JsonNode readings =
          api.get(
                  "/metrics/case-volume/readings?per=day&from="
                      + FIRST
                      + "&to="
                      + FIRST.plusDays(DAYS - 1))
              .json();
      Map<String, Long> read = new TreeMap<>();
      for (JsonNode item : readings.get("items")) {
        read.put(item.get("from").asString(), item.path("n").asLong());
      }
      assertThat(read).as(when + ": " + String.join("; ", told)).isEqualTo(expected);
    }
  }
}
