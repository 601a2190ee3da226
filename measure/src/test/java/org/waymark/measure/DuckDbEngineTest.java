package org.waymark.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.measure.fact.Duck;
import org.waymark.measure.fact.DuckFailure;
import org.waymark.measure.fact.Fact;
import org.waymark.measure.fact.FactFiles;
import org.waymark.measure.fact.Kind;
import org.waymark.measure.metric.Dimension;
import org.waymark.measure.metric.ShippedMetrics;

class DuckDbEngineTest extends EngineContract {

  @TempDir Path home;

  @Override
  Cells compute(Plan plan, List<List<Fact>> batches) {
    FactStore.OnDisk store = new FactStore.OnDisk(home);
    FactFiles files = store.write(batches);
    try (DuckDbEngine engine = DuckDbEngine.open(store.facts(), store.limits())) {
      return engine.compute(plan, files);
    }
  }

  @Override
  Cells compute(PeriodPlan plan, List<List<Fact>> batches) {
    FactStore.OnDisk store = new FactStore.OnDisk(home);
    FactFiles files = store.write(batches);
    try (DuckDbEngine engine = DuckDbEngine.open(store.facts(), store.limits())) {
      return engine.compute(plan, files);
    }
  }

  @Test
  void the_items_behind_a_number_come_page_by_page() {
    FactStore.OnDisk store = new FactStore.OnDisk(home);
    List<Fact> cases = new ArrayList<>();
    for (long key = 1; key <= 7; key++) {
      cases.add(
          fact(key, Kind.CASE, "2026-03-03T12:00:00Z")
              .channel(key % 2 == 0 ? "web" : "chat")
              .build());
    }
    FactFiles files = store.write(List.of(cases));
    Plan chats =
        week(ShippedMetrics.CASE_VOLUME)
            .filtered(
                List.of(new Filter.Words((Dimension.ByText) Dimension.CHANNEL, Set.of("chat"))));
    try (DuckDbEngine engine = DuckDbEngine.open(store.facts(), store.limits())) {
      assertThat(engine.items(chats, files, Long.MIN_VALUE, 3))
          .containsExactly(cases.get(0), cases.get(2), cases.get(4));
      assertThat(engine.items(chats, files, 5, 3)).containsExactly(cases.get(6));
    }
  }

  @Test
  void it_is_locked_down() throws Exception {
    Path secret = Files.writeString(home.resolve("secret.csv"), "a,b\n1,2\n");
    Files.createDirectories(home.resolve("facts"));
    FactStore.OnDisk store = new FactStore.OnDisk(home);
    try (Duck duck = Duck.open(store.limits(), List.of(home.resolve("facts")))) {
      for (String sql :
          List.of(
              "SELECT * FROM read_csv('" + secret + "')",
              "SELECT * FROM read_text('/etc/passwd')",
              "COPY (SELECT 1) TO '" + home.resolve("out.csv") + "'",
              "INSTALL httpfs",
              "LOAD httpfs",
              "ATTACH '" + home.resolve("x.db") + "'",
              "SET enable_external_access = true",
              "SET memory_limit = '100GB'")) {
        assertThatThrownBy(
                () ->
                    duck.work(
                        connection -> {
                          try (var statement = connection.createStatement()) {
                            return statement.execute(sql);
                          }
                        }))
            .as(sql)
            .isInstanceOf(DuckFailure.class);
      }
    }
  }
}
