package org.waymark.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import org.waymark.measure.fact.Duck;
import org.waymark.measure.metric.Condition;
import org.waymark.measure.metric.Dimension;
import org.waymark.measure.metric.Field;

/** Conditions, filters and dimensions as SQL. Every condition is true or false, never null. */
final class SqlConditions {
  private SqlConditions() {}

  static void write(Question sql, Condition condition) {
    switch (condition) {
      case Condition.All all -> joined(sql, all.parts(), " AND ", "1 = 1");
      case Condition.Any any -> joined(sql, any.parts(), " OR ", "1 = 0");
      case Condition.Is is -> {
        known(sql, word(is.field()));
        sql.add(" = ").value(is.value()).add(")");
      }
      case Condition.IsNot not -> {
        String column = word(not.field());
        sql.add("(" + column + " IS NULL OR " + column + " <> ").value(not.value()).add(")");
      }
      case Condition.In in -> {
        known(sql, word(in.field()));
        sql.add(" IN ");
        list(sql, in.values());
        sql.add(")");
      }
      case Condition.AtLeast least -> {
        known(sql, least.field().column());
        sql.add(" >= " + stored(least.field(), least.value(), RoundingMode.CEILING) + ")");
      }
      case Condition.AtMost most -> {
        known(sql, most.field().column());
        sql.add(" <= " + stored(most.field(), most.value(), RoundingMode.FLOOR) + ")");
      }
      case Condition.Flagged flagged -> {
        known(sql, flagged.field().column());
        sql.add(" = " + flagged.value() + ")");
      }
    }
  }

  static void write(Question sql, Filter filter) {
    switch (filter) {
      case Filter.Units units -> {
        if (units.numbers().isEmpty()) {
          sql.add("1 = 0");
        } else {
          sql.add("unit_no IN (");
          sql.add(
              String.join(", ", units.numbers().stream().sorted().map(Object::toString).toList()));
          sql.add(")");
        }
      }
      case Filter.Words words -> {
        if (words.values().isEmpty()) {
          sql.add("1 = 0");
        } else {
          sql.add(word(words.dimension().field()) + " IN ");
          list(sql, words.values());
        }
      }
    }
  }

  /** The expression of a dimension's value as a word. */
  static String value(Dimension dimension) {
    return switch (dimension) {
      case Dimension.ByUnit unit -> "CAST(unit_no AS VARCHAR)";
      case Dimension.ByText text -> word(text.field());
      case Dimension.ByCohort cohort -> throw cohort.notOfAnItem();
    };
  }

  /**
   * The expression of a field; the one place where engines' dialects differ is a free attribute.
   */
  private static String word(Field.Text field) {
    return switch (field) {
      case Field.Word word -> word.column();
      case Field.Attribute attribute ->
          "json_extract_string(attributes, " + Duck.text(pointer(attribute.name())) + ")";
    };
  }

  /** The JSON pointer (RFC 6901) of a name; unlike a path it knows no wildcards. */
  private static String pointer(String name) {
    return "/" + name.replace("~", "~0").replace("/", "~1");
  }

  private static void joined(Question sql, List<Condition> parts, String by, String whenEmpty) {
    if (parts.isEmpty()) {
      sql.add(whenEmpty);
      return;
    }
    sql.add("(");
    for (int i = 0; i < parts.size(); i++) {
      sql.add(i == 0 ? "" : by);
      write(sql, parts.get(i));
    }
    sql.add(")");
  }

  private static void known(Question sql, String column) {
    sql.add("(" + column + " IS NOT NULL AND " + column);
  }

  private static void list(Question sql, Collection<String> values) {
    sql.add("(");
    String comma = "";
    for (String value : values) {
      sql.add(comma).value(value);
      comma = ", ";
    }
    sql.add(")");
  }

  /** A limit in the file's whole numbers; a limit between two of them excludes the outer one. */
  private static String stored(Field.Amount field, BigDecimal value, RoundingMode inwards) {
    return value
        .multiply(BigDecimal.valueOf(field.stored()))
        .setScale(0, inwards)
        .toBigInteger()
        .toString();
  }
}
