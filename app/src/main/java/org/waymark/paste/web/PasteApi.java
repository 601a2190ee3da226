package org.waymark.paste.web;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.coach.Finding;
import org.waymark.goals.GoalDesk;
import org.waymark.goals.GoalView;
import org.waymark.goals.GoalWords;
import org.waymark.goals.KeyResultWords;
import org.waymark.paste.Note;
import org.waymark.paste.Outline;
import org.waymark.paste.ReadGoal;
import org.waymark.paste.Reading;
import org.waymark.paste.Recognition;
import org.waymark.paste.SeveralGoals;
import org.waymark.platform.Json;
import org.waymark.platform.Page;
import org.waymark.web.Texts;
import org.waymark.workspace.Cycle;
import org.waymark.workspace.Cycles;
import org.waymark.workspace.Fields;
import org.waymark.workspace.Workspaces;
import tools.jackson.databind.JsonNode;

/** Goals from a text in the API: what it says, and writing several goals down at once. */
@RestController
@RequestMapping("/api/v1/goals")
class PasteApi {
  private final Recognition recognition;
  private final SeveralGoals several;
  private final GoalDesk desk;
  private final Cycles cycles;
  private final Workspaces workspaces;
  private final Access access;

  PasteApi(
      Recognition recognition,
      SeveralGoals several,
      GoalDesk desk,
      Cycles cycles,
      Workspaces workspaces,
      Access access) {
    this.recognition = recognition;
    this.several = several;
    this.desk = desk;
    this.cycles = cycles;
    this.workspaces = workspaces;
    this.access = access;
  }

  /**
   * A text with objectives and key results: lines with bullets, numbers or labels, or rows of a
   * table with tabs.
   *
   * @param text at most 100,000 characters
   * @param cycle code of the cycle the goals are to run in; days without a year are read in it
   * @param unit code of the unit whose goals they are
   */
  record PastedText(@Nullable String text, @Nullable String cycle, @Nullable String unit) {}

  /**
   * What was read. Nothing is kept.
   *
   * @param readUntil the line before which reading stopped because there was too much; absent when
   *     all was read
   */
  record PastedGoals(
      List<PastedGoal> goals, List<UnusedLine> unused, @Nullable Integer readUntil) {}

  /**
   * GoalWithKeyResults goal with its key results, as several goals can be sent.
   *
   * @param line where it stands in the text, from 1
   */
  record PastedGoal(
      int line,
      GoalWords goal,
      List<PastedKeyResult> keyResults,
      List<PastedAdvice> findings,
      List<String> notes) {}

  /**
   * GoalWithKeyResults key result.
   *
   * @param words the line as it was read
   */
  record PastedKeyResult(
      int line,
      String words,
      KeyResultWords keyResult,
      List<PastedAdvice> findings,
      List<String> notes) {}

  /** What the coach says of a line. */
  record PastedAdvice(String rule, String severity, String reason, String offer) {}

  /** A line that was not used, and why. */
  record UnusedLine(int line, String text, String reason) {}

  /** Goals to be written down together. */
  record GoalsWanted(@Nullable List<GoalWithKeyResults> goals) {}

  /** GoalWithKeyResults of them, in the words of a goal, with the words of its key results. */
  record GoalWithKeyResults(@Nullable GoalWords goal, @Nullable List<KeyResultWords> keyResults) {}

  @PostMapping("/paste")
  PastedGoals read(Caller caller, @RequestBody PastedText body) {
    access.require(caller, Action.DRAFT_GOAL, null);
    Fields fields = new Fields();
    String text = body.text() == null ? "" : body.text();
    if (text.isBlank()) {
      fields.refuse("text", "give a text with at least one line");
    }
    if (text.length() > Outline.LONGEST) {
      fields.refuse(
          "text", "must be at most " + Outline.LONGEST + " characters, is " + text.length());
    }
    @Nullable Cycle cycle =
        body.cycle() == null ? null : cycles.byCode(body.cycle().strip()).orElse(null);
    if (body.cycle() != null && cycle == null) {
      fields.refuse("cycle", "there is no cycle with this code");
    }
    fields.check();
    Reading reading = recognition.read(caller, text, cycle);
    Texts texts = new Texts(workspaces.current().locale());
    return new PastedGoals(
        reading.goals().stream().map(goal -> read(goal, body, texts)).toList(),
        reading.unread().stream()
            .map(
                one ->
                    new UnusedLine(
                        one.line(),
                        one.text(),
                        texts.of(
                            "paste.unread."
                                + one.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                            one.line(),
                            one.text())))
            .toList(),
        reading.tooMany() == 0 ? null : reading.tooMany());
  }

  @PostMapping("/several")
  ResponseEntity<Page<GoalView>> create(Caller caller, @RequestBody GoalsWanted body) {
    access.require(caller, Action.DRAFT_GOAL, null);
    List<SeveralGoals.Wanted> wanted = new ArrayList<>();
    Fields fields = new Fields();
    List<GoalWithKeyResults> goals = body.goals() == null ? List.of() : body.goals();
    for (int i = 0; i < goals.size(); i++) {
      GoalWithKeyResults one = goals.get(i);
      GoalWords goal = one == null ? null : one.goal();
      if (one == null || goal == null) {
        fields.refuse("goals[" + i + "].goal", "give the words of the goal");
        continue;
      }
      wanted.add(
          new SeveralGoals.Wanted(goal, one.keyResults() == null ? List.of() : one.keyResults()));
    }
    fields.check();
    List<GoalView> made =
        several.create(caller, wanted).stream().map(goal -> desk.view(caller, goal.id())).toList();
    return ResponseEntity.status(HttpStatus.CREATED).body(Page.all(made));
  }

  private static PastedGoal read(ReadGoal goal, PastedText asked, Texts texts) {
    return new PastedGoal(
        goal.line(),
        new GoalWords(
            goal.statement(),
            goal.why(),
            goal.strategy(),
            "outcome",
            null,
            asked.cycle(),
            asked.unit(),
            null,
            goal.owner(),
            (UUID) null,
            null,
            "committed",
            null),
        goal.keyResults().stream().map(one -> read(one, asked, texts)).toList(),
        advice(goal.findings(), texts),
        notes(goal.notes(), texts));
  }

  private static PastedKeyResult read(ReadGoal.Measured one, PastedText asked, Texts texts) {
    BigDecimal change = one.changePercent();
    return new PastedKeyResult(
        one.line(),
        one.words(),
        new KeyResultWords(
            one.name(),
            one.metric(),
            one.statistic(),
            null,
            one.metric() == null ? null : asked.unit(),
            one.type(),
            value(one.baseline(), one.duration()),
            null,
            change == null
                ? value(one.target(), one.duration())
                : Json.mapper().valueToTree(Map.of("changePercent", change)),
            one.due(),
            null,
            null),
        advice(one.findings(), texts),
        notes(one.notes(), texts));
  }

  /** A number, or a time such as "PT72H". */
  private static @Nullable JsonNode value(@Nullable BigDecimal value, boolean duration) {
    if (value == null) {
      return null;
    }
    return duration
        ? Json.mapper()
            .valueToTree(Duration.ofMillis(value.movePointRight(3).longValue()).toString())
        : Json.mapper().valueToTree(value);
  }

  private static List<PastedAdvice> advice(List<Finding> findings, Texts texts) {
    return findings.stream()
        .map(
            finding -> {
              Object[] arguments = finding.arguments().toArray();
              return new PastedAdvice(
                  finding.rule(),
                  Fields.word(finding.severity()),
                  texts.of(finding.texts() + ".reason", arguments),
                  texts.of(finding.texts() + ".offer", arguments));
            })
        .toList();
  }

  private static List<String> notes(List<Note> notes, Texts texts) {
    return notes.stream().map(note -> PasteWords.of(note, texts)).toList();
  }
}
