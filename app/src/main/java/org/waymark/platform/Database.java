package org.waymark.platform;

/**
 * A running PostgreSQL with its three roles. Closing it stops what this process started; an
 * external server stays as it is.
 */
public interface Database extends AutoCloseable {
  /** JDBC address without user and password. */
  String url();

  /** Owns the tables and runs the migrations. */
  Login owner();

  /** Reads all rows of all workspaces for a backup, writes nothing. */
  Login backup();

  /** What the product itself works as: sees one workspace at a time. */
  Login app();

  @Override
  void close();

  /** A role and its password; the password is never printed. */
  record Login(String role, String password) {
    @Override
    public String toString() {
      return role;
    }
  }
}
