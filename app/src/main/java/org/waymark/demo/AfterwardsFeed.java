package org.waymark.demo;

import java.util.List;

/**
 * What comes after a delivery: claims under warranty, and care plans that customers keep or end.
 */
final class AfterwardsFeed {
  private static final String CLAIMS =
      """
      {"source": "warranty", "kind": "claim", "fields": {
        "id": {"column": "claim"}, "startedAt": {"column": "notified"}, "dueAt": {"column": "promised"},
        "finishedAt": {"column": "settled"}, "customer": {"column": "customer"},
        "about": {"source": "shop-orders", "id": {"column": "order"}}, "product": {"column": "product"},
        "topic": {"column": "fault"}, "unit": {"constant": "email-claims"}}}
      """;
  private static final String PLANS =
      """
      {"source": "care-plans", "kind": "subscription", "fields": {
        "id": {"column": "plan"}, "startedAt": {"column": "started"}, "finishedAt": {"column": "ended"},
        "customer": {"column": "customer"}, "product": {"column": "product"}, "channel": {"column": "sold by"}}}
      """;
  private static final String[] FAULTS = {
    "stuck-mechanism", "wrong-size", "damaged-fabric", "motor"
  };

  private final StoryDays days;
  private final List<Order> orders;
  private final long seed;

  AfterwardsFeed(StoryDays days, List<Order> orders, long seed) {
    this.days = days;
    this.orders = orders;
    this.seed = seed;
  }

  Feed claims(Export export) {
    Dice dice = new Dice(seed, "claims");
    Feed.Lines lines = new Feed.Lines();
    for (Order order : orders) {
      boolean hurried = days.inBadMonth(Clockwork.day(order.placed()));
      if (!dice.chance(hurried ? 0.055 : 0.03)) {
        continue;
      }
      long notified =
          Clockwork.atWork(order.delivered() + (long) (Clockwork.DAY * dice.longTailed(12, 0.9)));
      long settled =
          Clockwork.atWork(
              notified + (long) (Clockwork.DAY * dice.longTailed(hurried ? 20 : 16, 0.55)));
      String fault = FAULTS[dice.pick(35, hurried ? 60 : 25, 22, 14)];
      if (export.has(notified, settled)) {
        lines
            .cell("W" + order.number())
            .moment(notified)
            .moment(notified + 14 * Clockwork.DAY)
            .moment(settled, export.until())
            .cell(order.customerCode())
            .cell(order.id())
            .cell(order.product())
            .cell(fault)
            .end();
      }
    }
    return new Feed(
        "warranty",
        export.fileName("claims"),
        export.to(),
        CLAIMS,
        List.of(
            "claim", "notified", "promised", "settled", "customer", "order", "product", "fault"),
        lines.toString());
  }

  Feed plans(Export export) {
    Dice dice = new Dice(seed, "plans");
    Feed.Lines lines = new Feed.Lines();
    for (Order order : orders) {
      if (!dice.chance(0.06)) {
        continue;
      }
      long started = Clockwork.atWork(order.delivered() + 3 * Clockwork.DAY);
      long lasts = (long) (Clockwork.DAY * dice.longTailed(order.late() ? 260 : 620, 0.8));
      long ended = Clockwork.atWork(started + Math.max(30 * Clockwork.DAY, lasts));
      if (export.has(started, ended)) {
        lines
            .cell("P" + order.number())
            .moment(started)
            .moment(ended, export.until())
            .cell(order.customerCode())
            .cell(order.product())
            .cell(order.channel())
            .end();
      }
    }
    return new Feed(
        "care-plans",
        export.fileName("care-plans"),
        export.to(),
        PLANS,
        List.of("plan", "started", "ended", "customer", "product", "sold by"),
        lines.toString());
  }
}
