package org.waymark.measure.fact;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a file of facts, and facts as its rows. {@code file_day} repeats the day a file is
 * filed under, so that versions of one key are compared within their day.
 */
public final class FactTable {

  /** What a fact has in one column; null when it has nothing there. */
  @FunctionalInterface
  private interface Cell {
    @Nullable Object of(Fact fact);
  }

  /** The types of columns: signed integers, words, yes-or-no and days only. */
  enum Type {
    BIGINT,
    INTEGER,
    VARCHAR,
    BOOLEAN,
    DATE
  }

  /** A column: its name, its type, and what of a fact it holds. */
  record Column(String name, Type type, Cell cell) {
    /** Whether all of these facts have the same here, or all nothing. */
    boolean sameInAll(List<Fact> facts) {
      @Nullable Object first = cell.of(facts.getFirst());
      for (Fact fact : facts) {
        if (!Objects.equals(first, cell.of(fact))) {
          return false;
        }
      }
      return true;
    }

    /** What a fact has here, as an SQL literal. */
    String literal(Fact fact) {
      return switch (cell.of(fact)) {
        case null -> "NULL";
        case String text -> Duck.text(text);
        case LocalDate day -> "DATE '" + day + "'";
        case Object other -> other.toString();
      };
    }

    /** Writes what some facts have in this column to the first rows of a vector. */
    void fill(DuckDBWritableVector vector, List<Fact> facts) {
      if (type == Type.VARCHAR) {
        byte[] @Nullable [] words = new byte[facts.size()] @Nullable [];
        for (int row = 0; row < words.length; row++) {
          @Nullable String word = (String) cell.of(facts.get(row));
          words[row] = word == null ? null : word.getBytes(StandardCharsets.UTF_8);
        }
        vector.setStringUtf8Batch(0, words);
        return;
      }
      for (int row = 0; row < facts.size(); row++) {
        switch (cell.of(facts.get(row))) {
          case null -> vector.setNull(row);
          case Long number -> vector.setLong(row, number);
          case Integer number -> vector.setInt(row, number);
          case Boolean answer -> vector.setBoolean(row, answer);
          case LocalDate day -> vector.setDate(row, day);
          default -> throw new IllegalStateException("a column of an unknown type");
        }
      }
    }
  }

  static final Column FILE_DAY = new Column("file_day", Type.DATE, Fact::fileDay);

  static final Column KEY = new Column("key_no", Type.BIGINT, Fact::keyNo);

  static final List<Column> COLUMNS =
      List.of(
          FILE_DAY,
          KEY,
          new Column("revision", Type.BIGINT, Fact::revision),
          new Column("import_no", Type.BIGINT, Fact::importNo),
          new Column("gone", Type.BOOLEAN, Fact::gone),
          new Column("source_no", Type.INTEGER, Fact::sourceNo),
          new Column("kind", Type.VARCHAR, fact -> fact.kind().code()),
          new Column("item_id", Type.VARCHAR, Fact::itemId),
          new Column("started_us", Type.BIGINT, fact -> us(fact.started())),
          new Column("started_day", Type.DATE, fact -> day(fact.started())),
          new Column("responded_us", Type.BIGINT, fact -> us(fact.responded())),
          new Column("responded_day", Type.DATE, fact -> day(fact.responded())),
          new Column("finished_us", Type.BIGINT, fact -> us(fact.finished())),
          new Column("finished_day", Type.DATE, fact -> day(fact.finished())),
          new Column("reopened_us", Type.BIGINT, fact -> us(fact.reopened())),
          new Column("reopened_day", Type.DATE, fact -> day(fact.reopened())),
          new Column("due_us", Type.BIGINT, fact -> us(fact.due())),
          new Column("due_day", Type.DATE, fact -> day(fact.due())),
          new Column("customer_no", Type.BIGINT, Fact::customerNo),
          new Column("unit_no", Type.INTEGER, Fact::unitNo),
          new Column("channel", Type.VARCHAR, Fact::channel),
          new Column("product", Type.VARCHAR, Fact::product),
          new Column("region", Type.VARCHAR, Fact::region),
          new Column("topic", Type.VARCHAR, Fact::topic),
          new Column("touchpoint", Type.VARCHAR, Fact::touchpoint),
          new Column("question", Type.VARCHAR, Fact::question),
          new Column("about_source_no", Type.INTEGER, of(Fact::about, About::sourceNo)),
          new Column("about_id", Type.VARCHAR, of(Fact::about, About::id)),
          new Column("scale", Type.VARCHAR, of(Fact::score, Score::scale)),
          new Column("scale_min", Type.BIGINT, of(Fact::score, Score::min)),
          new Column("scale_max", Type.BIGINT, of(Fact::score, Score::max)),
          new Column("scale_top", Type.BIGINT, of(Fact::score, Score::top)),
          new Column("score", Type.BIGINT, of(Fact::score, Score::value)),
          new Column("weight", Type.BIGINT, Fact::weight),
          new Column("handled_by", Type.VARCHAR, of(Fact::handledBy, HandledBy::code)),
          new Column("contacts", Type.INTEGER, Fact::contacts),
          new Column("complaint", Type.BOOLEAN, Fact::complaint),
          new Column("quantity", Type.BIGINT, Fact::quantity),
          new Column("status", Type.VARCHAR, Fact::status),
          new Column("attributes", Type.VARCHAR, fact -> text(fact.attributes())),
          new Column("tally_metric", Type.VARCHAR, of(Fact::addedUp, AddedUp::metric)),
          new Column("tally_numerator", Type.BIGINT, of(Fact::addedUp, AddedUp::numerator)),
          new Column("tally_denominator", Type.BIGINT, of(Fact::addedUp, AddedUp::denominator)),
          new Column("pauses", Type.VARCHAR, fact -> Pause.text(fact.pauses())));

  private FactTable() {}

  private static <T> Cell of(Function<Fact, @Nullable T> group, Function<T, Object> member) {
    return fact -> {
      @Nullable T value = group.apply(fact);
      return value == null ? null : member.apply(value);
    };
  }

  private static @Nullable Long us(@Nullable Moment moment) {
    return moment == null ? null : moment.us();
  }

  private static @Nullable LocalDate day(@Nullable Moment moment) {
    return moment == null ? null : moment.day();
  }

  private static @Nullable String text(Attributes attributes) {
    return attributes.values().isEmpty() ? null : attributes.json();
  }

  /** All column names, separated by commas, in the order that {@link #read} expects. */
  public static String columns() {
    return COLUMNS.stream().map(Column::name).collect(Collectors.joining(", "));
  }

  /** The fact in the current row of a result that selects {@link #columns()}. */
  public static Fact read(ResultSet row) throws SQLException {
    Kind kind = Kind.of(row.getString("kind"));
    FactBuilder fact =
        Fact.at(
            row.getLong("key_no"),
            row.getLong("revision"),
            row.getLong("import_no"),
            row.getInt("source_no"),
            kind,
            row.getString("item_id"),
            new Moment(row.getLong("started_us"), row.getObject("started_day", LocalDate.class)));
    fact.responded(moment(row, Instants.RESPONDED))
        .finished(moment(row, Instants.FINISHED))
        .reopened(moment(row, Instants.REOPENED))
        .due(moment(row, Instants.DUE))
        .customer(number(row, "customer_no"))
        .unit(whole(row, "unit_no"))
        .channel(row.getString("channel"))
        .product(row.getString("product"))
        .region(row.getString("region"))
        .topic(row.getString("topic"))
        .touchpoint(row.getString("touchpoint"))
        .question(row.getString("question"))
        .weight(number(row, "weight"))
        .contacts(whole(row, "contacts"))
        .quantity(number(row, "quantity"))
        .status(row.getString("status"))
        .pauses(Pause.parse(row.getString("pauses")));
    @Nullable String about = row.getString("about_id");
    if (about != null) {
      fact.about(new About(row.getInt("about_source_no"), about));
    }
    @Nullable String scale = row.getString("scale");
    if (scale != null) {
      fact.score(
          new Score(
              scale,
              row.getLong("scale_min"),
              row.getLong("scale_max"),
              row.getLong("scale_top"),
              row.getLong("score")));
    }
    @Nullable String handledBy = row.getString("handled_by");
    if (handledBy != null) {
      fact.handledBy(HandledBy.of(handledBy));
    }
    boolean complaint = row.getBoolean("complaint");
    if (!row.wasNull()) {
      fact.complaint(complaint);
    }
    @Nullable String attributes = row.getString("attributes");
    if (attributes != null) {
      fact.attributes(Attributes.parse(attributes));
    }
    @Nullable String metric = row.getString("tally_metric");
    if (metric != null) {
      fact.addedUp(
          new AddedUp(metric, row.getLong("tally_numerator"), row.getLong("tally_denominator")));
    }
    return row.getBoolean("gone") ? fact.gone() : fact.build();
  }

  private static @Nullable Moment moment(ResultSet row, Instants instant) throws SQLException {
    long us = row.getLong(instant.column());
    return row.wasNull()
        ? null
        : new Moment(us, row.getObject(instant.dayColumn(), LocalDate.class));
  }

  private static @Nullable Long number(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }

  private static @Nullable Integer whole(ResultSet row, String column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? null : value;
  }
}
