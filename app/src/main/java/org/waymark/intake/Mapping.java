package org.waymark.intake;

import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the lines of a file are to be understood. Everything that is not given has one documented
 * default; nothing is guessed.
 *
 * @param snapshotAt when the source wrote the file; null is the time of the upload
 * @param zone the zone of local times; null is the workspace's
 * @param delimiter null is recognised from the header line
 * @param encoding null is UTF-8 (a byte order mark of UTF-16 is honoured)
 * @param rows what each line is taken for: one interaction, or several
 */
record Mapping(
    @Nullable Instant snapshotAt,
    @Nullable ZoneId zone,
    @Nullable Character delimiter,
    @Nullable Charset encoding,
    char decimal,
    List<Row> rows) {

  /**
   * One interaction made of each line.
   *
   * @param missing cell texts that stand for no value
   * @param tolerance a finish at most this much before its start is taken as equal; null refuses it
   * @param skip values by column: a line with one of them is not meant for this row
   * @param unknownUnit what becomes of a line whose unit does not exist
   * @param unitsUnder code of the unit that new units are made under; null is the top
   */
  record Row(
      List<String> instantPatterns,
      Set<String> missing,
      @Nullable Duration tolerance,
      Map<String, Set<String>> skip,
      UnknownUnit unknownUnit,
      @Nullable String unitsUnder,
      Map<Field, FieldRule> fields,
      Map<String, FieldRule> attributes) {

    /** The columns this row reads. */
    Set<String> columns() {
      Set<String> columns = new LinkedHashSet<>();
      fields.values().forEach(rule -> columns.addAll(rule.columns()));
      attributes.values().forEach(rule -> columns.addAll(rule.columns()));
      columns.addAll(skip.keySet());
      return columns;
    }
  }

  enum UnknownUnit {
    REFUSE,
    UNASSIGNED,
    CREATE
  }

  /** All columns that the file must have. */
  Set<String> columns() {
    Set<String> columns = new LinkedHashSet<>();
    rows.forEach(row -> columns.addAll(row.columns()));
    return columns;
  }

  ZoneId zoneOr(ZoneId workspace) {
    return zone == null ? workspace : zone;
  }

  /** The one source all rows come from, or null when rows differ or take it from a column. */
  @Nullable String source() {
    Set<String> codes = new LinkedHashSet<>();
    for (Row row : rows) {
      FieldRule rule = row.fields().get(Field.SOURCE);
      codes.add(
          rule != null && rule.origin() instanceof FieldRule.Constant constant
              ? constant.text()
              : "");
    }
    String only = codes.size() == 1 ? codes.iterator().next() : "";
    return only.isEmpty() ? null : only;
  }

  /**
   * Rows whose ids can only be the same: each line would be refused or repeated by its own second
   * half.
   */
  @Nullable String rowsWithTheSameId() {
    Map<String, Integer> seen = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      Map<Field, FieldRule> fields = rows.get(i).fields();
      String key = fields.get(Field.SOURCE) + "\n" + fields.get(Field.ID);
      Integer earlier = seen.putIfAbsent(key, i);
      if (earlier != null) {
        return "rows[" + earlier + "] and rows[" + i + "]";
      }
    }
    return null;
  }
}
