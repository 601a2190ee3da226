package org.waymark.web.live;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The pages that are open and listen: never too many, and let go at once when the server stops, so
 * that it does not wait for them.
 */
@Component
class OpenPages implements SmartLifecycle {
  /** Most pages that listen at once; whoever comes later does without. */
  static final int MOST = 4_000;

  /** Most of them that one person has open. */
  static final int MOST_OF_ONE = 100;

  private final Set<Thread> all = ConcurrentHashMap.newKeySet();
  private final Map<UUID, Integer> byMember = new ConcurrentHashMap<>();
  private volatile boolean running;

  /** Whether there is room for one more; if so it has to {@linkplain #leave leave} again. */
  boolean enter(UUID member) {
    if (!running || all.size() >= MOST) {
      return false;
    }
    int own = byMember.merge(member, 1, Integer::sum);
    if (own > MOST_OF_ONE) {
      forget(member);
      return false;
    }
    all.add(Thread.currentThread());
    return true;
  }

  void leave(UUID member) {
    all.remove(Thread.currentThread());
    forget(member);
  }

  private void forget(UUID member) {
    byMember.computeIfPresent(member, (id, count) -> count == 1 ? null : count - 1);
  }

  int count() {
    return all.size();
  }

  @Override
  public void start() {
    running = true;
  }

  /** Before the web server begins to wait for what is still being answered. */
  @Override
  public void stop() {
    running = false;
    all.forEach(Thread::interrupt);
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return DEFAULT_PHASE;
  }
}
