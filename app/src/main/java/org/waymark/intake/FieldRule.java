package org.waymark.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the value of one field comes from: a column, a text that is the same for all, or a text
 * with columns in it. A value that stands for nothing ({@code missing}) is null; a template with
 * such a value in it is null as a whole.
 *
 * @param values translations by the file's word; a word that is not among them stays as it is, one
 *     translated to null is missing
 */
record FieldRule(Origin origin, Map<String, @Nullable String> values) {

  sealed interface Origin permits Column, Constant, Template {}

  record Column(String name) implements Origin {}

  record Constant(String text) implements Origin {}

  /**
   * @param texts the fixed texts around the columns, one more than columns
   */
  record Template(String written, List<String> texts, List<String> columns) implements Origin {
    static Template parse(String field, String written) {
      List<String> texts = new ArrayList<>();
      List<String> columns = new ArrayList<>();
      int at = 0;
      while (true) {
        int open = written.indexOf('{', at);
        if (open < 0) {
          texts.add(written.substring(at));
          break;
        }
        int close = written.indexOf('}', open);
        if (close < 0) {
          throw new Refused(field, "opens { without closing it: write the column as {COLUMN}");
        }
        texts.add(written.substring(at, open));
        columns.add(written.substring(open + 1, close).strip());
        at = close + 1;
      }
      if (columns.isEmpty()) {
        throw new Refused(field, "names no column: write it as {COLUMN}, or use \"constant\"");
      }
      return new Template(written, List.copyOf(texts), List.copyOf(columns));
    }
  }

  List<String> columns() {
    return switch (origin) {
      case Column column -> List.of(column.name());
      case Constant constant -> List.of();
      case Template template -> template.columns();
    };
  }
}
