package org.waymark.demo;

import java.time.LocalDate;

/** The goals of the company and its departments for the year: what all others serve. */
final class GoalsOfTheYear {
  private GoalsOfTheYear() {}

  static void write(Script script, StoryDays days) {
    LocalDate year = days.year();
    script
        .goal(
            "promises",
            "ingrid",
            "quillhaven",
            "year",
            "Customers get their order on the day we promised it. By the end of the year 94 of 100 orders come on time.")
        .about(
            "delivery-access",
            "Customers forgive nine days, but not the tenth when we said nine: satisfaction falls by half when an order is late.",
            "Promise only what the workshop can keep, and tell people early when it will not.")
        .keyResult(
            """
            {"name": "Orders delivered on time", "metric": "on-time-share", "filter": {"kind": ["order"]},
             "type": "increase", "target": 94}
            """)
        .step("Show every department its own late orders each Monday", "ingrid", year.plusMonths(2))
        .step(
            "Name one person per rush order who owns the promise",
            "priya",
            days.today().plusDays(12))
        .written(year.plusDays(1))
        .proposed(
            year.plusDays(1),
            "Our one goal for the year; please say what stands in its way.",
            "tomas",
            "priya",
            "daniel",
            "marta",
            "hanna")
        .agrees(year.plusDays(2), "tomas")
        .agrees(year.plusDays(2), "marta")
        .agrees(year.plusDays(3), "hanna")
        .agrees(year.plusDays(3), "daniel")
        .hasConcern(
            year.plusDays(3), "priya", "Some customers order elsewhere when we say nine days.")
        .started(year.plusDays(6))
        .reviewPlanned(year.plusDays(6), days.today().minusWeeks(26), "P13W")
        .reviewed(
            days.today().minusWeeks(26),
            "ingrid",
            "On course. The rush orders have nobody who owns their promise; Priya names one per order.")
        .reviewed(
            days.today().minusWeeks(13),
            "tomas",
            "Worse than a year ago. No campaign again while a table moves.")
        .called(
            days.today().minusDays(6),
            "What can your team do next quarter so that fewer promises break?",
            "fitting",
            "phone-chat")
        .finished(year.plusMonths(1), "ingrid", 0)
        .told(
            days.badMonth().plusDays(16),
            "ingrid",
            0,
            4,
            "The new cutting table stands still while the shop promises five days to everyone.")
        .commented(
            days.badMonth().plusDays(17),
            "daniel",
            "We cut 74 orders yesterday and took in 141. Please stop the campaign for a week, or tell people nine days."
                + "\n\nI say this as somebody who likes new customers.")
        .commented(
            days.badMonth().plusDays(18),
            "priya",
            "The advertisements run until Friday and cannot be called back. From Monday the shop says nine days.")
        .commented(
            days.today().minusDays(3),
            "hanna",
            "The fitters notice it at the doors: fewer people ask where we have been.")
        .told(
            days.today().minusDays(4),
            "ingrid",
            0,
            8,
            "Six good weeks in a row. The promise checks carry it; rush orders are still the weak spot.");

    script
        .goal(
            "recommend",
            "tomas",
            "quillhaven",
            "year",
            "Our customers recommend us to their neighbours. The net promoter score passes 55.")
        .stretch()
        .about(
            "overall-experience",
            "Four of ten new customers come because somebody told them; an advertisement costs nine times as much.",
            "Keep promises first, then surprise people with how easily it was fitted.")
        .keyResult(
            """
            {"name": "Net promoter score after delivery", "metric": "nps", "type": "increase", "target": 55}
            """)
        .under("promises")
        .written(year.plusDays(2))
        .started(year.plusDays(6))
        .told(
            days.today().minusDays(9),
            "tomas",
            0,
            5,
            "Back to where we were before the summer, which is not where we want to be.");

    script
        .goal(
            "care",
            "marta",
            "customer-care",
            "year",
            "People who ask us something get a good answer at the first go. Nine in ten are satisfied with the contact.")
        .about(
            "customer-service",
            "Every second contact today is about an order that somebody already asked for once.",
            "Answer the question behind the question, and let the help centre answer the easy ones.")
        .under("promises")
        .keyResult(
            """
            {"name": "Satisfied with the contact", "metric": "csat", "filter": {"question": ["contact"]},
             "type": "increase", "target": 90}
            """)
        .keyResult(
            """
            {"name": "Found it easy to get help", "metric": "contact-effort", "type": "increase",
             "target": 92, "weight": 0.5}
            """)
        .written(year.plusDays(3))
        .started(year.plusDays(7))
        .told(
            days.today().minusDays(6),
            "marta",
            0,
            6,
            "Steady. The where-is-my-order calls are melting away.");

    script
        .goal(
            "workshop-ready",
            "daniel",
            "workshop",
            "year",
            "The workshop makes 130 orders a day without overtime. The second cutting table runs by the end of the year.")
        .about(
            "processes",
            "In spring we turn customers away, and in summer we pay for it in overtime.",
            "One table at a time, never in a month in which sales runs a campaign.")
        .under("promises")
        .keyResult("{\"name\": \"Second table in service\", \"type\": \"milestone\"}")
        .keyResult(
            """
            {"name": "Overtime in cutting, hours a week", "type": "decrease", "baseline": 62, "target": 20,
             "evidence": {"kind": "report", "reader": "Lena", "when": "every Friday"}}
            """)
        .milestone("Order the table", "daniel", year.plusMonths(1))
        .milestone("Rebuild the dust extraction", "lena", year.plusMonths(3))
        .milestone("First table moved and running again", "lena", days.badMonth().plusMonths(1))
        .milestone("Second table delivered", "daniel", days.quarterEnd(3))
        .milestone("Two people trained on each shift", "pavel", days.quarter(4).plusMonths(1))
        .step("Ask the supplier for a penalty clause", null, days.today().plusDays(20))
        .written(year.plusDays(2))
        .started(year.plusDays(8))
        .finished(year.plusDays(25), "daniel", 0)
        .finished(year.plusMonths(3), "lena", 1)
        .finished(days.badMonth().plusMonths(1).plusDays(4), "lena", 2)
        .commented(
            days.badMonth().plusMonths(1).plusDays(5),
            "pavel",
            "It runs, and it is quieter than before. The old place can go now.")
        .told(
            year.plusMonths(2),
            "lena",
            1,
            "\"value\": 55",
            7,
            "First evenings without a late shift.")
        .told(
            days.badMonth().plusDays(20),
            "lena",
            1,
            "\"value\": 88",
            3,
            "One table for everything, and the campaign on top.")
        .told(days.quarter(3).plusDays(9), "lena", 1, "\"value\": 47", 6, "The backlog is gone.")
        .told(
            days.today().minusDays(10),
            "lena",
            1,
            "\"value\": 38",
            7,
            "Two evenings this week, none the week before.")
        .told(
            days.today().minusDays(3),
            "lena",
            1,
            "\"value\": 34",
            7,
            "Shutters are what keeps us late now.");

    script
        .goal(
            "honest-sales",
            "priya",
            "sales",
            "year",
            "Sales sells what we can deliver. Calls asking where an order stays fall by a third.")
        .about(
            "sales",
            "A sale that ends in three calls and a voucher earns nothing.",
            "Pay no bonus for orders that break their promise.")
        .under("promises")
        .keyResult(
            """
            {"name": "Cases about late orders", "metric": "case-volume", "filter": {"topic": ["where-is-my-order"]},
             "type": "decrease", "target": {"changePercent": -33}}
            """)
        .written(year.plusDays(4))
        .proposed(
            year.plusDays(4),
            "This changes how we are paid, so I want everyone's word.",
            "grace",
            "ruth")
        .agrees(year.plusDays(5), "grace")
        .agrees(year.plusDays(5), "ruth")
        .started(year.plusDays(9))
        .told(
            days.today().minusDays(5),
            "priya",
            0,
            6,
            "Three of four sellers now ask the workshop first.");
  }
}
