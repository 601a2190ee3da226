package org.waymark.measure.fact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a file of facts, and facts as its rows. {@code file_day} repeats the day a file is
 * filed under, so that versions of one key are compared within their day.
 */
public final class FactTable {

  /** A column: its name and its type, signed integers, words, yes-or-no and days only. */
  record Column(String name, String type) {}

  static final List<Column> COLUMNS =
      List.of(
          new Column("file_day", "DATE"),
          new Column("key_no", "BIGINT"),
          new Column("revision", "BIGINT"),
          new Column("import_no", "BIGINT"),
          new Column("gone", "BOOLEAN"),
          new Column("source_no", "INTEGER"),
          new Column("kind", "VARCHAR"),
          new Column("item_id", "VARCHAR"),
          new Column("started_us", "BIGINT"),
          new Column("started_day", "DATE"),
          new Column("responded_us", "BIGINT"),
          new Column("responded_day", "DATE"),
          new Column("finished_us", "BIGINT"),
          new Column("finished_day", "DATE"),
          new Column("reopened_us", "BIGINT"),
          new Column("reopened_day", "DATE"),
          new Column("due_us", "BIGINT"),
          new Column("due_day", "DATE"),
          new Column("customer_no", "BIGINT"),
          new Column("unit_no", "INTEGER"),
          new Column("channel", "VARCHAR"),
          new Column("product", "VARCHAR"),
          new Column("region", "VARCHAR"),
          new Column("topic", "VARCHAR"),
          new Column("touchpoint", "VARCHAR"),
          new Column("question", "VARCHAR"),
          new Column("about_source_no", "INTEGER"),
          new Column("about_id", "VARCHAR"),
          new Column("scale", "VARCHAR"),
          new Column("scale_min", "BIGINT"),
          new Column("scale_max", "BIGINT"),
          new Column("scale_top", "BIGINT"),
          new Column("score", "BIGINT"),
          new Column("weight", "BIGINT"),
          new Column("handled_by", "VARCHAR"),
          new Column("contacts", "INTEGER"),
          new Column("complaint", "BOOLEAN"),
          new Column("quantity", "BIGINT"),
          new Column("status", "VARCHAR"),
          new Column("attributes", "VARCHAR"),
          new Column("tally_metric", "VARCHAR"),
          new Column("tally_numerator", "BIGINT"),
          new Column("tally_denominator", "BIGINT"));

  private FactTable() {}

  static String ddl(String table) {
    return COLUMNS.stream()
        .map(column -> column.name() + " " + column.type())
        .collect(Collectors.joining(", ", "CREATE TABLE " + table + " (", ")"));
  }

  /** All column names, separated by commas, in the order that {@link #read} expects. */
  public static String columns() {
    return COLUMNS.stream().map(Column::name).collect(Collectors.joining(", "));
  }

  static void append(DuckDBAppender row, Fact fact) throws SQLException {
    row.beginRow();
    row.appendEpochDays(fact.fileEpochDay());
    row.append(fact.keyNo());
    row.append(fact.revision());
    row.append(fact.importNo());
    row.append(fact.gone());
    row.append(fact.sourceNo());
    row.append(fact.kind().code());
    row.append(fact.itemId());
    append(row, fact.started());
    append(row, fact.responded());
    append(row, fact.finished());
    append(row, fact.reopened());
    append(row, fact.due());
    row.append(fact.customerNo());
    row.append(fact.unitNo());
    row.append(fact.channel());
    row.append(fact.product());
    row.append(fact.region());
    row.append(fact.topic());
    row.append(fact.touchpoint());
    row.append(fact.question());
    About about = fact.about();
    if (about == null) {
      nulls(row, 2);
    } else {
      row.append(about.sourceNo());
      row.append(about.id());
    }
    Score score = fact.score();
    if (score == null) {
      nulls(row, 5);
    } else {
      row.append(score.scale());
      row.append(score.min());
      row.append(score.max());
      row.append(score.top());
      row.append(score.value());
    }
    row.append(fact.weight());
    HandledBy handledBy = fact.handledBy();
    row.append(handledBy == null ? null : handledBy.code());
    row.append(fact.contacts());
    row.append(fact.complaint());
    row.append(fact.quantity());
    row.append(fact.status());
    row.append(fact.attributes().values().isEmpty() ? null : fact.attributes().json());
    AddedUp added = fact.addedUp();
    if (added == null) {
      nulls(row, 3);
    } else {
      row.append(added.metric());
      row.append(added.numerator());
      row.append(added.denominator());
    }
    row.endRow();
  }

  private static void append(DuckDBAppender row, @Nullable Moment moment) throws SQLException {
    if (moment == null) {
      nulls(row, 2);
    } else {
      row.append(moment.us());
      row.appendEpochDays(Math.toIntExact(moment.day().toEpochDay()));
    }
  }

  private static void nulls(DuckDBAppender row, int count) throws SQLException {
    for (int i = 0; i < count; i++) {
      row.appendNull();
    }
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
        .status(row.getString("status"));
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
