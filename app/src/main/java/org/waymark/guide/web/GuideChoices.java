package org.waymark.guide.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.access.Caller;
import org.waymark.firstuse.CycleChoice;
import org.waymark.firstuse.FirstGoal;
import org.waymark.goals.GoalList;
import org.waymark.goals.State;
import org.waymark.people.Member;
import org.waymark.people.Members;
import org.waymark.people.Unit;
import org.waymark.people.Units;
import org.waymark.platform.InvalidInput;
import org.waymark.web.Choices;
import org.waymark.web.Frame;
import org.waymark.web.Option;
import org.waymark.workspace.Area;
import org.waymark.workspace.Areas;
import org.waymark.workspace.Cursor;
import org.waymark.workspace.Cycle;
import org.waymark.workspace.Cycles;

/** What can be chosen in the guide. */
@Component
class GuideChoices {
  private static final int LONGEST = 80;

  private final Cycles cycles;
  private final FirstGoal firstGoal;
  private final Units units;
  private final Members members;
  private final Areas areas;
  private final GoalList goals;
  private final Choices organisation;

  GuideChoices(
      Cycles cycles,
      FirstGoal firstGoal,
      Units units,
      Members members,
      Areas areas,
      GoalList goals,
      Choices organisation) {
    this.cycles = cycles;
    this.firstGoal = firstGoal;
    this.units = units;
    this.members = members;
    this.areas = areas;
    this.goals = goals;
    this.organisation = organisation;
  }

  /**
   * Cycles that have not ended, those that run and end first at the top; where none runs, those
   * that can be made.
   */
  List<Option> cycles(Caller caller, Frame frame, String chosen) {
    LocalDate today = today(frame);
    List<Cycle> open =
        Cursor.everything("cycles", cycles::list).stream()
            .filter(cycle -> !cycle.to().isBefore(today) || cycle.code().equals(chosen))
            .sorted(
                Comparator.comparing((Cycle cycle) -> !cycle.contains(today))
                    .thenComparing(Cycle::to)
                    .thenComparing(Cycle::code))
            .toList();
    List<Option> options = new ArrayList<>();
    for (Cycle cycle : open) {
      options.add(
          new Option(
              cycle.code(), frame.t().of("first.cycle", cycle.name(), frame.w().date(cycle.to()))));
    }
    for (CycleChoice choice : firstGoal.cycles(caller)) {
      if (choice.isNew()) {
        options.add(
            new Option(
                choice.code(),
                frame
                    .t()
                    .of("first.cycle." + choice.code().substring(1), frame.w().date(choice.to()))));
      }
    }
    return options;
  }

  /**
   * The code of a cycle that was chosen, which is made when it is not there yet.
   *
   * @throws InvalidInput when it cannot be made
   */
  String made(Caller caller, Frame frame, String chosen) {
    CycleChoice choice =
        firstGoal.cycles(caller).stream()
            .filter(one -> one.code().equals(chosen))
            .findFirst()
            .orElseThrow(() -> InvalidInput.of("cycle", "choose when the goal runs"));
    return firstGoal.made(caller, choice, frame.w().period(choice.from(), choice.to()));
  }

  @Nullable Cycle cycle(String code) {
    return code.isEmpty() ? null : cycles.byCode(code).orElse(null);
  }

  /** Areas, units and people. */
  Choices organisation() {
    return organisation;
  }

  /** Everybody but the one who asks. */
  List<Option> others(Caller caller) {
    return organisation.members().stream()
        .filter(one -> !one.value().equals(caller.email()))
        .toList();
  }

  /** The unit of a person who belongs to one; null for nobody's and for several. */
  @Nullable String unit(Caller caller) {
    List<String> theirs = members.get(caller.member()).units();
    return theirs.size() == 1 ? theirs.getFirst() : null;
  }

  /**
   * Goals that this one could serve.
   *
   * @param chosen ids that are answered already and stay, whatever became of those goals
   */
  List<Option> goals(Caller caller, Frame frame, @Nullable UUID but, Set<String> chosen) {
    Set<String> unseen = new TreeSet<>(chosen);
    unseen.removeAll(Set.of("", "none"));
    List<Option> options = new ArrayList<>();
    for (GoalList.Title goal : goals.titles(caller)) {
      boolean over = goal.state() == State.CLOSED || goal.state() == State.WITHDRAWN;
      if (unseen.remove(goal.id().toString()) || !over && !goal.id().equals(but)) {
        options.add(new Option(goal.id().toString(), shortened(goal.statement())));
      }
    }
    unseen.forEach(id -> options.add(new Option(id, frame.t().of("goals.unseen"))));
    return options;
  }

  String member(String email) {
    return members.byEmail(email).map(Member::called).orElse(email);
  }

  String unit(String code) {
    return units.tree().byCode(code).map(Unit::name).orElse(code);
  }

  String area(String code) {
    return areas.byCode(code).map(Area::name).orElse(code);
  }

  /** What an option is called; its value where there is none such. */
  static String label(List<Option> options, String value) {
    return options.stream()
        .filter(one -> Objects.equals(one.value(), value))
        .map(Option::label)
        .findFirst()
        .orElse(value);
  }

  static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }

  static LocalDate today(Frame frame) {
    return frame.now().atZone(frame.w().zone()).toLocalDate();
  }
}
