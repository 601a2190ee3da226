package org.waymark.demo;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.access.Caller;
import org.waymark.goals.Agreements;
import org.waymark.goals.Calls;
import org.waymark.goals.CheckIns;
import org.waymark.goals.Comments;
import org.waymark.goals.GoalDesk;
import org.waymark.goals.GoalVerbs;
import org.waymark.goals.GoalWords;
import org.waymark.goals.Goals;
import org.waymark.goals.KeyResultWords;
import org.waymark.goals.KeyResults;
import org.waymark.goals.Reviews;
import org.waymark.goals.Step;
import org.waymark.goals.Steps;
import org.waymark.guide.Guides;
import org.waymark.library.Library;
import org.waymark.platform.Json;
import org.waymark.platform.StoryClock;
import org.waymark.platform.Tenancy;

/** Plays a script: each person does what it says, on its day, through the verbs of the goals. */
@Component
class Stage {
  private final Goals goals;
  private final GoalVerbs verbs;
  private final Agreements agreements;
  private final Calls calls;
  private final Reviews reviews;
  private final GoalDesk desk;
  private final KeyResults keyResults;
  private final Steps steps;
  private final CheckIns checkIns;
  private final Comments comments;
  private final Guides guides;
  private final Library library;
  private final DemonstrationTable table;
  private final Tenancy tenancy;

  Stage(
      Goals goals,
      GoalVerbs verbs,
      Agreements agreements,
      Calls calls,
      Reviews reviews,
      GoalDesk desk,
      KeyResults keyResults,
      Steps steps,
      CheckIns checkIns,
      Comments comments,
      Guides guides,
      Library library,
      DemonstrationTable table,
      Tenancy tenancy) {
    this.goals = goals;
    this.verbs = verbs;
    this.agreements = agreements;
    this.calls = calls;
    this.reviews = reviews;
    this.desk = desk;
    this.keyResults = keyResults;
    this.steps = steps;
    this.checkIns = checkIns;
    this.comments = comments;
    this.guides = guides;
    this.library = library;
    this.table = table;
    this.tenancy = tenancy;
  }

  /** Who plays, and what there is so far. */
  static final class Play {
    private final StoryDays days;
    private final ZoneId zone;
    private final Map<String, Caller> cast;
    private final Map<String, UUID> goals = new HashMap<>();
    private final Map<String, List<UUID>> keyResults = new HashMap<>();
    private final Map<String, List<UUID>> steps = new HashMap<>();

    /**
     * @param cast people by their first name
     */
    Play(StoryDays days, ZoneId zone, Map<String, Caller> cast) {
      this.days = days;
      this.zone = zone;
      this.cast = cast;
    }

    private Caller who(String key) {
      Caller caller = cast.get(key);
      if (caller == null) {
        throw new IllegalArgumentException("the script calls for " + key + ", who is not there");
      }
      return caller;
    }
  }

  /** Plays one scene, in a transaction of its own. */
  void play(Play play, Script.Scene scene) {
    StoryClock.telling(
        scene.day().atTime(scene.hour(), 12).atZone(play.zone).toInstant(),
        () -> tenancy.in(tenancy.current(), () -> done(play, scene)));
  }

  private boolean done(Play play, Script.Scene scene) {
    Caller who = play.who(scene.who());
    switch (scene.deed()) {
      case Script.Deed.Write write -> write(play, who, scene.goal(), write.goal());
      case Script.Deed.Begin begin -> guides.begin(who, begin.answers());
      case Script.Deed.AddEntry entry ->
          table.made("library-entry", library.add(who, entry.words()).code());
      case Script.Deed.OfGoal deed -> done(play, who, scene.goal(), deed);
    }
    return true;
  }

  private void done(Play play, Caller who, String key, Script.Deed.OfGoal deed) {
    UUID goal = play.goals.get(key);
    if (goal == null) {
      throw new IllegalArgumentException("nobody has written the goal " + key + " yet");
    }
    switch (deed) {
      case Script.Deed.Propose propose ->
          verbs.propose(who, goal, propose.asked(), propose.reason());
      case Script.Deed.Answer answer ->
          agreements.answer(
              who, goal, new Agreements.Words(answer.answer(), answer.reason(), null, null));
      case Script.Deed.Reply reply ->
          comments.add(who, goal, new Comments.Words(reply.text(), answer(who, goal, reply.to())));
      case Script.Deed.Call call ->
          calls.call(who, goal, new Calls.CallWords(call.units(), call.note()));
      case Script.Deed.PlanReview plan ->
          reviews.plan(
              who, goal, new Reviews.Plan(plan.on(), plan.every(), goals.get(who, goal).version()));
      case Script.Deed.HoldReview held ->
          reviews.hold(who, goal, new Reviews.Words(null, held.note(), null));
      case Script.Deed.Commit commit -> verbs.commit(who, goal, commit.reason());
      case Script.Deed.Start start -> verbs.start(who, goal, start.reason());
      case Script.Deed.CheckIn told ->
          checkIns.record(
              who,
              at(play.keyResults, key, told.keyResult()),
              Json.read(told.words(), CheckIns.Words.class));
      case Script.Deed.Comment said -> comments.add(who, goal, Comments.Words.of(said.text()));
      case Script.Deed.Finish finish ->
          steps.complete(who, at(play.steps, key, finish.step()), finish.evidence());
      case Script.Deed.Close close -> verbs.close(who, goal, close.outcome(), close.learning());
      case Script.Deed.Withdraw withdraw -> verbs.withdraw(who, goal, withdraw.reason());
    }
  }

  private void write(Play play, Caller who, String key, Script.GoalLines lines) {
    GoalWords words = lines.words(play.goals, play.days.review(lines.cycle()));
    UUID goal = goals.create(who, words).id();
    table.made("goal", goal.toString());
    play.goals.put(key, goal);
    for (KeyResultWords keyResult : lines.keyResults()) {
      add(play.keyResults, key, keyResults.add(who, goal, keyResult).id());
    }
    for (Step.Words step : lines.steps()) {
      add(play.steps, key, steps.add(who, goal, step).id());
    }
  }

  /** The answer that somebody gave to a goal. */
  private @Nullable UUID answer(Caller caller, UUID goal, String who) {
    String email = Company.person(who).email();
    return desk.view(caller, goal).agreements().stream()
        .filter(one -> one.member().equals(email))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private static void add(Map<String, List<UUID>> to, String key, UUID id) {
    to.computeIfAbsent(key, first -> new ArrayList<>()).add(id);
  }

  private static UUID at(Map<String, List<UUID>> of, String key, int place) {
    return of.getOrDefault(key, List.of()).get(place);
  }
}
