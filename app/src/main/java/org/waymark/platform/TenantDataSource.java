package org.waymark.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/**
 * Gives connections to transactions of a workspace only; each transaction is told its workspace
 * before its first statement.
 */
final class TenantDataSource extends DelegatingDataSource {
  private static final ThreadLocal<Boolean> OPENING = ThreadLocal.withInitial(() -> false);

  TenantDataSource(DataSource pool) {
    super(pool);
  }

  @Override
  public Connection getConnection() throws SQLException {
    if (!OPENING.get()) {
      throw new IllegalStateException(
          "SQL outside a transaction of a workspace: wrap the work in Tenancy.in.");
    }
    return super.getConnection();
  }

  @Override
  public Connection getConnection(String username, String password) {
    throw new UnsupportedOperationException("Connections belong to the application's role.");
  }

  /**
   * Opens transactions on tenant connections. The setting ends with the transaction, so that
   * nothing leaks through the pool.
   */
  static final class Transactions extends JdbcTransactionManager {
    Transactions(TenantDataSource source) {
      super(source);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
      if (Tenancy.bound() == null) {
        throw new IllegalStateException(
            "A transaction needs a workspace: wrap the work in Tenancy.in.");
      }
      OPENING.set(true);
      try {
        super.doBegin(transaction, definition);
      } finally {
        OPENING.remove();
      }
    }

    @Override
    protected void prepareTransactionalConnection(
        Connection connection, TransactionDefinition definition) throws SQLException {
      super.prepareTransactionalConnection(connection, definition);
      UUID workspace = Tenancy.bound();
      if (workspace == null) {
        throw new IllegalStateException(
            "A transaction needs a workspace: wrap the work in Tenancy.in.");
      }
      try (PreparedStatement set =
          connection.prepareStatement("select set_config('waymark.workspace', ?, true)")) {
        set.setString(1, workspace.toString());
        set.execute();
      }
    }
  }
}
