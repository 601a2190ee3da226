package org.waymark.today.web;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waymark.goals.Act;
import org.waymark.goals.Ambition;
import org.waymark.goals.Ask;
import org.waymark.goals.CheckInDue;
import org.waymark.goals.Goal;
import org.waymark.goals.GoalLine;
import org.waymark.goals.Happening;
import org.waymark.goals.State;
import org.waymark.today.TodayView;
import org.waymark.web.Form;
import org.waymark.web.Frame;
import org.waymark.web.ProgressBar;
import org.waymark.web.ScoreGauge;
import org.waymark.web.Typed;
import org.waymark.web.Verdict;

/**
 * Says in a person's language what Today shows.
 *
 * @param people names by e-mail
 * @param units names by code
 */
record TodayPhrases(Frame frame, Map<String, String> people, Map<String, String> units) {

  /** "28 on 12 Nov 2026. “Two crews to go”". */
  String last(CheckInDue due) {
    CheckInDue.LastValue last = due.last();
    CheckInDue.LastNote note = due.note();
    String told =
        last == null
            ? text("today.last.none")
            : text(
                due.type().equals("cumulative") ? "today.last.added" : "today.last",
                figure(due, last),
                frame.w().date(last.on()));
    return note == null ? told : text("today.last.note", told, note.text());
  }

  /**
   * What the field holds first: the last value, so that Enter says "as before". Nothing for what is
   * counted up, where the same again would count twice.
   */
  Form first(CheckInDue due) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("value", typed(due));
    return Form.of(values);
  }

  TodayPage.News news(Happening one) {
    String who = one.by() == null ? "" : name(one.by());
    String about = one.name() == null ? "" : one.name();
    String value = value(one);
    return switch (one.what()) {
      case CHECK_IN ->
          news(
              one,
              value.isEmpty()
                  ? text("today.news.check-in.words", who, about)
                  : text("today.news.check-in", who, value, about),
              "plain");
      case COMMENT -> news(one, text("today.news.comment", who), "plain");
      case PROPOSAL -> news(one, text("today.news.proposal", who), "proposed");
      case AGREES -> news(one, text("today.news.agrees", who), "good");
      case CONCERN -> news(one, text("today.news.concern", who), "watch");
      case CANNOT_SUPPORT -> news(one, text("today.news.cannot-support", who), "bad");
      case SETTLED -> news(one, text("today.news.settled", who), "good");
      case COMMITMENT -> news(one, text("today.news.commitment", who), "agreed");
      case REVIEW -> news(one, text("today.news.review", who), "plain");
      case START -> news(one, text("today.news.start", who), "running");
      case CLOSURE -> {
        boolean met = one.outcome() != null && one.outcome().code().equals("met");
        yield news(
            one,
            text(met ? "today.news.closure.met" : "today.news.closure.missed", who),
            met ? "reached" : "missed");
      }
      case TARGET_REACHED -> news(one, text("today.news.reached", about), "good");
      case TARGET_LOST -> news(one, text("today.news.lost", about), "watch");
    };
  }

  /** "Yusuf Demir asks for your answer". */
  TodayPage.Asked asked(Ask ask, Form form, LocalDate today) {
    String who = name(ask.by());
    String goal = "/goals/" + ask.goal();
    Act.Answer said = ask.said();
    String says =
        switch (ask.what()) {
          case ANSWER -> text("today.asked.answer", who);
          case SETTLE -> text("today.asked.settle", who);
          case REPLY ->
              text(
                  said == Act.Answer.CONCERN
                      ? "today.asked.reply.concern"
                      : "today.asked.reply.cannot-support",
                  who);
          case PROPOSE -> text("today.asked.propose", who, unit(ask));
          case REFUSAL -> text("today.asked.refusal", who, unit(ask));
          case REVIEW -> review(ask.on(), today);
        };
    String address =
        switch (ask.what()) {
          case ANSWER -> goal;
          case SETTLE, REPLY -> goal + "#agreement";
          case REFUSAL -> goal + "#calls";
          case PROPOSE ->
              "/goals/new?contributesTo="
                  + ask.goal()
                  + "&cycle="
                  + encoded(ask.cycle())
                  + "&unit="
                  + encoded(ask.unit());
          case REVIEW -> goal + "#review";
        };
    return new TodayPage.Asked(
        ask.what().code(),
        ask.goal(),
        ask.statement(),
        ask.version(),
        ask.keyResultsVersion(),
        ask.on(),
        says,
        ask.text(),
        ask.reason(),
        address,
        ask.unit() == null
            ? null
            : "/today/goals/" + ask.goal() + "/calls/" + encoded(ask.unit()) + "/refusal",
        TodayPage.Asked.prefix(ask.what(), ask.goal(), ask.unit()),
        form);
  }

  private String unit(Ask ask) {
    String code = ask.unit() == null ? "" : ask.unit();
    return units.getOrDefault(code, code);
  }

  private String review(@Nullable LocalDate on, LocalDate today) {
    return on == null || on.equals(today)
        ? text("today.asked.review")
        : text("today.asked.review.since", frame.w().date(on));
  }

  private static String encoded(@Nullable String text) {
    return URLEncoder.encode(text == null ? "" : text, StandardCharsets.UTF_8);
  }

  TodayPage.News news(TodayView.RefusedLines one) {
    String name = one.fileName() != null ? one.fileName() : one.source();
    return new TodayPage.News(
        "/data/imports/" + one.arrival(),
        name == null ? text("today.news.arrival") : name,
        text("today.news.refused", frame.w().count(one.refused()), frame.w().count(one.lines())),
        null,
        one.at(),
        "watch");
  }

  TodayPage.Line line(GoalLine line, LocalDate today) {
    Goal goal = line.goal();
    Double mean = line.progress().complete() ? line.progress().mean() : null;
    double success =
        goal.ambition() == Ambition.STRETCH ? ScoreGauge.STRETCH : ScoreGauge.COMMITTED;
    boolean good = ScoreGauge.verdict(mean, success) == Verdict.GOOD;
    String stage = "goals.state." + goal.state().code();
    return new TodayPage.Line(
        goal.id(),
        goal.statement(),
        good ? "good" : line.atRisk() ? "watch" : goal.state().code(),
        text(good ? "today.goal.success" : line.atRisk() ? "goals.risk" : stage),
        bar(line, mean, success),
        left(goal, today),
        goal.state() == State.RUNNING && goal.lastDay().isBefore(today));
  }

  String name(String email) {
    return people.getOrDefault(email, email);
  }

  private TodayPage.News news(Happening one, String says, String mark) {
    return new TodayPage.News(
        "/goals/" + one.goal(), one.statement(), says, one.note(), one.at(), mark);
  }

  private @Nullable ProgressBar bar(GoalLine line, @Nullable Double mean, double success) {
    Double known = line.progress().mean();
    if (known == null) {
      return null;
    }
    String says =
        mean == null
            ? text("goals.progress.measured", line.progress().measured(), line.progress().of())
            : text("today.goal.score", frame.w().number(mean, 2), frame.w().number(success, 2));
    String tone = ScoreGauge.verdict(mean, success) == Verdict.GOOD ? "good" : "plain";
    return new ProgressBar(known, null, null, says, tone);
  }

  private String left(Goal goal, LocalDate today) {
    LocalDate first = goal.firstDay();
    if (first.isAfter(today)) {
      return text("today.goal.begins", ChronoUnit.DAYS.between(today, first));
    }
    long days = ChronoUnit.DAYS.between(today, goal.lastDay());
    return days < 0 ? text("today.goal.ended", -days) : text("today.goal.left", days);
  }

  private @Nullable String typed(CheckInDue due) {
    CheckInDue.LastValue last = due.last();
    if (last == null || due.type().equals("cumulative")) {
      return null;
    }
    BigDecimal value = last.value();
    if (value == null) {
      return last.numerator() + " / " + last.denominator();
    }
    BigDecimal plain = value.stripTrailingZeros();
    return due.duration() && plain.scale() <= 0
        ? Typed.spoken(Duration.ofSeconds(plain.longValueExact()))
        : due.duration() ? plain.toPlainString() + " seconds" : plain.toPlainString();
  }

  private String figure(CheckInDue due, CheckInDue.LastValue last) {
    if (due.type().equals("binary")) {
      boolean done = last.value() != null && last.value().signum() != 0;
      return text(done ? "today.done" : "today.undone");
    }
    return figure(due.duration(), last.value(), last.numerator(), last.denominator());
  }

  private String value(Happening one) {
    return figure(one.duration(), one.value(), one.numerator(), one.denominator());
  }

  private String figure(
      boolean duration,
      @Nullable BigDecimal value,
      @Nullable Long numerator,
      @Nullable Long denominator) {
    if (value != null) {
      return frame.w().exact(value, duration ? "seconds" : "count");
    }
    return numerator == null || denominator == null
        ? ""
        : text("goals.told.share", frame.w().count(numerator), frame.w().count(denominator));
  }

  String text(String key, Object... arguments) {
    return frame.t().of(key, arguments);
  }
}
