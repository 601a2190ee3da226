package org.waymark.goals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the database was asked to do, by the driver's own log. */
public final class Statements extends Handler {
  public record Executed(long thread, String sql) {}

  /** Whatever any thread sent while something was done. */
  public static List<Executed> during(Runnable work) {
    Logger driver = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");
    Statements statements = new Statements();
    Level before = driver.getLevel();
    driver.setLevel(Level.FINEST);
    driver.addHandler(statements);
    try {
      work.run();
    } finally {
      driver.removeHandler(statements);
      driver.setLevel(before);
    }
    return statements.executed;
  }

  /** Those of one thread. */
  public static List<String> of(long thread, List<Executed> executed) {
    return executed.stream()
        .filter(one -> one.thread() == thread)
        .map(one -> one.sql().strip())
        .toList();
  }

  private static final Pattern PARSE =
      Pattern.compile("FE=> Parse\\(stmt=([^,]*),query=\"(.*)\",oids=.*", Pattern.DOTALL);
  private static final Pattern BIND =
      Pattern.compile("FE=> Bind\\(stmt=([^,]*),.*", Pattern.DOTALL);

  private final List<Executed> executed = new CopyOnWriteArrayList<>();
  private final Map<String, String> known = new HashMap<>();

  @Override
  public synchronized void publish(LogRecord record) {
    String said = new java.util.logging.SimpleFormatter().formatMessage(record).strip();
    Matcher parse = PARSE.matcher(said);
    Matcher bind = BIND.matcher(said);
    if (parse.matches()) {
      known.put(parse.group(1), parse.group(2));
    } else if (bind.matches()) {
      executed.add(
          new Executed(
              record.getLongThreadID(),
              known.getOrDefault(bind.group(1), "prepared before: " + bind.group(1))));
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
