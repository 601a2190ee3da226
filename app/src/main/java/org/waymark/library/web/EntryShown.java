package org.waymark.library.web;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.library.Band;
import org.waymark.library.FromLibrary;
import org.waymark.library.LibraryEntry;
import org.waymark.measure.Reading;
import org.waymark.measure.metric.Unit;
import org.waymark.measurement.Period;
import org.waymark.web.Choices;
import org.waymark.web.Fact;
import org.waymark.web.Form;
import org.waymark.web.Frame;
import org.waymark.web.Typed;

/** Puts one entry on its page, with a form that begins where the workspace's own data say. */
@Component
class EntryShown {
  private final FromLibrary from;
  private final Choices choices;
  private final Access access;

  EntryShown(FromLibrary from, Choices choices, Access access) {
    this.from = from;
    this.choices = choices;
    this.access = access;
  }

  /**
   * The page of an entry.
   *
   * @param asked what the address says, such as the unit it is to be measured for
   * @param typed what was typed and refused; null on the first showing
   */
  EntryPage page(Caller caller, Frame frame, LibraryEntry entry, Form asked, @Nullable Form typed) {
    access.require(caller, Action.READ, null);
    @Nullable String unit =
        choices.units().stream().anyMatch(one -> one.value().equals(asked.text("unit")))
            ? asked.optional("unit")
            : null;
    FromLibrary.Start start = from.start(caller, entry, unit);
    LibraryWords words = new LibraryWords(frame.t());
    boolean measured = start.metric() != null;
    boolean points = entry.band().kind() == Band.Kind.POINTS;
    return new EntryPage(
        entry,
        words.card(entry, measured),
        facts(frame, entry, words),
        said(frame, start),
        measured,
        points,
        typed == null ? first(asked, entry, start, unit) : typed,
        choices.cycles(),
        choices.units(),
        access.can(caller, Action.DRAFT_GOAL, null),
        access.can(caller, Action.CHANGE_LIBRARY, null),
        full(entry, start));
  }

  private Form first(
      Form asked, LibraryEntry entry, FromLibrary.Start start, @Nullable String unit) {
    Map<String, @Nullable Object> first = new LinkedHashMap<>();
    first.put("statement", entry.statement());
    first.put("why", entry.why());
    String cycle = asked.optional("cycle");
    first.put("cycle", cycle == null ? choices.cycleOfToday().orElse(null) : cycle);
    first.put("unit", unit);
    if (entry.band().kind() == Band.Kind.PERCENT) {
      BigDecimal low = entry.band().low();
      first.put("change", (entry.up() ? low : low.negate()).toPlainString());
    } else {
      first.put("target", typed(start.target(), start));
    }
    first.put("withProcess", "on");
    first.put("process", entry.process());
    first.put("actions", entry.actions());
    return Form.of(first);
  }

  /** As a person would type it. */
  private static @Nullable String typed(@Nullable BigDecimal value, FromLibrary.Start start) {
    if (value == null || start.metric() == null || start.statistic() == null) {
      return null;
    }
    return start.metric().unit(start.statistic()) == Unit.SECONDS
        ? Typed.spoken(Duration.ofSeconds(value.longValue()))
        : value.toPlainString();
  }

  /** All that an entry says, in the order of its form. */
  static List<Fact> written(Frame frame, LibraryEntry entry) {
    LibraryWords words = new LibraryWords(frame.t());
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(frame.t().of("library.field.statement"), entry.statement()));
    if (entry.why() != null) {
      facts.add(new Fact(frame.t().of("library.field.why"), entry.why()));
    }
    facts.add(
        new Fact(
            frame.t().of("library.field.functions"),
            String.join(", ", words.functions(entry.functions()))));
    if (!entry.industries().isEmpty()) {
      facts.add(
          new Fact(
              frame.t().of("library.field.industries"),
              String.join(", ", words.industries(entry.industries()))));
    }
    if (entry.area() != null) {
      facts.add(new Fact(frame.t().of("library.field.area"), entry.area()));
    }
    facts.addAll(facts(frame, entry, words));
    return facts;
  }

  private static List<Fact> facts(Frame frame, LibraryEntry entry, LibraryWords words) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(frame.t().of("library.fact.result"), words.result(entry)));
    facts.add(new Fact(frame.t().of("library.fact.band"), words.band(entry)));
    if (entry.metric() != null) {
      facts.add(new Fact(frame.t().of("library.fact.metric"), words.metric(entry.metric())));
    }
    facts.add(new Fact(frame.t().of("library.fact.process"), entry.process()));
    facts.add(new Fact(frame.t().of("library.fact.counted"), words.counted(entry)));
    return facts;
  }

  /** Where the way would begin, or why nobody knows. */
  private static String said(Frame frame, FromLibrary.Start start) {
    if (start.metric() == null || start.statistic() == null) {
      return frame.t().of("library.start.byhand");
    }
    Period days = start.days();
    String period = days == null ? "" : frame.w().period(days.from(), days.to());
    String unit = start.metric().unit(start.statistic()).code();
    return switch (start.reading()) {
      case null -> frame.t().of("library.start.questions");
      case Reading.Measured it -> {
        Double low = it.low();
        Double high = it.high();
        String figure = frame.w().value(it.value(), unit);
        yield low == null || high == null
            ? frame.t().of("library.start.measured", figure, period, frame.w().n(it.n()))
            : frame
                .t()
                .of(
                    "library.start.interval",
                    figure,
                    period,
                    frame.w().n(it.n()),
                    frame.w().interval(low, high, unit));
      }
      case Reading.AtLeast it -> frame.t().of("library.start.atLeast", it.open(), it.n(), period);
      case Reading.TooFew it -> frame.t().of("library.start.tooFew", it.n(), it.needed(), period);
      case Reading.NoData it -> frame.t().of("library.start.noData", period);
    };
  }

  private static String full(LibraryEntry entry, FromLibrary.Start start) {
    StringBuilder address = new StringBuilder("/goals/new?statement=");
    address.append(encoded(entry.statement()));
    if (entry.why() != null) {
      address.append("&why=").append(encoded(entry.why()));
    }
    if (entry.area() != null) {
      address.append("&area=").append(encoded(entry.area()));
    }
    if (start.metric() != null && start.statistic() != null) {
      address.append("&metric=").append(encoded(start.metric().key()));
      address.append("&statistic=").append(encoded(start.statistic().code()));
    }
    return address.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
