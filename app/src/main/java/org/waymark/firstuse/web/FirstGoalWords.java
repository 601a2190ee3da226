package org.waymark.firstuse.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waymark.firstuse.Candidate;
import org.waymark.firstuse.CandidateWords;
import org.waymark.firstuse.CycleChoice;
import org.waymark.intake.ImportRow;
import org.waymark.metrics.Metrics;
import org.waymark.web.Fact;
import org.waymark.web.Form;
import org.waymark.web.Frame;
import org.waymark.web.Option;
import org.waymark.web.ProgressBar;

/** Puts a first goal into the reader's words. */
record FirstGoalWords(Frame frame, CandidateWords words) {

  FirstGoalWords(Frame frame, Metrics metrics) {
    this(frame, new CandidateWords(frame, metrics));
  }

  FirstGoalPage page(
      @Nullable ImportRow row,
      List<Candidate> candidates,
      List<CycleChoice> cycles,
      @Nullable String about,
      Form form) {
    Candidate chosen =
        candidates.stream()
            .filter(one -> one.firm() && one.code().equals(about))
            .findFirst()
            .or(() -> candidates.stream().filter(Candidate::firm).findFirst())
            .orElse(null);
    String here = row == null ? "/first/goal" : "/first/imports/" + row.id();
    return new FirstGoalPage(
        row,
        progress(row),
        row == null ? List.of() : counts(row),
        candidates.stream().map(one -> line(one, one == chosen, here)).toList(),
        chosen == null ? null : proposal(chosen, cycles),
        chosen == null || !form.values().isEmpty() ? form : first(chosen, cycles));
  }

  private ProgressBar progress(@Nullable ImportRow row) {
    int percent = row == null ? 100 : row.percent();
    return ProgressBar.of(
        percent / 100.0,
        frame.t().of("data.progress", percent, frame.w().count(row == null ? 0 : row.lines())));
  }

  private List<Fact> counts(ImportRow row) {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("lines", row.lines());
    counts.put("accepted", row.accepted());
    counts.put("corrected", row.corrected());
    counts.put("repeated", row.repeated());
    counts.put("refused", row.refused());
    counts.put("skipped", row.skipped());
    List<Fact> facts = new ArrayList<>();
    counts.forEach(
        (what, count) -> {
          if (count > 0 || what.equals("lines") || what.equals("accepted")) {
            facts.add(new Fact(frame.t().of("data.count." + what), frame.w().count(count)));
          }
        });
    return facts;
  }

  private FirstGoalPage.Line line(Candidate candidate, boolean chosen, String here) {
    return new FirstGoalPage.Line(
        words.title(candidate),
        words.value(candidate),
        words.interval(candidate),
        words.basis(candidate),
        chosen || !candidate.firm()
            ? null
            : here + "?about=" + URLEncoder.encode(candidate.code(), StandardCharsets.UTF_8),
        chosen);
  }

  private FirstGoalPage.Proposal proposal(Candidate candidate, List<CycleChoice> cycles) {
    String range = words.interval(candidate);
    return new FirstGoalPage.Proposal(
        candidate.code(),
        words.title(candidate),
        candidate.readings().direction().code(),
        String.valueOf(words.value(candidate)),
        frame
            .t()
            .of(
                "first.baseline",
                frame.w().period(candidate.days().from(), candidate.days().to()),
                words.basis(candidate),
                range == null
                    ? frame.t().of("first.interval.none")
                    : frame.t().of("first.interval", range)),
        words.caution(candidate),
        candidate
            .suggestion()
            .map(one -> words.suggested(candidate, one))
            .orElse(frame.t().of("first.target.none")),
        "/guides/new?" + candidate.asked().query(),
        cycles.stream().map(cycle -> new Option(cycle.code(), cycle(cycle))).toList());
  }

  private Form first(Candidate candidate, List<CycleChoice> cycles) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put(
        "target",
        candidate
            .suggestion()
            .map(one -> CandidateWords.typed(one.target(), candidate.readings().unit()))
            .orElse(null));
    values.put("cycle", cycles.isEmpty() ? null : cycles.getFirst().code());
    return Form.of(values);
  }

  private String cycle(CycleChoice cycle) {
    String until = frame.w().date(cycle.to());
    return cycle.isNew()
        ? frame.t().of("first.cycle." + cycle.code().substring(1), until)
        : frame.t().of("first.cycle", cycle.name(), until);
  }
}
