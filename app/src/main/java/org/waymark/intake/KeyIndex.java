package org.waymark.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is held of every (source, id), as one chunk of lines sees and changes it within its
 * transaction. A key lies in one of three places, asked in this order: what the chunk itself has
 * brought, the rows of interaction_key, the runs. A chunk that brings few keys ends as rows, one
 * that brings many as a run beside its facts.
 */
final class KeyIndex implements AutoCloseable {
  /** More new keys than this in one chunk become a run; tests make runs of a handful. */
  private static final int FEW = Integer.getInteger("waymark.keys.few", 20_000);

  private final KeyTable table;
  private final KeyRuns runs;
  private final List<KeyRun> held;
  private final Set<Long> withdrawn;
  private final Map<Integer, Boolean> hasRows = new HashMap<>();
  private final Map<UUID, KeyState> few = new HashMap<>();
  private @Nullable FreshKeys many;

  /**
   * @param withdrawn imports of which nothing counts any more
   */
  KeyIndex(KeyTable table, KeyRuns runs, Set<Long> withdrawn) {
    this.table = table;
    this.runs = runs;
    this.held = runs.all();
    this.withdrawn = withdrawn;
  }

  /** What is held of these, by identity. */
  Map<UUID, KeyState> find(Collection<KeyTable.Key> keys) {
    Map<UUID, KeyState> found = HashMap.newHashMap(keys.size());
    List<KeyTable.Key> inRows = new ArrayList<>();
    for (KeyTable.Key key : keys) {
      KeyState state = brought(key);
      if (state != null) {
        found.put(key.identity(), state);
      } else if (hasRows.computeIfAbsent(key.sourceNumber(), table::holdsAny)) {
        inRows.add(key);
      }
    }
    if (!inRows.isEmpty()) {
      found.putAll(table.find(inRows));
    }
    if (!held.isEmpty()) {
      for (KeyTable.Key key : keys) {
        if (!found.containsKey(key.identity())) {
          KeyState state = inRuns(key);
          if (state != null) {
            found.put(key.identity(), state);
          }
        }
      }
    }
    return found;
  }

  private @Nullable KeyState brought(KeyTable.Key key) {
    FreshKeys brought = many;
    return brought == null ? few.get(key.identity()) : brought.find(key.identity(), key.itemId());
  }

  private @Nullable KeyState inRuns(KeyTable.Key key) {
    for (KeyRun run : held) {
      KeyState state = run.find(key.identity(), key.itemId(), this::counts);
      if (state != null) {
        return state;
      }
    }
    return null;
  }

  private boolean counts(long importNumber) {
    return !withdrawn.contains(importNumber);
  }

  /** Adds keys that were not held. */
  void add(List<KeyState> fresh) {
    if (many == null && few.size() + fresh.size() > FEW) {
      FreshKeys room = new FreshKeys();
      few.values().forEach(room::add);
      few.clear();
      many = room;
    }
    FreshKeys brought = many;
    if (brought == null) {
      fresh.forEach(state -> few.put(state.identity, state));
    } else {
      fresh.forEach(brought::add);
    }
  }

  /** Says anew what is held of keys that were found. */
  void change(List<KeyState> changed) {
    List<KeyState> rows = new ArrayList<>();
    for (KeyState state : changed) {
      if (!brought(state)) {
        rows.add(state);
        hasRows.put(state.sourceNumber, true);
      } else if (many != null) {
        many.replace(state);
      }
    }
    table.put(rows);
  }

  private boolean brought(KeyState state) {
    return state.place == KeyState.Place.NONE || state.place == KeyState.Place.CHUNK;
  }

  /**
   * Writes down what the chunk has brought.
   *
   * @return the files that are new
   */
  List<Path> keep(Path folder) {
    FreshKeys brought = many;
    if (brought == null) {
      table.put(few.values());
      return List.of();
    }
    List<Path> written = new ArrayList<>();
    KeyRun.Written run = KeyRun.write(folder, brought);
    written.add(run.path());
    try {
      runs.add(run);
      written.addAll(runs.merge(folder, this::counts));
      return written;
    } catch (RuntimeException e) {
      written.forEach(path -> Pipeline.deleteQuietly(path, e));
      throw e;
    }
  }

  @Override
  public void close() {
    if (many != null) {
      many.close();
    }
  }
}
