package org.waymark.platform;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * In whose world a piece of work runs. Rows of a workspace can be reached only inside a transaction
 * of that workspace; the database itself hides the rows of all others (row-level security), and SQL
 * outside throws.
 */
public final class Tenancy {
  private static final ThreadLocal<@Nullable UUID> BOUND = new ThreadLocal<>();

  private final TransactionTemplate transaction;
  private final JdbcClient lobby;

  Tenancy(TransactionTemplate transaction, JdbcClient lobby) {
    this.transaction = transaction;
    this.lobby = lobby;
  }

  /**
   * Runs work inside one transaction of a workspace, joining the running one.
   *
   * @throws IllegalStateException when the thread already works for another workspace
   */
  public <T extends @Nullable Object> T in(UUID workspace, Supplier<T> work) {
    return as(workspace, () -> transaction.execute(status -> work.get()));
  }

  /** As {@link #in}, for work without a result. */
  public void run(UUID workspace, Runnable work) {
    as(
        workspace,
        () -> {
          transaction.executeWithoutResult(status -> work.run());
          return true;
        });
  }

  /**
   * Binds the workspace to this thread without opening a transaction yet: every transaction that
   * the work opens, by annotation or by {@link #in}, belongs to it.
   */
  public <T extends @Nullable Object, E extends Exception> T as(UUID workspace, Work<T, E> work)
      throws E {
    UUID before = BOUND.get();
    if (before != null && !before.equals(workspace)) {
      throw new IllegalStateException("This thread works for another workspace.");
    }
    BOUND.set(workspace);
    try {
      return work.run();
    } finally {
      if (before == null) {
        BOUND.remove();
      }
    }
  }

  /**
   * Runs something once what the thread is writing is there for everybody: after the commit of the
   * running transaction, never after its rollback, and at once where there is none.
   */
  public static void afterCommit(Runnable work) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      work.run();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            work.run();
          }
        });
  }

  /** The workspace this thread works for. */
  public UUID current() {
    UUID workspace = BOUND.get();
    if (workspace == null) {
      throw new IllegalStateException(
          "No workspace is bound to this thread: wrap the work in Tenancy.in.");
    }
    return workspace;
  }

  /** The workspace this thread works for, or null when it works for none. */
  public @Nullable UUID currentOrNull() {
    return BOUND.get();
  }

  static @Nullable UUID bound() {
    return BOUND.get();
  }

  /** Every workspace of this server, oldest first: for jobs that visit each of them in turn. */
  public List<UUID> workspaces() {
    return lobby
        .sql("select id from every_workspace() as id")
        .query((row, number) -> row.getObject("id", UUID.class))
        .list();
  }

  /** Work that may throw. */
  @FunctionalInterface
  public interface Work<T extends @Nullable Object, E extends Exception> {
    T run() throws E;
  }
}
