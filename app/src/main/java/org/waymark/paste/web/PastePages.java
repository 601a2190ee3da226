package org.waymark.paste.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.coach.Finding;
import org.waymark.goals.Goal;
import org.waymark.goals.KeyResultType;
import org.waymark.measurement.MeasureChoices;
import org.waymark.paste.Note;
import org.waymark.paste.Outline;
import org.waymark.paste.ReadGoal;
import org.waymark.paste.Reading;
import org.waymark.paste.Recognition;
import org.waymark.paste.SeveralGoals;
import org.waymark.platform.FieldError;
import org.waymark.platform.InvalidInput;
import org.waymark.web.Choices;
import org.waymark.web.Form;
import org.waymark.web.Frame;
import org.waymark.web.Option;
import org.waymark.workspace.Cycle;
import org.waymark.workspace.Cycles;

/**
 * Goals from a text: paste it, put right what was read in it, write all of it down in one press.
 */
@Controller
class PastePages {
  private final Recognition recognition;
  private final SeveralGoals several;
  private final Choices choices;
  private final MeasureChoices measures;
  private final Cycles cycles;
  private final Access access;

  PastePages(
      Recognition recognition,
      SeveralGoals several,
      Choices choices,
      MeasureChoices measures,
      Cycles cycles,
      Access access) {
    this.recognition = recognition;
    this.several = several;
    this.choices = choices;
    this.measures = measures;
    this.cycles = cycles;
    this.access = access;
  }

  @GetMapping("/goals/paste")
  ModelAndView blank(Caller caller, Frame frame, Form asked) {
    access.require(caller, Action.DRAFT_GOAL, null);
    Map<String, @Nullable Object> first = new LinkedHashMap<>();
    first.put("cycle", asked.optional("cycle"));
    first.put("unit", asked.optional("unit"));
    if (first.get("cycle") == null) {
      first.put("cycle", choices.cycleOfToday().orElse(null));
    }
    return frame.show("paste/text", page(frame, Form.of(first), List.of(), List.of()));
  }

  @PostMapping("/goals/paste")
  ModelAndView read(Caller caller, Frame frame, Form sent) {
    access.require(caller, Action.DRAFT_GOAL, null);
    Form form = outdented(sent);
    String text = form.text("text");
    if (text.isBlank() || text.length() > Outline.LONGEST) {
      String reason =
          frame
              .t()
              .of(
                  text.isBlank() ? "paste.text.none" : "paste.text.long",
                  frame.w().count(Outline.LONGEST),
                  frame.w().count(text.length()));
      return frame.refused(
          "paste/text", page(frame, form.with("text", reason), List.of(), List.of()));
    }
    Reading reading = recognition.read(caller, text, cycle(form));
    if (reading.goals().isEmpty()) {
      Form nothing = form.with("text", frame.t().of("paste.text.nothing"));
      return frame.refused("paste/text", page(frame, nothing, List.of(), List.of()));
    }
    return frame.show("paste/check", checked(frame, reading, Sheet.of(reading, form)));
  }

  @PostMapping("/goals/paste/goals")
  ModelAndView create(Caller caller, Frame frame, Form form) {
    access.require(caller, Action.DRAFT_GOAL, null);
    Sheet sheet = new Sheet(form);
    try {
      List<Goal> made = make(caller, sheet);
      int keyResults = sheet.wanted().stream().mapToInt(one -> one.keyResults().size()).sum();
      return made.size() == 1
          ? frame.to("/goals/" + made.getFirst().id(), "paste.said.one", keyResults)
          : frame.to("/goals?state=draft", "paste.said.several", made.size(), keyResults);
    } catch (InvalidInput refused) {
      Form again = form.with(withLines(frame, sheet, refused));
      return frame.refused("paste/check", page(frame, again, again(sheet), List.of()));
    }
  }

  private List<Goal> make(Caller caller, Sheet sheet) {
    try {
      return several.create(caller, sheet.wanted());
    } catch (InvalidInput refused) {
      throw sheet.here(refused);
    }
  }

  /** Every reason with the line in which the words stand that it is about. */
  private static List<FieldError> withLines(Frame frame, Sheet sheet, InvalidInput refused) {
    return refused.errors().stream()
        .map(
            error -> {
              String line = sheet.line(error.field());
              return line == null
                  ? error
                  : new FieldError(
                      error.field(), frame.t().of("paste.line.reason", line, error.reason()));
            })
        .toList();
  }

  private @Nullable Cycle cycle(Form form) {
    String code = form.optional("cycle");
    return code == null ? null : cycles.byCode(code).orElse(null);
  }

  /** Without what all lines are in by: the field that shows the text again cuts its first line. */
  private static Form outdented(Form form) {
    Map<String, List<String>> values = new LinkedHashMap<>(form.values());
    String text = form.all("text").isEmpty() ? "" : form.all("text").getFirst();
    values.put("text", List.of(text.stripIndent()));
    return new Form(values, form.errors());
  }

  private PastePage checked(Frame frame, Reading reading, Form form) {
    List<PastePage.GoalRead> goals = new ArrayList<>();
    for (int g = 0; g < reading.goals().size(); g++) {
      ReadGoal goal = reading.goals().get(g);
      List<PastePage.Measured> measured = new ArrayList<>();
      for (int k = 0; k < goal.keyResults().size(); k++) {
        ReadGoal.Measured one = goal.keyResults().get(k);
        measured.add(
            new PastePage.Measured(
                "g" + g + "-k" + k + "-",
                one.line(),
                one.words(),
                notes(frame, one.notes()),
                advice(frame, one.findings())));
      }
      goals.add(
          new PastePage.GoalRead(
              "g" + g + "-",
              goal.line(),
              notes(frame, goal.notes()),
              advice(frame, goal.findings()),
              measured));
    }
    return page(frame, form, goals, remarks(frame, reading));
  }

  /** The form as it was sent; what was remarked on its first showing is read again there. */
  private static List<PastePage.GoalRead> again(Sheet sheet) {
    List<PastePage.GoalRead> goals = new ArrayList<>();
    for (int g = 0; g < sheet.goals(); g++) {
      String at = "g" + g + "-";
      List<PastePage.Measured> measured = new ArrayList<>();
      for (int k = 0; k < sheet.keyResults(g); k++) {
        String here = at + "k" + k + "-";
        measured.add(
            new PastePage.Measured(
                here, line(sheet, here), sheet.form().text(here + "name"), List.of(), List.of()));
      }
      goals.add(new PastePage.GoalRead(at, line(sheet, at), List.of(), List.of(), measured));
    }
    return goals;
  }

  private static int line(Sheet sheet, String prefix) {
    String line = sheet.form().text(prefix + "line");
    return line.matches("\\d{1,6}") ? Integer.parseInt(line) : 0;
  }

  private static List<String> remarks(Frame frame, Reading reading) {
    List<String> remarks = new ArrayList<>();
    for (Outline.Unread unread : reading.unread()) {
      String key = unread.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
      remarks.add(frame.t().of("paste.unread." + key, unread.line(), unread.text()));
    }
    if (reading.tooMany() > 0) {
      remarks.add(frame.t().of("paste.unread.too-many", reading.tooMany()));
    }
    return remarks;
  }

  static List<String> notes(Frame frame, List<Note> notes) {
    return notes.stream().map(note -> PasteWords.of(note, frame.t())).toList();
  }

  private static List<PastePage.Advised> advice(Frame frame, List<Finding> findings) {
    return findings.stream()
        .map(
            finding -> {
              Object[] arguments = finding.arguments().toArray();
              return new PastePage.Advised(
                  finding.severity(),
                  frame.t().of(finding.texts() + ".reason", arguments),
                  frame.t().of(finding.texts() + ".offer", arguments));
            })
        .toList();
  }

  private PastePage page(
      Frame frame, Form form, List<PastePage.GoalRead> goals, List<String> remarks) {
    return new PastePage(
        form,
        choices.cycles(),
        choices.units(),
        choices.members(),
        measures.all(frame),
        types(frame),
        goals,
        remarks);
  }

  /** Those that a pasted line can have. */
  private static List<Option> types(Frame frame) {
    return Arrays.stream(KeyResultType.values())
        .filter(type -> type != KeyResultType.KEEP_WITHIN && type != KeyResultType.MILESTONE)
        .map(type -> new Option(type.code(), frame.t().of("goals.type." + type.code())))
        .toList();
  }
}
