package org.waymark.intake;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks for the column, or the columns together, by which a line is known again. */
final class IdColumns {
  static final int MOST = 6;
  private static final int LONGEST = 60;

  private final Sample sample;

  IdColumns(Sample sample) {
    this.sample = sample;
  }

  /** Proposes the id and returns it as a template. */
  static String propose(ProposalDraft draft) {
    return new IdColumns(draft.sample).proposed(draft);
  }

  private String proposed(ProposalDraft draft) {
    String alone = alone();
    if (alone != null) {
      draft.column("id", alone);
      return "{" + alone + "}";
    }
    List<String> candidates =
        sample.header().stream()
            .filter(c -> rank(Sample.bare(c)) > 1 || Sample.bare(c).endsWith("code"))
            .limit(4)
            .toList();
    List<String> together = together(candidates);
    String template = template(together);
    draft.template("id", template, List.of());
    if (sample.unique(together)) {
      draft.notes.add(
          "No column is an id by itself: "
              + template
              + " is different on each of the first "
              + sample.rows().size()
              + " lines. Check that it stays the same when the file is sent again.");
    } else {
      draft.notes.add(
          "No column is different on every line: "
              + template
              + " comes closest, and lines that share it would be refused or "
              + "taken for corrections of each other.");
      draft.doubts.add(new Doubt(Doubt.ID, sample.choices()));
    }
    return template;
  }

  static String template(List<String> columns) {
    return "{" + String.join("}:{", columns) + "}";
  }

  /** The column most like an id that is different on every row of the sample. */
  private @Nullable String alone() {
    String best = null;
    int bestRank = 0;
    for (String column : sample.header()) {
      int rank = rank(Sample.bare(column));
      if (rank > bestRank && sample.unique(List.of(column))) {
        best = column;
        bestRank = rank;
      }
    }
    return best;
  }

  /** These columns, with as many others as it takes to tell the rows of the sample apart. */
  private List<String> together(List<String> candidates) {
    List<String> chosen =
        new ArrayList<>(
            candidates.stream().filter(column -> sample.distinct(List.of(column)) > 0).toList());
    long apart = chosen.isEmpty() ? 0 : sample.distinct(chosen);
    while (chosen.size() < MOST && apart < sample.rows().size()) {
      String best = null;
      long most = apart;
      for (String column : sample.header()) {
        if (column.isEmpty() || chosen.contains(column) || !sample.shorter(column, LONGEST)) {
          continue;
        }
        List<String> more = new ArrayList<>(chosen);
        more.add(column);
        long now = sample.distinct(more);
        if (now > most) {
          best = column;
          most = now;
        }
      }
      if (best == null) {
        break;
      }
      chosen.add(best);
      apart = most;
    }
    return chosen.isEmpty() ? List.of(sample.header().getFirst()) : chosen;
  }

  /** How much a bare name sounds like the id of a line; of a customer's or an agent's, little. */
  private static int rank(String name) {
    if (name.equals("id")
        || name.endsWith("enquiryid")
        || name.equals("caseid")
        || name.equals("ticketid")
        || name.equals("responseid")) {
      return 5;
    }
    if (name.equals("respnum")
        || name.endsWith("number")
        || name.endsWith("caseno")
        || name.endsWith("invoiceno")
        || name.endsWith("orderid")) {
      return 4;
    }
    if (name.startsWith("customer") || name.startsWith("user") || name.startsWith("agent")) {
      return name.endsWith("id") ? 1 : 0;
    }
    return name.endsWith("id") || name.endsWith("ref") || name.endsWith("key") ? 3 : 0;
  }
}
