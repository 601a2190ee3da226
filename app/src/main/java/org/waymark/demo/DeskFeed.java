package org.waymark.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cases of customer care, as the help desk exports them. Late orders bring most of them. */
final class DeskFeed {
  private static final String MAPPING =
      """
      {"source": "helpdesk", "kind": "case", "fields": {
        "id": {"column": "ticket"}, "startedAt": {"column": "opened"}, "respondedAt": {"column": "first reply"},
        "finishedAt": {"column": "solved"}, "customer": {"column": "customer"}, "channel": {"column": "channel"},
        "topic": {"column": "topic"}, "unit": {"column": "team"}, "product": {"column": "product"},
        "handledBy": {"column": "handled by"}, "contacts": {"column": "contacts"},
        "complaint": {"column": "complaint"}}}
      """;
  private static final List<String> HEADER =
      List.of(
          "ticket",
          "opened",
          "first reply",
          "solved",
          "customer",
          "channel",
          "topic",
          "team",
          "product",
          "handled by",
          "contacts",
          "complaint");
  private static final String[] CHANNELS = {"phone", "email", "chat", "social"};

  /** One case as it really went; a moment that never comes is null. */
  record Case(
      int number,
      long opened,
      @Nullable Long replied,
      long solved,
      String customer,
      String channel,
      String topic,
      String product,
      String handledBy,
      int contacts,
      boolean complaint) {

    String team() {
      return channel.equals("email") ? "email-claims" : "phone-chat";
    }
  }

  private final StoryDays days;
  private final Dice dice;
  private final List<Case> cases = new ArrayList<>();

  private DeskFeed(StoryDays days, long seed) {
    this.days = days;
    this.dice = new Dice(seed, "desk");
  }

  static DeskFeed write(StoryDays days, List<Order> orders, long seed) {
    DeskFeed desk = new DeskFeed(days, seed);
    desk.answer(orders);
    return desk;
  }

  List<Case> cases() {
    return cases;
  }

  /** What somebody writes or calls about, before it has a number. */
  private record Reason(long opened, String customer, String topic, String product) {}

  private void answer(List<Order> orders) {
    Map<LocalDate, List<Reason>> byDay = new HashMap<>();
    for (Order order : orders) {
      reasons(order)
          .forEach(
              r -> byDay.computeIfAbsent(Clockwork.day(r.opened()), d -> new ArrayList<>()).add(r));
    }
    int number = 7_000;
    for (LocalDate day = days.first(); day.isBefore(days.today()); day = day.plusDays(1)) {
      List<Reason> today = new ArrayList<>(byDay.getOrDefault(day, List.of()));
      double weekend = day.getDayOfWeek().getValue() > 5 ? 0.45 : 1.15;
      for (int left = dice.count(43 * weekend); left > 0; left--) {
        today.add(new Reason(moment(day), "quillhaven-" + dice.below(60_000), "advice", product()));
      }
      for (Reason reason : today) {
        cases.add(handled(++number, reason));
      }
    }
  }

  private List<Reason> reasons(Order order) {
    List<Reason> reasons = new ArrayList<>();
    LocalDate placed = Clockwork.day(order.placed());
    LocalDate due = Clockwork.day(order.due());
    if (dice.chance(0.085)) {
      reasons.add(reason(order, placed, "measuring"));
    }
    if (dice.chance(0.05)) {
      reasons.add(reason(order, placed.plusDays(1 + dice.below(3)), "change-order"));
    }
    if (dice.chance(order.late() ? 0.52 + 0.05 * Math.min(4, order.daysLate()) : 0.045)) {
      reasons.add(reason(order, due.plusDays(order.late() ? 1 : 0), "where-is-my-order"));
    }
    if (dice.chance(0.045)) {
      reasons.add(
          reason(
              order, Clockwork.day(order.delivered()).plusDays(1 + dice.below(4)), "wrong-part"));
    }
    if (dice.chance(0.035)) {
      reasons.add(reason(order, Clockwork.day(order.delivered()).plusDays(6), "invoice"));
    }
    return reasons;
  }

  private Reason reason(Order order, LocalDate day, String topic) {
    return new Reason(
        Math.max(moment(day), order.placed() + Clockwork.HOUR),
        order.customerCode(),
        topic,
        order.product());
  }

  private long moment(LocalDate day) {
    return Clockwork.at(day, 8 + 11 * dice.share());
  }

  private String product() {
    return new String[] {"roller-blind", "roman-blind", "venetian-blind", "shutter"}
        [dice.pick(3, 3, 2, 4)];
  }

  private Case handled(int number, Reason reason) {
    int channel = dice.pick(43, 32, 20, 5);
    double pressure = pressure(Clockwork.day(reason.opened()));
    boolean complaint =
        switch (reason.topic()) {
          case "where-is-my-order" -> dice.chance(0.22 * Math.min(2, pressure));
          case "wrong-part" -> dice.chance(0.4);
          case "invoice" -> dice.chance(0.1);
          default -> dice.chance(0.01);
        };
    String handledBy =
        channel != 2
            ? "person"
            : new String[] {"bot", "handedOver", "person"}[dice.pick(30, 14, 56)];
    Long replied =
        handledBy.equals("bot") ? null : replied(reason.opened(), CHANNELS[channel], pressure);
    long from = replied == null ? reason.opened() : replied;
    long solved = Clockwork.atWork(from + working(reason.topic(), CHANNELS[channel], pressure));
    return new Case(
        number,
        reason.opened(),
        replied,
        Math.max(solved, from),
        reason.customer(),
        CHANNELS[channel],
        reason.topic(),
        reason.product(),
        handledBy,
        1 + dice.pick(66, 24, 8, 2),
        complaint);
  }

  private long replied(long opened, String channel, double pressure) {
    double minutes =
        switch (channel) {
          case "phone" -> dice.longTailed(1.4 * pressure, 0.7);
          case "chat" -> dice.longTailed(2.6 * pressure, 0.8);
          case "social" -> dice.longTailed(95 * pressure, 0.9);
          default -> dice.longTailed(emailMinutes(Clockwork.day(opened)) * pressure, 0.85);
        };
    long soon = opened + (long) (minutes * Clockwork.MINUTE);
    return channel.equals("phone") ? soon : Math.max(opened + 20, Clockwork.atWork(soon));
  }

  /** The e-mail team answers where-is-my-order letters first since the quarter began. */
  private double emailMinutes(LocalDate day) {
    return day.isBefore(days.quarter(3)) ? 230 : 150;
  }

  private long working(String topic, String channel, double pressure) {
    double hours =
        switch (topic) {
          case "advice", "measuring" -> dice.longTailed(0.35, 1.0);
          case "invoice" -> dice.longTailed(7, 0.8);
          case "change-order" -> dice.longTailed(4, 0.9);
          case "where-is-my-order" -> dice.longTailed(9 * pressure, 1.1);
          default -> dice.longTailed(60, 0.9);
        };
    return (long) ((channel.equals("email") ? hours * 1.8 : hours) * Clockwork.HOUR);
  }

  private double pressure(LocalDate day) {
    return days.inBadMonth(day) || days.inBadMonth(day.minusDays(8)) ? 2.3 : 1;
  }

  /** Cases, as far as the help desk knew them at the time. */
  Feed cases(Export export) {
    long known = export.until();
    Feed.Lines lines = new Feed.Lines();
    for (Case one : cases) {
      if (export.has(one.opened(), one.solved())) {
        lines.cell("T" + one.number()).moment(one.opened());
        if (one.replied() == null) {
          lines.cell("");
        } else {
          lines.moment(one.replied(), known);
        }
        lines
            .moment(one.solved(), known)
            .cell(one.customer())
            .cell(one.channel())
            .cell(one.topic())
            .cell(one.team())
            .cell(one.product())
            .cell(one.handledBy())
            .cell(one.contacts())
            .cell(one.complaint() ? "yes" : "no")
            .end();
      }
    }
    return new Feed(
        "helpdesk", export.fileName("cases"), export.to(), MAPPING, HEADER, lines.toString());
  }
}
