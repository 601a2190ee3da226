package org.waymark.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Proposes which columns of dates tell when something started, was answered, was due, finished. */
final class MomentColumns {
  /** In this order; any other date at last. */
  private static final String[] STARTED = {
    "open", "start", "creat", "receiv", "submit", "invoice", "order", "date", "time", "placed",
    "notif", ""
  };

  private static final String DAY_OF_MONTH = "0?[1-9]|[12]\\d|3[01]";

  private final ProposalDraft draft;
  private final DateColumns dates;

  private MomentColumns(ProposalDraft draft, DateColumns dates) {
    this.draft = draft;
    this.dates = dates;
  }

  static void propose(ProposalDraft draft, DateColumns dates) {
    MomentColumns moments = new MomentColumns(draft, dates);
    moments.take();
    if (!draft.has("startedAt")) {
      moments.askForStart();
    } else if (draft.has("finishedAt")) {
      draft.notes.add(
          "Say when the file was written (snapshotAt): until then its open items are known to be open. "
              + "Without it, the moment of the upload is taken.");
      draft.doubts.add(new Doubt(Doubt.WRITTEN, List.of()));
    }
  }

  /** What is rarer is looked for first: any date that is left may be the start. */
  private void take() {
    date("dueAt", "due", "target", "sla", "promis", "deadline");
    date("finishedAt", "close", "resolv", "finish", "deliver", "settle", "complet", "ended");
    date("reopenedAt", "reopen");
    date("respondedAt", "respon", "firstreply", "senttocompany", "answered");
    date("startedAt", STARTED);
  }

  private void date(String field, String... words) {
    for (String word : words) {
      for (String column : dates.columns()) {
        if (draft.isFree(column) && Sample.bare(column).contains(word)) {
          draft.column(field, column);
          return;
        }
      }
    }
  }

  private void askForStart() {
    String day = dayOfMonth();
    if (day == null) {
      draft.notes.add(
          "No column holds a full date, and every interaction needs the moment it started: choose a column, a template or a constant.");
      draft.doubts.add(new Doubt(Doubt.WHEN, draft.sample.choices()));
      return;
    }
    draft.template("startedAt", "YEAR-MONTH-{" + day + "}", List.of(day));
    draft.notes.add(
        day
            + " looks like a day of the month: put its year and month in place of YEAR-MONTH, for example 2014-05-{"
            + day
            + "}.");
    draft.doubts.add(new Doubt(Doubt.MONTH, List.of(day)));
  }

  private @Nullable String dayOfMonth() {
    String day = null;
    for (String column : draft.sample.header()) {
      List<String> values = draft.sample.values(column);
      if (Sample.bare(column).contains("date")
          && !values.isEmpty()
          && values.stream().allMatch(value -> value.matches(DAY_OF_MONTH))) {
        day = column;
      }
    }
    return day;
  }
}
