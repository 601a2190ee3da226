package org.waymark.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChangesTest {
  private final Changes changes = new Changes();
  private final UUID here = UUID.randomUUID();

  @Test
  void what_changed_since_a_mark_is_named_once_and_only_in_its_workspace() {
    String mark = changes.mark(here);
    changes.tell(here, "goal", "a");
    changes.tell(here, "goal", "a");
    changes.tell(here, "metric", "nps");
    changes.tell(UUID.randomUUID(), "goal", "elsewhere");

    Changes.News news = changes.since(here, mark);
    assertThat(news.everything()).isFalse();
    assertThat(news.changes())
        .containsExactly(new Changes.Change("goal", "a"), new Changes.Change("metric", "nps"));
    assertThat(changes.since(here, news.mark()).none()).isTrue();
  }

  @Test
  void whoever_fell_too_far_behind_is_told_that_anything_may_have_changed() {
    String mark = changes.mark(here);
    IntStream.range(0, Changes.KEPT).forEach(i -> changes.tell(here, "goal", "g" + i));
    assertThat(changes.since(here, mark).changes()).hasSize(Changes.KEPT);
    changes.tell(here, "goal", "one more");

    Changes.News news = changes.since(here, mark);
    assertThat(news.everything()).isTrue();
    assertThat(news.changes()).isEmpty();
    assertThat(changes.since(here, news.mark()).none()).isTrue();
  }

  @Test
  void a_mark_of_another_start_or_of_nobody_means_everything() {
    assertThat(changes.since(here, new Changes().mark(here)).everything()).isTrue();
    assertThat(changes.since(here, null).everything()).isTrue();
    assertThat(changes.since(here, changes.mark(here) + "9").everything()).isTrue();
    assertThat(changes.since(here, "nonsense.x").everything()).isTrue();
  }

  @Test
  void whoever_waits_is_woken_by_a_change_and_otherwise_by_the_end_of_patience() throws Exception {
    String mark = changes.mark(here);
    assertThat(changes.await(here, mark, Duration.ofMillis(20)).none()).isTrue();

    CompletableFuture<Changes.News> waiting =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return changes.await(here, mark, Duration.ofSeconds(30));
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    changes.tell(here, "goal", "a");
    assertThat(waiting.get().changes()).containsExactly(new Changes.Change("goal", "a"));
  }
}
