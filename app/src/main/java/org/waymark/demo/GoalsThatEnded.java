package org.waymark.demo;

import java.time.LocalDate;

/** The first two quarters: what went well, what went badly and what was learned from it. */
final class GoalsThatEnded {
  private GoalsThatEnded() {}

  static void write(Script script, StoryDays days) {
    first(script, days);
    second(script, days);
  }

  private static void first(Script script, StoryDays days) {
    LocalDate from = days.quarter(1);
    LocalDate after = days.quarterEnd(1).plusDays(3);
    script
        .goal(
            "honest-dates",
            "grace",
            "web-shop",
            "q1",
            "The shop shows the day an order will really come, before people pay.")
        .about(
            "purchasing-experience",
            "People plan around the date we show.",
            "Take it from the workshop's own plan, not from the brochure.")
        .under("honest-sales")
        .keyResult("{\"name\": \"Dates come from the workshop's plan\", \"type\": \"binary\"}")
        .milestone("Workshop plan readable by the shop", "daniel", from.plusMonths(1))
        .milestone("Dates shown beside the basket", "grace", from.plusMonths(2))
        .written(from.plusDays(5))
        .started(from.plusDays(10))
        .finished(from.plusDays(33), "daniel", 0)
        .finished(from.plusDays(70), "grace", 1)
        .told(from.plusDays(71), "grace", 0, "\"value\": 1", 10, "Live since this morning.")
        .closed(
            after,
            "met",
            "Asking the workshop for its plan took an hour. We had been afraid of it for a year.")
        .reviewed(
            after.plusDays(3),
            "grace",
            "Keep the dates on the page. The next step belongs to the workshop.");
  }

  private static void second(Script script, StoryDays days) {
    LocalDate from = days.quarter(2);
    LocalDate after = days.quarterEnd(2).plusDays(4);
    script
        .goal(
            "five-days",
            "priya",
            "sales",
            "q2",
            "Everyone who orders in the campaign gets their blinds within five days, and we win 4,000 orders with it.")
        .about(
            "sales",
            "The campaign pays for the autumn.",
            "Promise five days to everyone; the workshop will find a way.")
        .keyResult(
            """
            {"name": "Orders on time, every week", "metric": "on-time-share", "filter": {"kind": ["order"]},
             "type": "keep-above", "target": 85}
            """)
        .keyResult(
            "{\"name\": \"Orders in the campaign\", \"type\": \"increase\", \"baseline\": 0, \"target\": 4000}")
        .written(from.plusDays(6))
        .proposed(from.plusDays(6), "The campaign is booked.", "daniel", "marta")
        .agrees(from.plusDays(7), "marta")
        .cannotSupport(
            from.plusDays(8),
            "daniel",
            "We move the cutting table that month. Six days is what we can do on a good day.")
        .committed(from.plusDays(9), "The advertisements are paid for. I will answer for it.")
        .started(from.plusDays(12))
        .told(
            days.badMonth().plusDays(12),
            "priya",
            1,
            "\"value\": 1650",
            8,
            "The best fortnight in our history.")
        .commented(
            days.badMonth().plusDays(14),
            "marta",
            "We had 212 calls today that began with: where is my order? I have nobody left to take the others.")
        .told(
            days.badMonth().plusDays(27),
            "priya",
            1,
            "\"value\": 3890",
            4,
            "The orders came. The blinds did not.")
        .closed(
            after,
            "missed",
            "We promised five days in the month the new table stood still. Customers do not mind nine days; they mind the tenth. Daniel had said so, and nobody had to listen: from now on a promise needs the workshop’s yes.")
        .reviewed(
            after.plusDays(3),
            "priya",
            "No promise without the workshop’s yes. It has become a goal of its own.");

    script
        .goal(
            "table-moves",
            "daniel",
            "cutting",
            "q2",
            "The first cutting table moves without customers noticing.")
        .about("processes", "Room for the second table.", "Move it over one weekend.")
        .under("workshop-ready")
        .keyResult(
            """
            {"name": "Order to delivery, 90 of 100", "metric": "lead-time", "statistic": "p90", "unit": "dispatch",
             "type": "keep-below", "target": "P10D"}
            """)
        .keyResult(
            """
            {"name": "Parcels on time", "metric": "on-time-share", "filter": {"kind": ["order"]}, "unit": "dispatch",
             "type": "keep-above", "target": 88}
            """)
        .written(from.plusDays(4))
        .started(from.plusDays(7))
        .told(
            days.badMonth().plusDays(9),
            "lena",
            0,
            2,
            "The extraction does not fit the new place. One more week, they say.")
        .closed(
            after,
            "missed",
            "A weekend became nineteen days. Next time we keep the old place ready until the new one has run for a week.")
        .reviewed(
            after.plusDays(3),
            "daniel",
            "The second table moves only when the first has run for a week beside it.");

    script
        .goal(
            "articles",
            "marta",
            "email-claims",
            "q2",
            "The help centre answers what people ask most. More than four in ten articles opened are read to the end.")
        .about(
            "understanding-needs",
            "Who finds the answer alone has it at once.",
            "Rewrite the five articles that people leave again.")
        .driving("care")
        .keyResult(
            """
            {"name": "Articles read to the end", "metric": "article-engagement", "type": "increase", "target": 46}
            """)
        .step("Rewrite the five articles", "aiko", from.plusMonths(1))
        .written(from.plusDays(3))
        .started(from.plusDays(5))
        .finished(from.plusDays(24), "aiko", 0)
        .told(from.plusDays(40), "aiko", 0, 9, "People stay since the first line says the answer.")
        .closed(after, "met", "Short answers first. The long story may follow below.")
        .reviewed(after.plusDays(3), "marta", "It worked, so Aiko shows the web shop how.");

    script
        .goal("saturdays", "grace", "web-shop", "q2", "We deliver on Saturdays everywhere.")
        .about("delivery-access", "Many are at home only then.", "One van per region.")
        .written(from.plusDays(9))
        .started(from.plusDays(15))
        .withdrawn(
            days.badMonth().plusDays(14),
            "No van to spare while the workshop catches up. Perhaps next year.");
  }
}
