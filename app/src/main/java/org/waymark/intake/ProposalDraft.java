package org.waymark.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.platform.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * A mapping while it is being proposed: what fills each field, which columns are taken, and what
 * has to be said or asked.
 */
final class ProposalDraft {
  final Sample sample;
  final ObjectNode mapping = Json.mapper().createObjectNode();
  final ObjectNode fields = Json.mapper().createObjectNode();
  final List<String> notes = new ArrayList<>();
  final List<Doubt> doubts = new ArrayList<>();
  private final Set<String> used = new HashSet<>();
  private final @Nullable String rootUnit;

  /**
   * @param rootUnit the key of the unit under which unknown ones are made, where there is one
   */
  ProposalDraft(Sample sample, @Nullable String rootUnit) {
    this.sample = sample;
    this.rootUnit = rootUnit;
  }

  /** Takes a column, for this field and no other. */
  void column(String field, String column) {
    used.add(column);
    fields.putObject(field).put("column", column);
  }

  /** Takes columns into one text, such as {@code {YEAR}-{MONTH}-1}. */
  void template(String field, String template, List<String> columns) {
    used.addAll(columns);
    fields.putObject(field).put("template", template);
  }

  void constant(String field, String value) {
    fields.putObject(field).put("constant", value);
  }

  /** Takes a column that is not filled by anything else. */
  void use(String column) {
    used.add(column);
  }

  boolean isFree(String column) {
    return !used.contains(column);
  }

  boolean has(String field) {
    return fields.has(field);
  }

  /** Takes the first free column with one of these bare names, the names in this order. */
  void named(String field, String... names) {
    for (String name : names) {
      for (String column : sample.header()) {
        if (Sample.bare(column).equals(name)
            && isFree(column)
            && !sample.values(column).isEmpty()) {
          column(field, column);
          return;
        }
      }
    }
  }

  /** Takes the unit from a column; units that do not exist yet are made. */
  void unit(String... names) {
    named("unit", names);
    if (fields.get("unit") instanceof ObjectNode unit) {
      unit.put("unknown", "create");
      if (rootUnit != null) {
        unit.put("under", rootUnit);
      }
    }
  }

  MappingProposal done() {
    mapping.set("fields", fields);
    return new MappingProposal(mapping, List.copyOf(notes), List.copyOf(doubts));
  }
}
