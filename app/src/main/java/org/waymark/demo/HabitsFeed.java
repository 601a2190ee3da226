package org.waymark.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/**
 * What the teams do of their own accord: promise checks, calls ahead, help articles. And the weekly
 * sums of a partner who fits in the east and sends no single orders.
 */
final class HabitsFeed {
  private static final String BOARD =
      """
      {"source": "workshop-board", "kind": "activity", "fields": {
        "id": {"column": "card"}, "startedAt": {"column": "done"}, "topic": {"column": "what"},
        "unit": {"column": "team"}, "quantity": {"column": "times"}, "status": {"constant": "done"},
        "about": {"source": "shop-orders", "id": {"column": "order"}}}}
      """;
  private static final String ARTICLES =
      """
      {"source": "help-centre", "kind": "activity", "fields": {
        "id": {"column": "view"}, "startedAt": {"column": "at"}, "topic": {"constant": "help-article"},
        "product": {"column": "product"}, "channel": {"constant": "web"}, "status": {"column": "reader"},
        "attributes": {"article": {"column": "article"}}}}
      """;
  private static final String PARTNER =
      """
      {"source": "fitting-partner", "kind": "tally", "fields": {
        "id": {"column": "week"}, "metric": {"constant": "on-time-share"}, "startedAt": {"column": "from"},
        "finishedAt": {"column": "to"}, "numerator": {"column": "on time"}, "denominator": {"column": "fitted"},
        "unit": {"constant": "fitters-south"}, "region": {"constant": "east"}}}
      """;
  private static final String[] ARTICLE = {
    "how-to-measure", "when-will-it-come", "hang-a-roller", "clean-fabric", "change-an-order"
  };

  private final StoryDays days;
  private final List<Order> orders;
  private final long seed;

  HabitsFeed(StoryDays days, List<Order> orders, long seed) {
    this.days = days;
    this.orders = orders;
    this.seed = seed;
  }

  /** A card for every rush order that was checked, and for every call ahead. */
  Feed board(Export export) {
    Dice dice = new Dice(seed, "board");
    Feed.Lines lines = new Feed.Lines();
    for (Order order : orders) {
      if (order.checked() && export.has(order.placed() + 600)) {
        String team = order.channel().equals("showroom") ? "showrooms" : "web-shop";
        card(lines, "K" + order.number(), order.placed() + 600, "promise-check", team, order);
      }
      long call = order.delivered() - Clockwork.HOUR;
      boolean fitters = order.team().startsWith("fitters");
      double share = order.team().equals("fitters-north") ? 0.9 : 0.55;
      if (fitters
          && dice.chance(share)
          && export.has(call)
          && !Clockwork.day(call).isBefore(days.callsAhead())) {
        card(lines, "A" + order.number(), call, "call-ahead", order.team(), order);
      }
    }
    return new Feed(
        "workshop-board",
        export.fileName("board"),
        export.to(),
        BOARD,
        List.of("card", "done", "what", "team", "times", "order"),
        lines.toString());
  }

  private static void card(
      Feed.Lines lines, String id, long done, String what, String team, Order order) {
    lines.cell(id).moment(done).cell(what).cell(team).cell(1).cell(order.id()).end();
  }

  Feed articles(Export export) {
    Dice dice = new Dice(seed, "articles");
    Feed.Lines lines = new Feed.Lines();
    int number = 0;
    for (LocalDate day = days.first(); day.isBefore(days.today()); day = day.plusDays(1)) {
      double helpful = helpful(day);
      for (int left = dice.count(days.inBadMonth(day) ? 78 : 56); left > 0; left--) {
        int article = dice.pick(34, days.inBadMonth(day) ? 60 : 22, 18, 14, 12);
        long read = Clockwork.at(day, 7.5 + 15 * dice.share());
        String product = dice.chance(0.6) ? "roller-blind" : "shutter";
        String reader = dice.chance(helpful) ? "engaged" : "shown";
        number++;
        if (export.has(read)) {
          lines.cell("V" + number).moment(read).cell(ARTICLE[article]).cell(product).cell(reader);
          lines.end();
        }
      }
    }
    return new Feed(
        "help-centre",
        export.fileName("articles"),
        export.to(),
        ARTICLES,
        List.of("view", "at", "article", "product", "reader"),
        lines.toString());
  }

  /** Rewritten for the second quarter; a new menu in the third leads people astray. */
  private double helpful(LocalDate day) {
    if (day.isBefore(days.quarter(2).plusDays(24))) {
      return 0.34;
    }
    return day.isBefore(days.quarter(3).plusDays(8)) ? 0.47 : 0.4;
  }

  Feed partner(Export export) {
    Dice dice = new Dice(seed, "partner");
    Feed.Lines lines = new Feed.Lines();
    LocalDate week = days.first();
    while (week.getDayOfWeek() != DayOfWeek.MONDAY) {
      week = week.plusDays(1);
    }
    for (; week.plusDays(6).isBefore(days.today()); week = week.plusDays(7)) {
      int fitted = 14 + dice.below(9);
      int onTime = 0;
      for (int i = 0; i < fitted; i++) {
        onTime += dice.chance(days.inBadMonth(week) ? 0.62 : 0.9) ? 1 : 0;
      }
      long until = Clockwork.at(week.plusDays(6), 18);
      if (export.has(until)) {
        lines.cell("week-of-" + week).moment(Clockwork.at(week, 8)).moment(until);
        lines.cell(onTime).cell(fitted).end();
      }
    }
    return new Feed(
        "fitting-partner",
        export.fileName("partner-weeks"),
        export.to(),
        PARTNER,
        List.of("week", "from", "to", "on time", "fitted"),
        lines.toString());
  }
}
