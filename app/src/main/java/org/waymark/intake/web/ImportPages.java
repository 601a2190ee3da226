package org.waymark.intake.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.intake.ImportRow;
import org.waymark.intake.Imports;
import org.waymark.intake.Refusals;
import org.waymark.platform.Conflict;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.Json;
import org.waymark.web.Fact;
import org.waymark.web.Form;
import org.waymark.web.Frame;
import org.waymark.web.ProgressBar;
import tools.jackson.databind.node.ObjectNode;

/** One import: its progress, its refused lines, and taking it back. */
@Controller
class ImportPages {
  private static final int SHOWN = 20;

  private final Imports imports;
  private final Refusals refusals;
  private final Access access;

  ImportPages(Imports imports, Refusals refusals, Access access) {
    this.imports = imports;
    this.refusals = refusals;
    this.access = access;
  }

  @GetMapping("/data/imports/{id}")
  ModelAndView show(Caller caller, Frame frame, @PathVariable UUID id) {
    return frame.show("data/import", page(caller, frame, id, Form.of(Map.of("tolerance", "PT1M"))));
  }

  @GetMapping("/data/imports/{id}/refused.csv")
  void download(Caller caller, @PathVariable UUID id, HttpServletResponse response)
      throws IOException {
    refusals.writeCsv(caller, id, response);
  }

  @PostMapping("/data/imports/{id}/replay")
  ModelAndView replay(Caller caller, Frame frame, Form form, @PathVariable UUID id) {
    ObjectNode changes = Json.mapper().createObjectNode();
    String tolerance = form.optional("tolerance");
    if (tolerance != null) {
      changes.put("tolerance", tolerance);
    }
    try {
      ImportRow replay = refusals.replay(caller, id, changes, List.of());
      return frame.to("/data/imports/" + replay.id(), "data.replay.started");
    } catch (InvalidInput refused) {
      return frame.refused("data/import", page(caller, frame, id, form.with(refused)));
    } catch (Conflict lost) {
      return frame.refused(
          "data/import", page(caller, frame, id, form.with("", String.valueOf(lost.getMessage()))));
    }
  }

  @GetMapping("/data/imports/{id}/lines/{line}")
  ModelAndView line(Caller caller, Frame frame, @PathVariable UUID id, @PathVariable long line) {
    Refusals.Refusal refusal = refusals.get(caller, id, line);
    return frame.show(
        "data/line",
        new LinePage(
            imports.get(caller, id), refusal, Form.of(Map.of("text", refusal.original()))));
  }

  @PostMapping("/data/imports/{id}/lines/{line}")
  ModelAndView mend(
      Caller caller, Frame frame, Form form, @PathVariable UUID id, @PathVariable long line) {
    try {
      ImportRow replay =
          refusals.replay(
              caller, id, null, List.of(new Refusals.EditedLine(line, form.text("text"))));
      return frame.to("/data/imports/" + replay.id(), "data.replay.started");
    } catch (InvalidInput refused) {
      return frame.refused(
          "data/line",
          new LinePage(
              imports.get(caller, id), refusals.get(caller, id, line), form.with(refused)));
    }
  }

  @PostMapping("/data/imports/{id}/withdrawal")
  ModelAndView withdraw(Caller caller, Frame frame, Form form, @PathVariable UUID id) {
    try {
      imports.withdraw(caller, id);
      return frame.to("/data/imports/" + id, "data.withdrawn");
    } catch (Conflict stillRunning) {
      return frame.refused(
          "data/import",
          page(caller, frame, id, form.with("", String.valueOf(stillRunning.getMessage()))));
    }
  }

  private ImportPage page(Caller caller, Frame frame, UUID id, Form form) {
    ImportRow row = imports.get(caller, id);
    boolean mayRead = access.can(caller, Action.READ_LINES, null);
    List<Refusals.Refusal> refused =
        mayRead && row.refused() > 0 ? refusals.list(caller, id, null, SHOWN).items() : List.of();
    boolean mayImport = access.can(caller, Action.IMPORT, null);
    return new ImportPage(
        row,
        ProgressBar.of(
            row.percent() / 100.0,
            frame.t().of("data.progress", row.percent(), frame.w().count(row.lines()))),
        counts(frame, row),
        refused,
        form,
        mayImport,
        mayImport
            && !row.running()
            && row.withdrawnAt() == null
            && row.sameAs() == null
            && !refused.isEmpty());
  }

  private static List<Fact> counts(Frame frame, ImportRow row) {
    List<Fact> counts = new ArrayList<>();
    add(frame, counts, "lines", row.lines(), true);
    add(frame, counts, "accepted", row.accepted(), true);
    add(frame, counts, "corrected", row.corrected(), true);
    add(frame, counts, "repeated", row.repeated(), true);
    add(frame, counts, "refused", row.refused(), true);
    add(frame, counts, "skipped", row.skipped(), false);
    add(frame, counts, "tolerated", row.tolerated(), false);
    add(frame, counts, "ambiguous", row.ambiguousTimes(), false);
    add(frame, counts, "rounded", row.roundedWeights(), false);
    return counts;
  }

  private static void add(Frame frame, List<Fact> counts, String what, long count, boolean always) {
    if (always || count > 0) {
      counts.add(new Fact(frame.t().of("data.count." + what), frame.w().count(count)));
    }
  }
}
