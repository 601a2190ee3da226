package org.waymark.intake.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.intake.ArrivalDay;
import org.waymark.intake.ImportRow;
import org.waymark.intake.Imports;
import org.waymark.intake.Rhythm;
import org.waymark.intake.SavedMappings;
import org.waymark.intake.Sources;
import org.waymark.intake.WaitingLines;
import org.waymark.platform.Bookmark;
import org.waymark.web.DayBars;
import org.waymark.web.Fact;
import org.waymark.web.Form;
import org.waymark.web.Frame;

/** Puts the pages of the sources together: what needs somebody first. */
@Component
class DeskView {
  private static final int SOURCES = 40;
  private static final int IMPORTS = 5;
  private static final int SMALL = 24;
  private static final int LARGE = 96;

  private final Sources sources;
  private final Imports imports;
  private final WaitingLines waiting;
  private final SavedMappings mappings;
  private final Access access;

  DeskView(
      Sources sources,
      Imports imports,
      WaitingLines waiting,
      SavedMappings mappings,
      Access access) {
    this.sources = sources;
    this.imports = imports;
    this.waiting = waiting;
    this.mappings = mappings;
    this.access = access;
  }

  DeskPage of(Caller caller, Frame frame, Form form, @Nullable String cursor) {
    List<Sources.Told> told = sources.told(caller);
    Integer after = Bookmark.place("desk", cursor, Integer::valueOf);
    int from = Math.min(told.size(), after == null ? 0 : after);
    int to = Math.min(told.size(), from + SOURCES);
    List<ImportRow> arrived = imports.list(caller, null).items();
    return new DeskPage(
        told.stream()
            .sorted(NEEDED_FIRST)
            .map(one -> line(frame, one, SMALL))
            .toList()
            .subList(from, to),
        totals(frame, told, sources.refused(caller)),
        waiting.count(caller),
        to < told.size() ? Bookmark.at("desk", to) : null,
        arrived.subList(0, Math.min(IMPORTS, arrived.size())),
        arrived.size() > IMPORTS,
        form,
        access.can(caller, Action.IMPORT, null),
        access.can(caller, Action.READ_LINES, null));
  }

  SourcePage source(Caller caller, Frame frame, String code) {
    Sources.Told told = sources.get(caller, code);
    ArrivalDay total = total(told.days());
    UUID mapping = told.source().mapped() ? mappings.of(caller, code).id() : null;
    DeskPage.Line line = line(frame, told, SMALL);
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(frame.t().of("data.held"), frame.w().count(told.source().held())));
    facts.add(
        new Fact(
            frame.t().of("data.last"),
            line.lastArrival() == null
                ? frame.t().of("data.never")
                : frame.w().instant(line.lastArrival())));
    facts.add(
        new Fact(
            frame.t().of("data.known"),
            told.source().knownUntil() == null
                ? frame.t().of("data.never")
                : frame.w().instant(Objects.requireNonNull(told.source().knownUntil()))));
    facts.add(new Fact(frame.t().of("data.waiting"), frame.w().count(told.source().refused())));
    return new SourcePage(
        line,
        facts,
        bars(frame, told.days(), LARGE),
        told.days().reversed().stream().filter(day -> day.all() > 0).toList(),
        total,
        mapping);
  }

  /** Silent ones first, then those with lines to mend, then the latest. */
  private static final Comparator<Sources.Told> NEEDED_FIRST =
      Comparator.comparing(
              (Sources.Told told) -> {
                Rhythm rhythm = told.source().rhythm();
                return rhythm == null || !rhythm.late();
              })
          .thenComparing(told -> told.source().refused() == 0)
          .thenComparing(
              told -> told.source().lastArrival(), Comparator.nullsLast(Comparator.reverseOrder()))
          .thenComparing(told -> told.source().code());

  private static DeskPage.Line line(Frame frame, Sources.Told told, int height) {
    Sources.Source source = told.source();
    Rhythm rhythm = source.rhythm();
    return new DeskPage.Line(
        source.code(),
        source.held(),
        source.lastArrival(),
        source.lastArrival() == null
            ? null
            : frame.w().ago(frame.now(), Objects.requireNonNull(source.lastArrival())),
        rhythm == null ? null : said(frame, rhythm),
        rhythm != null && rhythm.late(),
        source.refused(),
        bars(frame, told.days(), height));
  }

  /** "Usually every day; nothing for 5 days." */
  private static String said(Frame frame, Rhythm rhythm) {
    String usual =
        rhythm.everyDays() == 1
            ? frame.t().of("data.rhythm.day")
            : rhythm.everyDays() == 7
                ? frame.t().of("data.rhythm.week")
                : frame.t().of("data.rhythm.days", rhythm.everyDays());
    return rhythm.late()
        ? frame.t().of("data.rhythm.late", usual, rhythm.silentDays())
        : frame.t().of("data.rhythm.usual", usual);
  }

  private static List<Fact> totals(Frame frame, List<Sources.Told> told, long refused) {
    ArrivalDay month =
        told.stream().map(one -> total(one.days())).reduce(ArrivalDay::plus).orElse(null);
    if (month == null) {
      return List.of();
    }
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(frame.t().of("data.sources"), frame.w().count(told.size())));
    facts.add(
        new Fact(
            frame.t().of("data.held"),
            frame.w().count(told.stream().mapToLong(one -> one.source().held()).sum())));
    facts.add(new Fact(frame.t().of("data.month.accepted"), frame.w().count(month.accepted())));
    facts.add(new Fact(frame.t().of("data.month.corrected"), frame.w().count(month.corrected())));
    facts.add(new Fact(frame.t().of("data.month.repeated"), frame.w().count(month.repeated())));
    facts.add(new Fact(frame.t().of("data.month.refused"), frame.w().count(refused)));
    return facts;
  }

  private static ArrivalDay total(List<ArrivalDay> days) {
    return days.stream().reduce(ArrivalDay::plus).orElseThrow();
  }

  private static DayBars bars(Frame frame, List<ArrivalDay> days, int height) {
    ArrivalDay total = total(days);
    return DayBars.of(
        days.stream()
            .map(
                day ->
                    new DayBars.Day(
                        List.of(day.accepted(), day.corrected(), day.repeated(), day.refused())))
            .toList(),
        height,
        frame
            .t()
            .of(
                "data.bars",
                frame.w().period(days.getFirst().day(), days.getLast().day()),
                frame.w().count(total.accepted()),
                frame.w().count(total.corrected()),
                frame.w().count(total.repeated()),
                frame.w().count(total.refused())));
  }
}
