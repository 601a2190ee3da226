package org.waymark.demo;

import java.util.List;

/**
 * What customers answer, days after a delivery and hours after a contact. Whether the promise was
 * kept decides; how short it was does not.
 */
final class SurveyFeed {
  private static final String DELIVERIES =
      """
      {"source": "delivery-survey", "kind": "survey", "fields": {
        "startedAt": {"column": "answered"}, "customer": {"column": "customer"},
        "about": {"source": "shop-orders", "id": {"column": "order"}}, "channel": {"column": "channel"},
        "product": {"column": "product"}, "region": {"column": "region"}, "unit": {"column": "team"},
        "touchpoint": {"constant": "delivery"},
        "attributes": {"arrival": {"column": "arrival"}, "promise": {"column": "promise"}}},
       "rows": [
        {"fields": {"id": {"template": "{answer}:recommend"}, "question": {"constant": "recommend"},
          "scale": {"constant": "nps-0-10"}, "score": {"column": "recommend 0-10"}}},
        {"fields": {"id": {"template": "{answer}:satisfied"}, "question": {"constant": "delivery"},
          "scale": {"constant": "csat-1-5"}, "score": {"column": "satisfied 1-5"}}}]}
      """;
  private static final List<String> DELIVERIES_HEADER =
      List.of(
          "answer",
          "answered",
          "order",
          "customer",
          "channel",
          "product",
          "region",
          "team",
          "recommend 0-10",
          "satisfied 1-5",
          "arrival",
          "promise");
  private static final String CONTACTS =
      """
      {"source": "contact-survey", "kind": "survey", "fields": {
        "startedAt": {"column": "answered"}, "customer": {"column": "customer"},
        "about": {"source": "helpdesk", "id": {"column": "ticket"}}, "channel": {"column": "channel"},
        "unit": {"column": "team"}, "touchpoint": {"constant": "contact"}},
       "rows": [
        {"fields": {"id": {"template": "{answer}:effort"}, "question": {"constant": "effort"},
          "scale": {"constant": "ces-1-7"}, "score": {"column": "easy 1-7"}}},
        {"fields": {"id": {"template": "{answer}:satisfied"}, "question": {"constant": "contact"},
          "scale": {"constant": "csat-1-5"}, "score": {"column": "satisfied 1-5"}}}]}
      """;
  private static final List<String> CONTACTS_HEADER =
      List.of(
          "answer",
          "answered",
          "ticket",
          "customer",
          "channel",
          "team",
          "easy 1-7",
          "satisfied 1-5");

  private final List<Order> orders;
  private final List<DeskFeed.Case> cases;
  private final long seed;

  SurveyFeed(List<Order> orders, List<DeskFeed.Case> cases, long seed) {
    this.orders = orders;
    this.cases = cases;
    this.seed = seed;
  }

  Feed deliveries(Export export) {
    Dice dice = new Dice(seed, "deliveries");
    Feed.Lines lines = new Feed.Lines();
    for (Order order : orders) {
      boolean answers = dice.chance(order.daysLate() > 2 ? 0.47 : 0.39);
      long answered =
          Clockwork.atWork(order.delivered() + (long) (Clockwork.DAY * (0.8 + 3 * dice.share())));
      int recommend = recommend(dice, order);
      int satisfied = satisfied(dice, order);
      if (answers && export.has(answered)) {
        lines
            .cell("D" + order.number())
            .moment(answered)
            .cell(order.id())
            .cell(order.customerCode())
            .cell(order.channel())
            .cell(order.product())
            .cell(order.region())
            .cell(order.team())
            .cell(recommend)
            .cell(satisfied)
            .cell(order.late() ? "late" : "on-time")
            .cell(ShopFeed.promise(order))
            .end();
      }
    }
    return new Feed(
        "delivery-survey",
        export.fileName("delivery-survey"),
        export.to(),
        DELIVERIES,
        DELIVERIES_HEADER,
        lines.toString());
  }

  private static int recommend(Dice dice, Order order) {
    int group =
        !order.late()
            ? dice.pick(54, 31, 15)
            : order.daysLate() <= 2 ? dice.pick(31, 36, 33) : dice.pick(13, 26, 61);
    return switch (group) {
      case 0 -> 9 + dice.below(2);
      case 1 -> 7 + dice.below(2);
      default -> 6 - dice.pick(30, 25, 20, 12, 6, 4, 3);
    };
  }

  private static int satisfied(Dice dice, Order order) {
    return 5
        - (!order.late()
            ? dice.pick(52, 36, 8, 3, 1)
            : order.daysLate() <= 2 ? dice.pick(18, 40, 24, 12, 6) : dice.pick(6, 24, 29, 24, 17));
  }

  Feed contacts(Export export) {
    Dice dice = new Dice(seed, "contacts");
    Feed.Lines lines = new Feed.Lines();
    for (DeskFeed.Case one : cases) {
      boolean answers = dice.chance(0.15);
      long answered =
          Clockwork.atWork(one.solved() + (long) (Clockwork.HOUR * (1 + 20 * dice.share())));
      boolean smooth = one.contacts() == 1 && !one.complaint();
      int easy =
          7 - (smooth ? dice.pick(40, 30, 16, 8, 3, 2, 1) : dice.pick(9, 16, 22, 20, 15, 10, 8));
      int satisfied = 5 - (smooth ? dice.pick(50, 34, 10, 4, 2) : dice.pick(16, 28, 26, 18, 12));
      if (answers && export.has(answered)) {
        lines
            .cell("C" + one.number())
            .moment(answered)
            .cell("T" + one.number())
            .cell(one.customer())
            .cell(one.channel())
            .cell(one.team())
            .cell(easy)
            .cell(satisfied)
            .end();
      }
    }
    return new Feed(
        "contact-survey",
        export.fileName("contact-survey"),
        export.to(),
        CONTACTS,
        CONTACTS_HEADER,
        lines.toString());
  }
}
