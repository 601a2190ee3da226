package org.waymark.intake;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Columns with answers on a scale: each becomes a survey of its own.
 *
 * @param columns in the order of the file; empty when it holds no survey
 */
record QuestionColumns(List<String> columns) {
  private static final int MOST = 40;

  static QuestionColumns in(Sample sample) {
    List<String> found = new ArrayList<>();
    for (String column : sample.header()) {
      String name = Sample.bare(column);
      boolean named =
          name.matches(".*(nps|csat|score|rating|satisf|recommend).*")
              || name.matches("q\\d+[a-z]+.*");
      List<String> values = sample.values(column);
      Set<String> distinct = new LinkedHashSet<>(values);
      if (named
          && values.size() * 2 >= sample.rows().size()
          && distinct.size() >= 4
          && distinct.stream().allMatch(v -> v.matches("\\d|10"))
          && (asksForRecommendation(column) || distinct.stream().allMatch(v -> v.matches("[0-6]")))
          && distinct.containsAll(Set.of("3", "4", "5"))) {
        found.add(column);
      }
    }
    return new QuestionColumns(found.size() > MOST ? found.subList(0, MOST) : found);
  }

  private static boolean asksForRecommendation(String column) {
    String name = Sample.bare(column);
    return name.contains("nps") || name.contains("recommend");
  }

  /**
   * Proposes a survey for each column.
   *
   * @param id what tells the lines apart, as a template
   */
  void propose(ProposalDraft draft, String id) {
    boolean several = columns.size() > 1;
    @Nullable ArrayNode rows = several ? draft.mapping.putArray("rows") : null;
    if (several) {
      draft.fields.remove("id");
      draft.doubts.add(new Doubt(Doubt.QUESTIONS, columns));
    }
    for (String column : columns) {
      draft.use(column);
      Scale scale = asksForRecommendation(column) ? Scale.NPS : Scale.CSAT;
      ObjectNode target = rows == null ? draft.mapping : rows.addObject();
      ArrayNode skip = target.putObject("skip").putArray(column);
      outside(draft.sample, column, scale).forEach(skip::add);
      skip.add("");
      ObjectNode own = rows == null ? draft.fields : target.putObject("fields");
      String question = column.toLowerCase(Locale.ROOT).replace(' ', '-');
      if (several) {
        own.putObject("id").put("template", id + ":" + question);
      }
      own.putObject("score").put("column", column);
      own.putObject("scale").put("constant", scale.code());
      own.putObject("question").put("constant", question);
    }
    draft.notes.add(
        several
            ? "Each line becomes up to "
                + columns.size()
                + " surveys, one for each question; answers outside 1 to 5 are skipped. "
                + "Remove the questions that no goal needs."
            : "The score is read from "
                + columns.getFirst()
                + ". Answers outside the scale are skipped: check them.");
  }

  /** What people write for "no answer": numbers that the scale does not have. */
  private static Set<String> outside(Sample sample, String column, Scale scale) {
    Set<String> outside = new LinkedHashSet<>();
    sample.values(column).stream()
        .filter(
            v ->
                Long.parseLong(v) * Scale.ONE < scale.min()
                    || Long.parseLong(v) * Scale.ONE > scale.max())
        .sorted()
        .forEach(outside::add);
    if (scale == Scale.CSAT) {
      outside.add("0");
      outside.add("6");
    }
    return outside;
  }
}
