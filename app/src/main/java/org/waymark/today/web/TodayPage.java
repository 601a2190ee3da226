package org.waymark.today.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waymark.goals.Evidence;
import org.waymark.today.TodayView;
import org.waymark.web.Form;
import org.waymark.web.HomeNote;
import org.waymark.web.ProgressBar;

/**
 * Today as one member sees it.
 *
 * @param asked what waits for the member besides check-ins
 * @param wrong the form that was refused; null when none was
 */
public record TodayPage(
    TodayView view,
    List<Asked> asked,
    List<Group> owed,
    @Nullable Wrong wrong,
    List<News> news,
    List<Line> goals,
    FirstSteps steps,
    List<HomeNote.Note> notes,
    boolean mayDraft) {

  /** Nobody has begun yet: the first steps are all there is to see. */
  public boolean isNew() {
    return !steps.allDone()
        && asked.isEmpty()
        && view.owed().isEmpty()
        && view.told() == 0
        && news.isEmpty()
        && view.refused().isEmpty()
        && goals.isEmpty();
  }

  /**
   * A form that was refused.
   *
   * @param prefix in the ids of its fields
   */
  public record Wrong(Form form, String prefix) {}

  /**
   * Something that waits for the member, in words.
   *
   * @param what answer, settle, reply, propose, refusal or review
   * @param on the day of a review; absent for anything else
   * @param says who asks for what
   * @param quote what they say; absent when they say nothing
   * @param own what the member had against the goal, when it is about that
   * @param address of the page where more of it is
   * @param calls address of what a unit says to a call, where it is about that; absent otherwise
   * @param prefix in the ids of its fields
   * @param form what was typed and refused; empty otherwise
   */
  public record Asked(
      String what,
      UUID goal,
      String statement,
      int version,
      int keyResultsVersion,
      @Nullable LocalDate on,
      String says,
      @Nullable String quote,
      @Nullable String own,
      String address,
      @Nullable String calls,
      String prefix,
      Form form) {

    /** In the ids of the fields about this; a goal may ask several units of one member. */
    static String prefix(org.waymark.goals.Ask.What what, UUID goal, @Nullable String unit) {
      return what.code() + "-" + goal + (unit == null ? "" : "-" + unit) + "-";
    }
  }

  /** What is owed of one goal. */
  public record Group(UUID goal, String statement, boolean process, List<Ask> asks) {}

  /**
   * One check-in to be made.
   *
   * @param first the obvious next one
   * @param source where its number comes from; absent when nobody said
   * @param last what was told last, in words
   */
  public record Ask(
      UUID keyResult,
      String name,
      String type,
      Evidence.@Nullable Kind source,
      Form form,
      String last,
      boolean first) {

    /** A vote is counted on a page of its own. */
    public boolean votes() {
      return source == Evidence.Kind.VOTE;
    }

    /** So many of so many are told. */
    public boolean tallies() {
      return source == Evidence.Kind.OBSERVATION;
    }

    /** In the ids of its fields. */
    public String prefix() {
      return keyResult + "-";
    }
  }

  /** Something that happened, in words. */
  public record News(
      String address, String about, String says, @Nullable String note, Instant at, String mark) {}

  /**
   * One goal in one line.
   *
   * @param mark its stage or its judgement, as part/state knows them
   * @param word what the mark means
   * @param bar absent while nothing of it is measured
   * @param left how long its cycle goes on
   */
  public record Line(
      UUID goal,
      String statement,
      String mark,
      String word,
      @Nullable ProgressBar bar,
      String left,
      boolean over) {}
}
