package org.waymark.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys of large imports, in memory outside the heap and in files. */
class KeyRunTest {
  private final Random random = new Random(7);

  @TempDir Path folder;

  @Test
  void every_key_is_found_again_with_what_is_held_of_it_and_no_other() {
    List<KeyState> states = states(300_000, 1);
    try (FreshKeys fresh = new FreshKeys()) {
      states.forEach(fresh::add);
      KeyRun.Written written = KeyRun.write(folder, fresh);
      assertThat(written.parts()).containsExactly(Map.entry(new KeyRun.Part(3, 1), 300_000L));
      KeyRun run = KeyRun.open(written.id(), written.path(), 300_000);
      for (KeyState state : states) {
        same(fresh.find(state.identity, state.itemId), state);
        same(run.find(state.identity, state.itemId, any -> true), state);
      }
      for (int i = 0; i < 10_000; i++) {
        UUID unknown = new UUID(random.nextLong(), random.nextLong());
        assertThat(fresh.find(unknown, "x")).isNull();
        assertThat(run.find(unknown, "x", any -> true)).isNull();
      }
    }
  }

  @Test
  void keys_whose_identities_begin_alike_or_lie_at_the_ends_are_in_order_too() {
    List<KeyState> states = new ArrayList<>();
    for (long low : new long[] {5, -1, 0, Long.MIN_VALUE, 3}) {
      for (long high : new long[] {0, -1, 42, Long.MIN_VALUE, Long.MAX_VALUE}) {
        states.add(state(new UUID(high, low), 1));
      }
    }
    KeyRun run = written(states);
    for (int i = 1; i < states.size(); i++) {
      assertThat(KeyRecords.compare(run.records(), i - 1, run.records(), i)).isNegative();
    }
    states.forEach(state -> same(run.find(state.identity, "item", any -> true), state));
    assertThat(run.find(new UUID(42, 4), "item", any -> true)).isNull();
  }

  @Test
  void what_is_said_anew_of_a_key_is_what_is_found() {
    List<KeyState> states = states(50, 1);
    try (FreshKeys fresh = new FreshKeys()) {
      states.forEach(fresh::add);
      KeyState changed = states.get(20);
      changed.seenRevision = 99;
      fresh.replace(changed);
      assertThat(fresh.size()).isEqualTo(50);
      same(fresh.find(changed.identity, changed.itemId), changed);
      same(fresh.find(states.get(21).identity, "item"), states.get(21));
    }
  }

  @Test
  void merged_runs_hold_what_counts_of_each() {
    List<KeyState> first = states(3_000, 1);
    List<KeyState> second = states(2_000, 2);
    List<KeyState> third = states(1, 3);
    KeyRun.Written merged =
        KeyRun.merge(folder, List.of(written(first), written(second), written(third)), n -> n != 2);
    assertThat(merged.size()).isEqualTo(3_001);
    assertThat(merged.parts()).containsOnlyKeys(new KeyRun.Part(3, 1), new KeyRun.Part(3, 3));
    KeyRun run = KeyRun.open(merged.id(), merged.path(), merged.size());
    first.forEach(state -> same(run.find(state.identity, "item", any -> true), state));
    same(run.find(third.getFirst().identity, "item", any -> true), third.getFirst());
    second.forEach(state -> assertThat(run.find(state.identity, "item", any -> true)).isNull());
    assertThat(run.find(first.getFirst().identity, "item", n -> n != 1)).isNull();
  }

  @Test
  void nothing_is_found_when_all_that_was_merged_had_been_withdrawn() {
    List<KeyState> states = states(3, 2);
    KeyRun.Written merged = KeyRun.merge(folder, List.of(written(states)), n -> n != 2);
    assertThat(merged.size()).isZero();
    KeyRun run = KeyRun.open(merged.id(), merged.path(), 0);
    states.forEach(state -> assertThat(run.find(state.identity, "item", any -> true)).isNull());
  }

  @Test
  void a_file_that_is_not_whole_is_refused() throws Exception {
    KeyRun run = written(states(10, 1));
    Files.write(run.path(), new byte[KeyRecords.SIZE * 9 + 1]);
    assertThatThrownBy(() -> KeyRun.open(run.id(), run.path(), 10))
        .hasMessageContaining(run.path().toString())
        .cause()
        .hasMessageContaining("10 keys take 920");
  }

  private KeyRun written(List<KeyState> states) {
    try (FreshKeys fresh = new FreshKeys()) {
      states.forEach(fresh::add);
      KeyRun.Written written = KeyRun.write(folder, fresh);
      return KeyRun.open(written.id(), written.path(), written.size());
    }
  }

  private List<KeyState> states(int count, long importNumber) {
    List<KeyState> states = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      states.add(state(new UUID(random.nextLong(), random.nextLong()), importNumber));
    }
    return states;
  }

  private KeyState state(UUID identity, long importNumber) {
    int[] days = random.ints(KeyState.ANCHORS.length, -30_000, 90_000).toArray();
    return new KeyState(
        identity,
        3,
        "item",
        random.nextLong(),
        KeyState.Place.NONE,
        new KeyState.Version(
            random.nextLong(),
            new UUID(random.nextLong(), random.nextLong()),
            importNumber,
            random.nextInt(),
            days),
        random.nextLong());
  }

  private static void same(@Nullable KeyState found, KeyState state) {
    assertThat(found).isNotNull();
    KeyState.Version version = found.version;
    boolean same =
        found.identity.equals(state.identity)
            && found.sourceNumber == state.sourceNumber
            && found.keyNo == state.keyNo
            && found.seenRevision == state.seenRevision
            && version.revision() == state.version.revision()
            && version.content().equals(state.version.content())
            && version.importNumber() == state.version.importNumber()
            && version.fileDay() == state.version.fileDay()
            && Arrays.equals(version.days(), state.version.days());
    assertThat(same).as("what is held of " + state.identity).isTrue();
  }
}
