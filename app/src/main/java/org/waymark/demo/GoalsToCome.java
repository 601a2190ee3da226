package org.waymark.demo;

import java.time.LocalDate;

/** The next quarter, as far as people have got with it: drafts, proposals, agreements. */
final class GoalsToCome {
  private GoalsToCome() {}

  static void write(Script script, StoryDays days) {
    LocalDate today = days.today();
    script
        .goal(
            "evening-slots",
            "hanna",
            "fitting",
            "q4",
            "Customers choose a two-hour slot in the evening, and we come within it.")
        .about(
            "delivery-access",
            "Most people work when we ring at their door.",
            "Begin in the south, with volunteers.")
        .under("promises")
        .keyResult(
            "{\"name\": \"Visits within their slot\", \"type\": \"increase\", \"baseline\": 58, \"target\": 85}")
        .written(today.minusDays(9))
        .proposed(
            today.minusDays(8),
            "I would like to try this before the spring rush.",
            "priya",
            "daniel",
            "leila",
            "yusuf")
        .agrees(today.minusDays(7), "priya")
        .hasConcern(
            today.minusDays(6),
            "leila",
            "Evenings need a second van, or people who go home at seven.")
        .cannotSupport(
            today.minusDays(5),
            "daniel",
            "Shutters are finished in the afternoon. They would miss every evening tour.")
        .replied(
            today.minusDays(4),
            "hanna",
            "leila",
            "Two of us have asked for the late hours. The van is the open question.");

    script
        .goal(
            "one-answer",
            "yusuf",
            "phone-chat",
            "q4",
            "Whoever asks us by chat and by phone gets the same answer.")
        .about(
            "contact-centre",
            "Two answers are worse than none.",
            "One page of answers, kept by two people.")
        .under("care")
        .keyResult(
            "{\"name\": \"Test questions answered alike, of 100\", \"type\": \"increase\", \"baseline\": 61, \"target\": 90}")
        .written(today.minusDays(6))
        .proposed(
            today.minusDays(4),
            "Sam and Aiko, you know best whether this can be done.",
            "sam",
            "aiko")
        .agrees(today.minusDays(3), "aiko");

    script
        .goal(
            "spare-parts",
            "tomas",
            "quillhaven",
            "q4",
            "Every van carries the ten parts that break most.")
        .about(
            "product-service",
            "A second visit costs more than all ten parts together.",
            "One box, the same in every van, filled on Fridays.")
        .under("recommend")
        .keyResult(
            "{\"name\": \"Visits that need a second one, of 100\", \"type\": \"decrease\", \"baseline\": 14, \"target\": 6}")
        .written(today.minusDays(7))
        .proposed(
            today.minusDays(7),
            "It takes a shelf in the workshop and an hour a week.",
            "ingrid",
            "daniel",
            "hanna")
        .agrees(today.minusDays(6), "hanna")
        .hasConcern(today.minusDays(5), "ingrid", "Who counts what was used?")
        .agrees(today.minusDays(4), "daniel")
        .replied(
            today.minusDays(2),
            "tomas",
            "ingrid",
            "Nia does, from the delivery notes, every Friday before the boxes are filled.");

    script
        .goal(
            "second-table",
            "daniel",
            "workshop",
            "q4",
            "The second cutting table runs two shifts without a day of overtime.")
        .about(
            "processes",
            "It is what the year was for.",
            "Only when the first has run for a week beside it.")
        .under("workshop-ready")
        .keyResult("{\"name\": \"Two shifts on the second table\", \"type\": \"milestone\"}")
        .milestone("A week side by side", "lena", days.quarter(4).plusDays(20))
        .milestone("Second shift", "pavel", days.quarter(4).plusDays(60))
        .written(today.minusDays(12))
        .proposed(
            today.minusDays(12), "Please say so now if a campaign is planned.", "priya", "lena")
        .agrees(today.minusDays(11), "lena")
        .committed(
            today.minusDays(6),
            "The supplier needs our word this week. Priya knows and is on holiday.");

    script
        .goal(
            "draft-repairs",
            "ingrid",
            "quillhaven",
            "q4",
            "Blinds are repaired instead of replaced.")
        .about(
            "product-service",
            "Half of the claims need a part that costs less than its parcel.",
            "A box of spare parts in every van.")
        .written(today.minusDays(3));

    script
        .goal(
            "draft-notes",
            "sam",
            "",
            "q4",
            "I write down every question that I could not answer, so that the help centre learns it.")
        .of("sam")
        .about(
            "understanding-needs",
            "The third person who asks should find it there.",
            "One line after each call.")
        .written(today.minusDays(2));
  }
}
