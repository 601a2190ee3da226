package org.waymark.goals.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.waymark.goals.CheckIn;
import org.waymark.goals.Comment;
import org.waymark.goals.GoalView;
import org.waymark.goals.KeyResultView;
import org.waymark.web.Frame;

/**
 * Says what people told of a goal, check-ins and comments in one stream.
 *
 * @param mayTakeBack which check-ins the reader may take back
 * @param mayWithdraw which comments the reader may withdraw
 */
record HappenedPhrases(
    GoalPhrases phrases,
    GoalNames names,
    Predicate<CheckIn> mayTakeBack,
    Predicate<Comment> mayWithdraw) {

  private record At(Instant at, GoalPage.Happened happened) {}

  /** Newest first. */
  List<GoalPage.Happened> of(GoalView view) {
    List<At> all = new ArrayList<>();
    for (KeyResultView k : view.keyResults()) {
      k.checkIns().forEach(told -> all.add(new At(told.at(), checkIn(k, told))));
    }
    view.comments().forEach(comment -> all.add(new At(comment.at(), comment(comment))));
    return all.stream().sorted(Comparator.comparing(At::at).reversed()).map(At::happened).toList();
  }

  private GoalPage.Happened checkIn(KeyResultView k, CheckIn told) {
    Frame f = phrases.frame();
    LocalDate day = LocalDate.ofInstant(told.at(), f.w().zone());
    List<String> facts = new ArrayList<>();
    if (told.hasNumber()) {
      facts.add(phrases.told(k, told));
    }
    if (told.readBy() != null) {
      facts.add(phrases.text("goals.happened.read", told.readBy()));
    }
    if (told.votes() != null) {
      facts.add(votes(told.votes()));
    }
    if (told.confidence() != null) {
      facts.add(phrases.text("goals.happened.confidence", told.confidence()));
    }
    if (!told.on().equals(day)) {
      facts.add(phrases.text("goals.happened.on", f.w().date(told.on())));
    }
    return new GoalPage.Happened(
        names.member(told.by()),
        f.w().instant(told.at()),
        f.w().machine(told.at()),
        phrases.text("goals.happened.checkin", k.name()),
        facts,
        paragraphs(told.note() == null ? "" : told.note()),
        told.evidence(),
        mayTakeBack.test(told) ? "/check-ins/" + told.id() + "/removal" : null,
        false);
  }

  /** "1: 0, 2: 1, 3: 4, 4: 6, 5: 2", or "2 no, 5 yes". */
  private String votes(List<Integer> votes) {
    if (votes.size() == 2) {
      return phrases.text("goals.votes.yes-no", votes.getFirst(), votes.getLast());
    }
    List<String> counts = new ArrayList<>();
    for (int i = 0; i < votes.size(); i++) {
      counts.add(phrases.text("goals.votes.count", i + 1, votes.get(i)));
    }
    return String.join(", ", counts);
  }

  private GoalPage.Happened comment(Comment said) {
    Frame f = phrases.frame();
    return new GoalPage.Happened(
        names.member(said.by()),
        f.w().instant(said.at()),
        f.w().machine(said.at()),
        phrases.text("goals.happened.comment"),
        List.of(),
        paragraphs(said.text()),
        null,
        mayWithdraw.test(said) ? "/comments/" + said.id() + "/withdrawal" : null,
        true);
  }

  /** An empty line begins a new paragraph. */
  private static List<String> paragraphs(String text) {
    return Arrays.stream(text.split("\\R[ \\t]*\\R"))
        .map(String::strip)
        .filter(paragraph -> !paragraph.isEmpty())
        .toList();
  }
}
