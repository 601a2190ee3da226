package org.waymark.demo;

import java.util.List;
import java.util.function.Supplier;

/**
 * What the company exports, file by file: once its whole past out of all tools, then what each tool
 * says of the last week. The same seed and the same day give the same bytes.
 *
 * @param before what arrives before the goals are looked at: everything until a week ago
 * @param after what arrives since: the last week, corrections of the bad month, a spreadsheet with
 *     mistakes
 */
record Feeds(List<Supplier<Feed>> before, List<Supplier<Feed>> after) {

  /** The seed of the story that ships; printed with the demonstration. */
  static final long SEED = 20_260_301;

  static Feeds of(StoryDays days, long seed) {
    List<Order> orders = OrderBook.write(days, seed);
    ShopFeed shop = new ShopFeed(days, orders);
    DeskFeed desk = DeskFeed.write(days, orders, seed);
    SurveyFeed surveys = new SurveyFeed(orders, desk.cases(), seed);
    AfterwardsFeed afterwards = new AfterwardsFeed(days, orders, seed);
    HabitsFeed habits = new HabitsFeed(days, orders, seed);
    Export past = new Export(days.first().minusDays(1), days.lastWeek());
    Export lastWeek = new Export(days.lastWeek(), days.today());
    Export lastDays = new Export(days.today().minusDays(10), days.today());
    return new Feeds(
        List.of(
            () ->
                WholePast.of(
                    past,
                    List.of(
                        shop.orders(past),
                        desk.cases(past),
                        surveys.deliveries(past),
                        surveys.contacts(past),
                        afterwards.claims(past),
                        afterwards.plans(past),
                        habits.board(past),
                        habits.articles(past),
                        habits.partner(past)))),
        List.of(
            () -> surveys.contacts(lastWeek),
            () -> surveys.deliveries(lastWeek),
            () -> afterwards.claims(lastWeek),
            () -> afterwards.plans(lastWeek),
            () -> habits.board(lastWeek),
            () -> habits.articles(lastWeek),
            () -> habits.partner(lastWeek),
            shop::corrections,
            () -> desk.cases(lastDays),
            () -> shop.orders(lastWeek),
            shop::showroomSheet));
  }
}
