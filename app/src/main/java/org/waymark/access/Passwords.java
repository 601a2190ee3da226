package org.waymark.access;

import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.waymark.workspace.Fields;

/**
 * Hashes and checks passwords with Argon2id: 19 MiB, two passes, one lane. At most {@value
 * #AT_ONCE} at a time, so that a storm of tries cannot take all memory.
 */
@Component
class Passwords {

  static final int SHORTEST = 10;
  static final int LONGEST = 200;
  static final int AT_ONCE = 4;

  private final PasswordEncoder argon2;
  private final Semaphore free = new Semaphore(AT_ONCE, true);

  /** Checked against when there is no account, so that the answer takes as long. */
  private final String nobodys;

  @Autowired
  Passwords() {
    this(new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2));
  }

  Passwords(PasswordEncoder argon2) {
    this.argon2 = argon2;
    this.nobodys = hash(Secret.random("").text());
  }

  /** Notes what is wrong with a new password. */
  static String check(Fields fields, String field, @Nullable String password, String email) {
    if (password == null || password.length() < SHORTEST) {
      fields.refuse(field, "must have at least " + SHORTEST + " characters");
      return "";
    }
    if (password.length() > LONGEST) {
      fields.refuse(field, "must have at most " + LONGEST + " characters");
    }
    if (password.equalsIgnoreCase(email)) {
      fields.refuse(field, "must not be the e-mail address");
    }
    return password;
  }

  String hash(String password) {
    free.acquireUninterruptibly();
    try {
      String hash = argon2.encode(password);
      if (hash == null) {
        throw new IllegalArgumentException("no password");
      }
      return hash;
    } finally {
      free.release();
    }
  }

  /**
   * Whether the password is the one that was hashed.
   *
   * @param hash null when there is no account: takes as long, and is false
   */
  boolean matches(String password, @Nullable String hash) {
    if (password.length() > LONGEST) {
      return matches("", null);
    }
    free.acquireUninterruptibly();
    try {
      boolean same = argon2.matches(password, hash == null ? nobodys : hash);
      return same && hash != null;
    } finally {
      free.release();
    }
  }
}
