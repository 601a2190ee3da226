package org.waymark.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Eighteen months of orders. Sales promises, the workshop delivers; whether the two fit decides how
 * customers answer later on.
 */
final class OrderBook {
  private static final double A_DAY = 104;
  private static final int CUSTOMERS = 31_000;
  private static final double[] WEEK = {1.24, 1.14, 1.06, 1.0, 0.96, 0.9, 0.7};
  private static final double[] SEASON = {
    0.86, 0.92, 1.06, 1.18, 1.22, 1.12, 0.98, 0.9, 1.0, 1.04, 0.96, 0.74
  };
  private static final String[] CHANNELS = {"web", "phone", "showroom"};
  private static final String[] PRODUCTS = {
    "roller-blind", "roman-blind", "venetian-blind", "shutter", "pleated-blind"
  };
  private static final double[] MAKING = {6.2, 7.4, 6.6, 12.2, 6.8};
  private static final String[] REGIONS = {"north", "south", "east", "west"};

  private final StoryDays days;
  private final Dice dice;

  private OrderBook(StoryDays days, long seed) {
    this.days = days;
    this.dice = new Dice(seed, "orders");
  }

  static List<Order> write(StoryDays days, long seed) {
    return new OrderBook(days, seed).orders();
  }

  private List<Order> orders() {
    List<Order> orders = new ArrayList<>();
    int number = 40_000;
    for (LocalDate day = days.first(); day.isBefore(days.today()); day = day.plusDays(1)) {
      int today = dice.count(A_DAY * busy(day));
      for (int i = 0; i < today; i++) {
        orders.add(order(++number, day));
      }
    }
    return orders;
  }

  private double busy(LocalDate day) {
    double months = ChronoUnit.DAYS.between(days.first(), day) / 30.4;
    double campaign = days.inBadMonth(day) ? 1.22 : 1;
    return WEEK[day.getDayOfWeek().getValue() - 1]
        * SEASON[day.getMonthValue() - 1]
        * (0.95 + 0.007 * months)
        * campaign;
  }

  private Order order(int number, LocalDate day) {
    long placed = Clockwork.at(day, hour());
    int channel = dice.pick(62, 23, 15);
    int kind = dice.pick(34, 22, 21, 16, 7);
    String product = PRODUCTS[kind];
    double making = MAKING[kind];
    if (!day.isBefore(days.awnings()) && dice.chance(0.004)) {
      product = "awning";
      making = 14;
    }
    String region = REGIONS[dice.pick(30, 33, 19, 18)];
    boolean fitted = making > 10 || dice.chance(0.1);
    int usual = (int) Math.round(making + 1.5) + (channel == 2 ? 1 : 0);
    boolean rush = channel != 0 && dice.chance(0.3);
    boolean checked = rush && dice.chance(checking(day));
    int promised = promised(day, channel, usual, rush, checked);
    long due = Clockwork.at(day.plusDays(promised), 18);
    double took = Math.max(2, dice.around(making + strain(day), 1.7) + (checked ? -0.6 : 0));
    long delivered = Clockwork.at(day.plusDays((long) took), 8 + 9.5 * (took - Math.floor(took)));
    return new Order(
        number,
        placed,
        promised,
        due,
        delivered,
        booked(day, delivered, placed),
        dice.below(CUSTOMERS),
        CHANNELS[channel],
        product,
        region,
        team(fitted, region),
        rush,
        checked,
        !dice.chance(0.035));
  }

  private double hour() {
    return dice.chance(0.7) ? 8 + 10 * dice.share() : 17 + 5.9 * dice.share();
  }

  private static String team(boolean fitted, String region) {
    if (!fitted) {
      return "dispatch";
    }
    return region.equals("north") || region.equals("west") ? "fitters-north" : "fitters-south";
  }

  /** What sales says: in the bad month five days to everyone, a rush otherwise, or the truth. */
  private int promised(LocalDate day, int channel, int usual, boolean rush, boolean checked) {
    if (days.inBadMonth(day) && channel == 0) {
      return Math.min(usual, 5 + dice.below(2));
    }
    if (rush && !checked) {
      return Math.max(4, usual - 2 - dice.below(2));
    }
    return usual + dice.below(2);
  }

  /** How many of the rush orders are checked with the workshop first. */
  private double checking(LocalDate day) {
    if (day.isBefore(days.promiseChecks())) {
      return 0.04;
    }
    double weeks = ChronoUnit.DAYS.between(days.promiseChecks(), day) / 7.0;
    return Math.min(0.72, 0.2 + 0.05 * weeks);
  }

  /** Days that the workshop is behind its usual self. */
  private double strain(LocalDate day) {
    if (days.inBadMonth(day)) {
      double into = ChronoUnit.DAYS.between(days.badMonth(), day) / 30.0;
      return 0.6 + 1.3 * Math.min(1, into * 2.4);
    }
    LocalDate after = days.badMonth().plusMonths(1);
    if (!day.isBefore(after)) {
      double weeks = ChronoUnit.DAYS.between(after, day) / 7.0;
      return Math.max(0, 1.9 - 0.55 * weeks);
    }
    return day.isBefore(days.year()) ? 0.35 : 0.1;
  }

  /** In the bad month the carrier booked many parcels as delivered when they were handed over. */
  private @Nullable Long booked(LocalDate day, long delivered, long placed) {
    return days.inBadMonth(day) && dice.chance(0.34)
        ? Math.max(placed + Clockwork.HOUR, Clockwork.atWork(delivered - 3 * Clockwork.DAY))
        : null;
  }
}
