package org.waymark.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waymark.goals.GoalWords;
import org.waymark.goals.KeyResultWords;
import org.waymark.goals.Step;
import org.waymark.library.Library;
import org.waymark.platform.Json;

/**
 * Who does what when with the company's goals, written down before any of it is done. Every line is
 * something a person could do on a page; {@link Stage} does them in the order of their days.
 */
final class Script {
  private static final int MORNING = 9;

  private final List<Scene> scenes = new ArrayList<>();

  /**
   * Something that one person does.
   *
   * @param hour of the day, by the company's clock
   * @param who the person's first name
   * @param goal what the script calls the goal; empty where it is about none
   */
  record Scene(LocalDate day, int hour, String who, String goal, Deed deed) {}

  /** What can be done. */
  sealed interface Deed {
    record Write(GoalLines goal) implements Deed {}

    /** Begins a goal in the guide and comes no further than these answers. */
    record Begin(Map<String, List<String>> answers) implements Deed {}

    record AddEntry(Library.EntryWords words) implements Deed {}

    /** What can be done with a goal. Key results and steps go by their place, from 0. */
    sealed interface OfGoal extends Deed {}

    record Propose(List<String> asked, String reason) implements OfGoal {}

    record Answer(String answer, @Nullable String reason) implements OfGoal {}

    /**
     * @param to the first name of whose answer it replies to
     */
    record Reply(String to, String text) implements OfGoal {}

    record Call(List<String> units, String note) implements OfGoal {}

    record Commit(@Nullable String reason) implements OfGoal {}

    record PlanReview(LocalDate on, String every) implements OfGoal {}

    record HoldReview(String note) implements OfGoal {}

    /**
     * @param reason for going beyond a limit of the workspace
     */
    record Start(@Nullable String reason) implements OfGoal {}

    record CheckIn(int keyResult, String words) implements OfGoal {}

    record Comment(String text) implements OfGoal {}

    record Finish(int step, String evidence) implements OfGoal {}

    record Close(String outcome, String learning) implements OfGoal {}

    record Withdraw(String reason) implements OfGoal {}
  }

  /** Somebody begins a goal in the guide and leaves it there. */
  void begun(LocalDate day, String who, Map<String, List<String>> answers) {
    scenes.add(new Scene(day, MORNING, who, "", new Deed.Begin(answers)));
  }

  /** Somebody adds what has worked to the library. */
  void added(LocalDate day, String who, Library.EntryWords words) {
    scenes.add(new Scene(day, MORNING, who, "", new Deed.AddEntry(words)));
  }

  /** All scenes from a day on and before another, in the order in which they happen. */
  List<Scene> between(@Nullable LocalDate from, @Nullable LocalDate before) {
    return scenes.stream()
        .filter(scene -> from == null || !scene.day().isBefore(from))
        .filter(scene -> before == null || scene.day().isBefore(before))
        .sorted(Comparator.comparing(Scene::day).thenComparing(Scene::hour))
        .toList();
  }

  /** Begins the lines of one goal. */
  GoalLines goal(String key, String owner, String unit, String cycle, String statement) {
    return new GoalLines(this, key, owner, unit, cycle, statement);
  }

  /** One goal and everything that is done about it. */
  static final class GoalLines {
    private final Script script;
    private final String key;
    private final String owner;
    private final String statement;
    private final @Nullable String unit;
    private final String cycle;
    private @Nullable String person;
    private @Nullable String area;
    private @Nullable String why;
    private @Nullable String strategy;
    private @Nullable BigDecimal hoursPerWeek;
    private @Nullable String resources;
    private @Nullable String contributesTo;
    private @Nullable String drives;
    private String kind = "outcome";
    private String ambition = "committed";
    private final List<String> keyResults = new ArrayList<>();
    private final List<Step.Words> steps = new ArrayList<>();

    private GoalLines(
        Script script, String key, String owner, String unit, String cycle, String statement) {
      this.script = script;
      this.key = key;
      this.owner = owner;
      this.unit = unit.isEmpty() ? null : unit;
      this.cycle = cycle;
      this.statement = statement;
    }

    GoalLines about(String areaCode, String whyItMatters, String howToGetThere) {
      area = areaCode;
      why = whyItMatters;
      strategy = howToGetThere;
      return this;
    }

    /** Hours a week of everybody together. */
    GoalLines takes(int hours, @Nullable String besides) {
      hoursPerWeek = BigDecimal.valueOf(hours);
      resources = besides;
      return this;
    }

    GoalLines under(String goal) {
      contributesTo = goal;
      return this;
    }

    /** A process goal: in the team's own hands, and moving an outcome. */
    GoalLines driving(String goal) {
      kind = "process";
      drives = goal;
      return this;
    }

    GoalLines stretch() {
      ambition = "stretch";
      return this;
    }

    GoalLines of(String personKey) {
      person = personKey;
      return this;
    }

    /** A key result, in the words of the API. */
    GoalLines keyResult(String json) {
      keyResults.add(json);
      return this;
    }

    GoalLines step(String title, @Nullable String responsible, LocalDate due) {
      return step(title, responsible, due, false);
    }

    GoalLines milestone(String title, @Nullable String responsible, LocalDate due) {
      return step(title, responsible, due, true);
    }

    private GoalLines step(
        String title, @Nullable String responsible, LocalDate due, boolean milestone) {
      String email = responsible == null ? null : Company.person(responsible).email();
      steps.add(new Step.Words(title, email, due, milestone, null, null));
      return this;
    }

    GoalLines written(LocalDate day) {
      return scene(day, MORNING, owner, new Deed.Write(this));
    }

    GoalLines proposed(LocalDate day, String reason, String... asked) {
      return scene(
          day,
          MORNING + 1,
          owner,
          new Deed.Propose(
              List.of(asked).stream().map(one -> Company.person(one).email()).toList(), reason));
    }

    GoalLines agrees(LocalDate day, String who) {
      return scene(day, MORNING + 2, who, new Deed.Answer("agree", null));
    }

    GoalLines hasConcern(LocalDate day, String who, String reason) {
      return scene(day, MORNING + 3, who, new Deed.Answer("concern", reason));
    }

    GoalLines cannotSupport(LocalDate day, String who, String reason) {
      return scene(day, MORNING + 3, who, new Deed.Answer("cannot-support", reason));
    }

    GoalLines replied(LocalDate day, String who, String to, String text) {
      return scene(day, MORNING + 5, who, new Deed.Reply(to, text));
    }

    /** Asks units to propose something under the goal. */
    GoalLines called(LocalDate day, String note, String... units) {
      return scene(day, MORNING + 6, owner, new Deed.Call(List.of(units), note));
    }

    /** Settles when the goal is looked at, and how often that comes back. */
    GoalLines reviewPlanned(LocalDate day, LocalDate on, String every) {
      return scene(day, MORNING + 7, owner, new Deed.PlanReview(on, every));
    }

    GoalLines reviewed(LocalDate day, String who, String note) {
      return scene(day, MORNING + 8, who, new Deed.HoldReview(note));
    }

    GoalLines committed(LocalDate day, @Nullable String reason) {
      return scene(day, MORNING + 4, owner, new Deed.Commit(reason));
    }

    GoalLines started(LocalDate day) {
      return scene(day, MORNING + 5, owner, new Deed.Start(null));
    }

    /** Starts it although it goes beyond a limit of the workspace. */
    GoalLines started(LocalDate day, String reason) {
      return scene(day, MORNING + 5, owner, new Deed.Start(reason));
    }

    /** A check-in with a number. */
    GoalLines told(
        LocalDate day, String who, int keyResult, String value, int confidence, String note) {
      return scene(
          day,
          MORNING + 6,
          who,
          new Deed.CheckIn(
              keyResult,
              "{%s, \"confidence\": %d, \"note\": \"%s\"}".formatted(value, confidence, note)));
    }

    /** A check-in where a metric measures the number. */
    GoalLines told(LocalDate day, String who, int keyResult, int confidence, String note) {
      return scene(
          day,
          MORNING + 6,
          who,
          new Deed.CheckIn(
              keyResult, "{\"confidence\": %d, \"note\": \"%s\"}".formatted(confidence, note)));
    }

    /** Something that somebody says about the goal. */
    GoalLines commented(LocalDate day, String who, String text) {
      return scene(day, MORNING + 7, who, new Deed.Comment(text));
    }

    GoalLines finished(LocalDate day, String who, int step) {
      return scene(
          day,
          MORNING + 7,
          who,
          new Deed.Finish(step, "https://board.quillhaven.example/" + key + "/" + (step + 1)));
    }

    GoalLines closed(LocalDate day, String outcome, String learning) {
      return scene(day, MORNING + 8, owner, new Deed.Close(outcome, learning));
    }

    GoalLines withdrawn(LocalDate day, String reason) {
      return scene(day, MORNING + 8, owner, new Deed.Withdraw(reason));
    }

    private GoalLines scene(LocalDate day, int hour, String who, Deed deed) {
      script.scenes.add(new Scene(day, hour, who, key, deed));
      return this;
    }

    /**
     * The goal's words.
     *
     * @param known ids of the goals that are there, by what the script calls them
     */
    GoalWords words(Map<String, java.util.UUID> known, LocalDate reviewOn) {
      return new GoalWords(
          statement,
          why,
          strategy,
          kind,
          area,
          cycle,
          unit,
          person == null ? null : Company.person(person).email(),
          Company.person(owner).email(),
          contributesTo == null ? null : known.get(contributesTo),
          drives == null ? null : known.get(drives),
          ambition,
          reviewOn,
          hoursPerWeek,
          resources,
          null,
          null);
    }

    List<KeyResultWords> keyResults() {
      return keyResults.stream().map(text -> Json.read(text, KeyResultWords.class)).toList();
    }

    List<Step.Words> steps() {
      return steps;
    }

    String cycle() {
      return cycle;
    }
  }
}
