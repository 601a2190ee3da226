package org.waymark.guide.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.access.Caller;
import org.waymark.goals.MeasureAsked;
import org.waymark.goals.Workload;
import org.waymark.goals.Workloads;
import org.waymark.guide.Figures;
import org.waymark.guide.Guide;
import org.waymark.measurement.Period;
import org.waymark.platform.InvalidInput;
import org.waymark.web.Form;
import org.waymark.web.Frame;
import org.waymark.web.Option;
import org.waymark.web.Typed;
import org.waymark.workspace.Cycle;

/** The fifth step: what the goal takes, against what owner and team carry already. */
@Component
class EffortStep {
  private static final int BEST = 3;

  private final Workloads workloads;
  private final Figures figures;
  private final GuideChoices choices;

  EffortStep(Workloads workloads, Figures figures, GuideChoices choices) {
    this.workloads = workloads;
    this.figures = figures;
    this.choices = choices;
  }

  EffortPage of(Caller caller, Frame frame, Guide guide, StepPage at) {
    Form form = at.form();
    Form whole = guide.form();
    String owner = form.text("owner").isEmpty() ? caller.email() : form.text("owner");
    String unit = whole.optional("unit") == null ? choices.unit(caller) : whole.text("unit");
    Cycle cycle = choices.cycle(whole.text("cycle"));
    BigDecimal more = hours(form);
    List<EffortPage.Load> loads = new ArrayList<>();
    Option asked = null;
    if (cycle != null) {
      Period days = new Period(cycle.from(), cycle.to());
      UUID but = guide.goal();
      Workload person = workloads.ofPerson(owner, days, but).orElse(null);
      if (person != null) {
        loads.add(load(frame, choices.member(owner), person, more));
        if (person.available() == null && workloads.maySay(caller, owner)) {
          asked = new Option(owner, choices.member(owner));
        }
      }
      if (unit != null) {
        workloads
            .ofUnit(unit, days, but)
            .ifPresent(load -> loads.add(load(frame, choices.unit(unit), load, more)));
      }
    }
    return new EffortPage(
        at,
        choices.organisation().members(Set.of(form.text("owner"))),
        loads,
        asked,
        moved(frame, whole));
  }

  private static EffortPage.Load load(
      Frame frame, String name, Workload load, @Nullable BigDecimal more) {
    BigDecimal with = more == null ? BigDecimal.ZERO : more;
    Workload.Fullness fullness = load.with(with);
    String mark =
        switch (fullness) {
          case UNKNOWN -> "unknown";
          case FITS -> "good";
          case TIGHT -> "watch";
          case OVER -> "bad";
        };
    BigDecimal percent = load.percent(with);
    BigDecimal available = load.available();
    String all = frame.w().number(load.hours().add(with));
    String key = more == null ? "guide.load.without." : "guide.load.";
    String says =
        available == null
            ? frame
                .t()
                .of(
                    load.unsaid() > 1 ? "guide.load.unknown.many" : "guide.load.unknown",
                    load.unsaid())
            : frame
                .t()
                .of(
                    key + mark,
                    all,
                    frame.w().number(available),
                    percent == null ? "–" : frame.w().number(percent));
    String basis =
        frame
            .t()
            .of("guide.load.basis", frame.w().number(load.hours()), load.goals(), load.silent());
    return new EffortPage.Load(name, mark, says, basis);
  }

  /** What the metric moved the better way from one whole quarter to the next, the largest first. */
  private @Nullable String moved(Frame frame, Form form) {
    MeasureAsked asked =
        form.text("evidence").equals("metric") ? MeasureAsked.ofQuery(form.text("measure")) : null;
    if (asked == null || figures.of(asked).isEmpty()) {
      return null;
    }
    Figures.Moves moves = figures.quarters(asked);
    List<Figures.Move> best =
        moves.all().stream()
            .filter(Figures.Move::better)
            .sorted(Comparator.comparing((Figures.Move move) -> -Math.abs(move.by())))
            .limit(BEST)
            .toList();
    if (moves.all().isEmpty()) {
      return frame.t().of("guide.moved.unknown");
    }
    if (best.isEmpty()) {
      return frame.t().of("guide.moved.never", moves.all().size());
    }
    return frame
        .t()
        .of(
            "guide.moved",
            moves.all().size(),
            String.join(
                ", ",
                best.stream()
                    .map(
                        move ->
                            frame
                                .t()
                                .of(
                                    "guide.moved.one",
                                    frame.w().change(move.by(), moves.unit()),
                                    frame.w().period(move.days().from(), move.days().to())))
                    .toList()));
  }

  private static @Nullable BigDecimal hours(Form form) {
    try {
      return new Typed(form).number("hoursPerWeek");
    } catch (InvalidInput notYet) {
      return null;
    }
  }
}
