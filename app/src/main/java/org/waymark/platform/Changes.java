package org.waymark.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Names what has changed, to whoever has a page open. Of each workspace the last {@value #KEPT}
 * changes are kept, numbered; a follower holds nothing but the number it has come to. Whoever falls
 * further behind, or comes from before the server's last start, is told that anything may have
 * changed. So a thousand followers cost no more memory than one, and a slow one holds up nobody.
 */
@Component
public class Changes {
  /** Changes of a workspace that can be caught up with. */
  static final int KEPT = 256;

  /** Marks of another start of the server are not ours. */
  private final String start = Long.toString(Ids.next().getMostSignificantBits(), 36);

  private final Map<UUID, Feed> feeds = new ConcurrentHashMap<>();

  /**
   * A thing that has changed.
   *
   * @param kind of thing, as the audit log calls it: goal, metric, import
   */
  public record Change(String kind, String id) {}

  /**
   * What has changed since a mark.
   *
   * @param mark where to go on
   * @param everything whether anything may have changed; the changes are then empty
   */
  public record News(String mark, boolean everything, List<Change> changes) {
    public News {
      changes = List.copyOf(changes);
    }

    public boolean none() {
      return !everything && changes.isEmpty();
    }
  }

  /** Tells of a change once it is there for everybody: after the running transaction's commit. */
  public void tell(UUID workspace, String kind, String id) {
    Tenancy.afterCommit(() -> feed(workspace).add(new Change(kind, id)));
  }

  /** Where a workspace stands now: whoever reads it from here on can be told what changes next. */
  public String mark(UUID workspace) {
    return mark(feed(workspace).last());
  }

  /** What has changed since this mark; a mark that is not known means everything. */
  public News since(UUID workspace, @Nullable String mark) {
    return feed(workspace).since(number(mark));
  }

  /**
   * The same, but waits for something to change.
   *
   * @param most how long; then the news are empty
   */
  public News await(UUID workspace, @Nullable String mark, Duration most)
      throws InterruptedException {
    return feed(workspace).await(number(mark), most);
  }

  private Feed feed(UUID workspace) {
    return feeds.computeIfAbsent(workspace, id -> new Feed());
  }

  private String mark(long number) {
    return start + "." + number;
  }

  /** The number of a mark of this start; -1 for any other. */
  private long number(@Nullable String mark) {
    if (mark == null || !mark.startsWith(start + ".")) {
      return -1;
    }
    try {
      return Long.parseLong(mark.substring(start.length() + 1));
    } catch (NumberFormatException notOurs) {
      return -1;
    }
  }

  /** The changes of one workspace, in a ring. */
  private final class Feed {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Change[] ring = new Change[KEPT];
    private long last;

    void add(Change change) {
      lock.lock();
      try {
        ring[(int) (last++ % KEPT)] = change;
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }

    long last() {
      lock.lock();
      try {
        return last;
      } finally {
        lock.unlock();
      }
    }

    News since(long number) {
      lock.lock();
      try {
        if (number < 0 || number > last || last - number > KEPT) {
          return new News(mark(last), true, List.of());
        }
        List<Change> news = new ArrayList<>();
        for (long i = number; i < last; i++) {
          news.add(ring[(int) (i % KEPT)]);
        }
        return new News(mark(last), false, news.stream().distinct().toList());
      } finally {
        lock.unlock();
      }
    }

    News await(long number, Duration most) throws InterruptedException {
      long left = most.toNanos();
      lock.lockInterruptibly();
      try {
        while (number == last && left > 0) {
          left = changed.awaitNanos(left);
        }
        return since(number);
      } finally {
        lock.unlock();
      }
    }
  }
}
