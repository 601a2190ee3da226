package org.waymark.demo;

import java.time.LocalDate;

/**
 * The running quarter of sales, workshop and fitting: goals on their way, at risk and behind, and
 * some of which little can be said yet, each for a reason of its own.
 */
final class GoalsThatRun {
  private GoalsThatRun() {}

  static void write(Script script, StoryDays days) {
    promises(script, days);
    fitting(script, days);
    young(script, days);
  }

  private static void promises(Script script, StoryDays days) {
    LocalDate from = days.quarter(3);
    LocalDate today = days.today();
    script
        .goal(
            "trust",
            "ingrid",
            "quillhaven",
            "q3",
            "We win back the trust we lost in the summer. Satisfaction with the delivery is above 84 % again.")
        .about(
            "overall-experience",
            "Thousands of people heard five days from us and waited nine.",
            "Keep promises for a whole quarter, and call those we let down.")
        .under("promises")
        .keyResult(
            """
            {"name": "Satisfied with the delivery", "metric": "delivery-satisfaction", "type": "increase", "target": 84}
            """)
        .keyResult(
            """
            {"name": "Complaining customers called back", "type": "cumulative", "target": 400, "weight": 0.5}
            """)
        .written(from.plusDays(1))
        .proposed(
            from.plusDays(1),
            "After last quarter we owe our customers this one.",
            "priya",
            "daniel",
            "marta")
        .agrees(from.plusDays(1), "priya")
        .agrees(from.plusDays(2), "daniel")
        .agrees(from.plusDays(2), "marta")
        .started(from.plusDays(3))
        .told(
            from.plusDays(9),
            "ingrid",
            1,
            "\"value\": 62",
            7,
            "People are surprised, and kinder than we deserve.")
        .commented(
            from.plusDays(10),
            "marta",
            "May Sam and Aiko each take two hours a day for it? Then I plan the shifts around them.")
        .commented(
            from.plusDays(11),
            "ingrid",
            "Yes, please. It is the best-spent hour we have this quarter.")
        .told(from.plusDays(16), "sam", 1, "\"value\": 71", 7, "Evenings work best.")
        .told(
            from.plusDays(23),
            "sam",
            1,
            "\"value\": 84",
            8,
            "Two of three order again when we ring.")
        .told(
            today.minusDays(2),
            "ingrid",
            0,
            8,
            "On the way. What people write now is about the blinds, not about the date.");

    script
        .goal(
            "promise-check",
            "priya",
            "sales",
            "q3",
            "Before a rush order is promised, the workshop says yes.")
        .about(
            "sales",
            "Unchecked rush orders come late twice as often.",
            "A button in the order form; no bonus without a check.")
        .driving("promises")
        .keyResult(
            """
            {"name": "Promises checked with the workshop", "metric": "promise-checks", "type": "cumulative", "target": 700}
            """)
        .keyResult(
            """
            {"name": "Checks in the web shop, every week", "metric": "promise-checks", "unit": "web-shop",
             "type": "keep-above", "target": 24, "weight": 0.5}
            """)
        .step("Put the button into the order form", "grace", from.plusDays(10))
        .step("Teach the showrooms", "ruth", from.plusDays(30))
        .step("Show the checks on the workshop’s board", "nia", today.plusDays(9))
        .written(from.plusDays(2))
        .started(from.plusDays(4))
        .finished(from.plusDays(8), "grace", 0)
        .finished(from.plusDays(27), "ruth", 1)
        .told(from.plusDays(11), "grace", 0, 8, "The button is in. It takes eleven seconds.")
        .told(
            today.minusDays(3),
            "grace",
            0,
            9,
            "It has become a habit. The workshop answers within the hour.");

    script
        .goal(
            "week-late",
            "daniel",
            "dispatch",
            "q3",
            "A parcel leaves on the day it is finished. By the middle of the quarter nothing waits overnight.")
        .about(
            "processes",
            "A third of what came late had been ready.",
            "One round through the workshop at four o’clock.")
        .under("promises")
        .keyResult(
            """
            {"name": "Parcels waiting overnight", "type": "decrease", "baseline": 34, "target": 0, "due": "%s"}
            """
                .formatted(from.plusDays(24)))
        .written(from.plusDays(2))
        .started(from.plusDays(4))
        .told(
            from.plusDays(12),
            "nia",
            0,
            "\"value\": 19",
            6,
            "The four o’clock round works when I am in.")
        .told(from.plusDays(24), "nia", 0, "\"value\": 11", 5, "Fridays are still a mess.");

    script
        .goal(
            "measuring",
            "grace",
            "web-shop",
            "q3",
            "People measure right the first time. Questions about measuring stay in a normal range while orders grow.")
        .about(
            "purchasing-experience",
            "A blind cut to a wrong measure cannot be mended.",
            "A film of ninety seconds beside the form.")
        .under("honest-sales")
        .keyResult(
            """
            {"name": "Questions about measuring, every week", "metric": "case-volume", "filter": {"topic": ["measuring"]},
             "type": "keep-within", "target": {"low": 35, "high": 85}}
            """)
        .written(from.plusDays(3))
        .started(from.plusDays(5));
  }

  private static void fitting(Script script, StoryDays days) {
    LocalDate from = days.quarter(3);
    LocalDate today = days.today();
    script
        .goal(
            "calls-north",
            "hanna",
            "fitters-north",
            "q3",
            "The fitters in the north go on calling ahead, week after week.")
        .about(
            "delivery-access",
            "It costs a minute and saves a second trip.",
            "It is on the job sheet.")
        .driving("trust")
        .keyResult(
            """
            {"name": "Calls ahead, every week", "metric": "calls-ahead", "unit": "fitters-north",
             "type": "keep-above", "target": 60}
            """)
        .written(from.plusDays(3))
        .started(from.plusDays(5))
        .told(
            today.minusDays(8),
            "oskar",
            0,
            9,
            "Nobody thinks about it any more. It is just what we do.");

    script
        .goal(
            "calls-south",
            "hanna",
            "fitters-south",
            "q3",
            "The fitters in the south call ahead as reliably as those in the north.")
        .about(
            "delivery-access",
            "Half of the waiting customers live in the south.",
            "Copy what the north does, holder by holder.")
        .driving("trust")
        .keyResult(
            """
            {"name": "Calls ahead, every week", "metric": "calls-ahead", "unit": "fitters-south",
             "type": "keep-above", "target": 90}
            """)
        .step("Telephone holders for the last two vans", "leila", from.plusDays(15))
        .step("Ride along with the north for a day", null, from.plusDays(28))
        .written(from.plusDays(3))
        .started(from.plusDays(5))
        .told(from.plusDays(20), "leila", 0, 4, "The holders have not come.")
        .told(
            today.minusDays(3),
            "leila",
            0,
            2,
            "Still no holders. I need help to get them ordered.");
  }

  private static void young(Script script, StoryDays days) {
    LocalDate from = days.quarter(3);
    LocalDate today = days.today();
    script
        .goal(
            "written-promise",
            "ruth",
            "showrooms",
            "q3",
            "Everyone who orders in a showroom takes the promised day home in writing.")
        .about("front-office", "What is written is not misheard.", "A card with the day on it.")
        .driving("promises")
        .keyResult("{\"name\": \"Orders with a card\", \"type\": \"increase\", \"target\": 95}")
        .written(from.plusDays(6))
        .started(from.plusDays(8))
        .told(
            from.plusDays(18),
            "ruth",
            0,
            "\"numerator\": 41, \"denominator\": 88",
            6,
            "Nobody counted before, so we do not know where we come from.")
        .told(
            today.minusDays(4),
            "ruth",
            0,
            "\"numerator\": 63, \"denominator\": 84",
            7,
            "Saturdays are the problem.");

    script
        .goal(
            "awnings",
            "priya",
            "sales",
            "q3",
            "Awnings, our new product, delight the first people who buy them.")
        .about(
            "product-service",
            "The first fifty buyers decide whether it spreads.",
            "Fit the first ones ourselves.")
        .stretch()
        .keyResult(
            """
            {"name": "Buyers of awnings who are satisfied", "metric": "delivery-satisfaction",
             "filter": {"product": ["awning"]}, "type": "threshold", "target": 90}
            """)
        .written(days.awnings())
        .started(days.awnings().plusDays(1))
        .told(
            today.minusDays(9),
            "priya",
            0,
            6,
            "Lovely letters, but far too few to call it a number.");

    script
        .goal(
            "video",
            "grace",
            "web-shop",
            "q3",
            "People who cannot come to a showroom are advised by video just as well.")
        .about(
            "purchasing-experience",
            "A third of those who measure wrong live far from a showroom.",
            "Two evenings a week to begin with.")
        .under("honest-sales")
        .keyResult(
            """
            {"name": "Satisfied with the advice by video", "metric": "csat", "filter": {"touchpoint": ["video-advice"]},
             "type": "threshold", "target": 88}
            """)
        .written(from.plusDays(12))
        .started(from.plusDays(14));

    script
        .goal(
            "sams-promise",
            "sam",
            "",
            "q3",
            "I close the circle: everyone I promise to ring back hears from me.")
        .of("sam")
        .about(
            "customer-service",
            "It is the part of my day that people remember.",
            "A note on the screen until it is done.")
        .driving("ring-back")
        .keyResult("{\"name\": \"People rung back\", \"type\": \"cumulative\", \"target\": 120}")
        .written(from.plusDays(5))
        .started(from.plusDays(6))
        .told(from.plusDays(12), "sam", 0, "\"value\": 14", 8, "A good start.")
        .told(
            from.plusDays(19),
            "sam",
            0,
            "\"value\": 17",
            8,
            "One man laughed because he had given up on us.")
        .told(from.plusDays(26), "sam", 0, "\"value\": 15", 8, "Short week.");
  }
}
