package org.waymark.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/** Orders, as the shop exports them; and a showroom's own spreadsheet. */
final class ShopFeed {
  private static final String MAPPING =
      """
      {"source": "shop-orders", "kind": "order", "fields": {
        "id": {"column": "order"}, "startedAt": {"column": "placed"}, "dueAt": {"column": "promised"},
        "finishedAt": {"column": "delivered"}, "customer": {"column": "customer"},
        "channel": {"column": "channel"}, "product": {"column": "product"}, "region": {"column": "region"},
        "unit": {"column": "team"}, "status": {"column": "stock"},
        "attributes": {"rush": {"column": "rush"}, "promise": {"column": "promise"}}}}
      """;
  private static final List<String> HEADER =
      List.of(
          "order",
          "placed",
          "promised",
          "delivered",
          "customer",
          "channel",
          "product",
          "region",
          "team",
          "stock",
          "rush",
          "promise");
  private static final String SHEET_MAPPING =
      """
      {"source": "showroom-sheet", "kind": "order", "formats": {"instant": "dd/MM/yyyy HH:mm"}, "fields": {
        "id": {"column": "No"}, "startedAt": {"column": "Ordered"}, "dueAt": {"column": "Promised"},
        "finishedAt": {"column": "Collected"}, "customer": {"column": "Customer"},
        "channel": {"constant": "showroom"}, "product": {"column": "Item"}, "unit": {"column": "Team"}}}
      """;
  private static final List<String> SHEET_HEADER =
      List.of("No", "Ordered", "Promised", "Collected", "Customer", "Item", "Team");

  private final StoryDays days;
  private final List<Order> orders;

  ShopFeed(StoryDays days, List<Order> orders) {
    this.days = days;
    this.orders = orders;
  }

  /** Orders, with the carrier's wrong bookings of the bad month. */
  Feed orders(Export export) {
    return feed(
        export.fileName("orders"),
        order -> export.has(order.placed(), delivered(order, true)),
        export.to(),
        true);
  }

  /** The carrier found out months later when the parcels of the bad month had really come. */
  Feed corrections() {
    return feed(
        "carrier-corrections-" + days.badMonth() + ".csv",
        o -> o.booked() != null,
        days.today(),
        false);
  }

  private static long delivered(Order order, boolean asBooked) {
    Long booked = order.booked();
    return asBooked && booked != null ? booked : order.delivered();
  }

  private Feed feed(String name, Predicate<Order> which, LocalDate known, boolean asBooked) {
    long until = Clockwork.at(known, 0);
    Feed.Lines lines = new Feed.Lines();
    for (Order order : orders) {
      if (which.test(order)) {
        lines
            .cell(order.id())
            .moment(order.placed())
            .moment(order.due())
            .moment(delivered(order, asBooked), until)
            .cell(order.customerCode())
            .cell(order.channel())
            .cell(order.product())
            .cell(order.region())
            .cell(order.team())
            .cell(order.inStock() ? "in-stock" : "out-of-stock")
            .cell(order.rush() ? "yes" : "no")
            .cell(promise(order))
            .end();
      }
    }
    return new Feed("shop-orders", name, known, MAPPING, HEADER, lines.toString());
  }

  /** How long a time was promised, in words that figures can be cut by. */
  static String promise(Order order) {
    return order.promisedDays() <= 6 ? "short" : order.promisedDays() <= 10 ? "usual" : "long";
  }

  /** Forty lines typed by hand; nine of them cannot be understood and wait to be mended. */
  Feed showroomSheet() {
    Feed.Lines lines = new Feed.Lines();
    String[] items = {"roller-blind", "shutter", "roman-blind", "venetian-blind"};
    for (int i = 0; i < 40; i++) {
      String ordered = sheet(days.today().minusDays(20 - i / 4), "10:30");
      String promised = sheet(days.today().minusDays(11 - i / 4), "17:00");
      String collected = i < 24 ? sheet(days.today().minusDays(12 - i / 4), "15:15") : "";
      lines
          .cell(i == 7 ? "" : "S" + (301 + i))
          .cell(
              switch (i) {
                case 3 -> "31/02/" + days.today().getYear() + " 10:30";
                case 11 -> "last Tuesday";
                case 29 -> ordered.replace('/', '.');
                default -> ordered;
              })
          .cell(i == 18 ? "asap" : promised)
          .cell(i == 14 ? sheet(days.today().minusDays(90), "09:00") : collected)
          .cell("quillhaven-" + (1200 + 37 * i))
          .cell(items[i % items.length])
          .cell(i == 21 || i == 22 || i == 33 ? "Show room " + (i % 2 + 1) : "showrooms")
          .end();
    }
    return new Feed(
        "showroom-sheet",
        "showroom orders " + days.yesterday() + ".csv",
        days.today(),
        SHEET_MAPPING,
        SHEET_HEADER,
        lines.toString());
  }

  private static String sheet(LocalDate day, String clock) {
    return "%02d/%02d/%d %s"
        .formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear(), clock);
  }
}
