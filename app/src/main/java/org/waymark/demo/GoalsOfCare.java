package org.waymark.demo;

import java.time.LocalDate;

/** The running quarter of customer care: letters, calls, claims and the help centre. */
final class GoalsOfCare {
  private GoalsOfCare() {}

  static void write(Script script, StoryDays days) {
    LocalDate from = days.quarter(3);
    LocalDate today = days.today();
    script
        .goal(
            "letters",
            "marta",
            "email-claims",
            "q3",
            "Nobody waits overnight for an answer to an e-mail. Nine in ten have one within eight hours.")
        .about(
            "contact-centre",
            "Who gets no answer writes again, and then rings.",
            "Sort the post every morning; late orders first.")
        .takes(6, null)
        .under("care")
        .keyResult(
            """
            {"name": "First answer to e-mails, 90 of 100", "metric": "first-response-time", "filter": {"channel": ["email"]},
             "type": "decrease", "target": "PT8H"}
            """)
        .written(from.plusDays(1))
        .started(from.plusDays(3))
        .told(from.plusDays(15), "aiko", 0, 7, "Sorting takes twenty minutes and saves two hours.")
        .told(today.minusDays(4), "aiko", 0, 8, "Mondays are the last thing to solve.");

    script
        .goal(
            "pick-up",
            "yusuf",
            "phone-chat",
            "q3",
            "When someone rings, we pick up. Eight in ten calls are answered within two minutes, every week.")
        .about(
            "contact-centre",
            "Behind most calls is a question about a promise.",
            "Plan shifts by last year’s weeks, not by feeling.")
        .takes(10, "One more person on Monday mornings")
        .under("care")
        .keyResult(
            """
            {"name": "Calls answered within two minutes", "metric": "first-response-time", "statistic": "within:PT2M",
             "filter": {"channel": ["phone"]}, "type": "keep-above", "target": 64}
            """)
        .written(from.plusDays(1))
        .started(from.plusDays(3))
        .told(
            from.plusDays(14),
            "yusuf",
            0,
            8,
            "The new shifts fit. Monday morning needs one more person.")
        .told(today.minusDays(1), "yusuf", 0, 8, "Every week so far.");

    script
        .goal(
            "ring-back",
            "yusuf",
            "phone-chat",
            "q3",
            "Whoever we cannot help at once is rung back the same day.")
        .about(
            "customer-service",
            "I will look into it is a promise too.",
            "A list that is empty at six.")
        .takes(5, null)
        .driving("care")
        .keyResult(
            "{\"name\": \"Days that ended with an empty list\", \"type\": \"cumulative\", \"target\": 55}")
        .keyResult(
            """
            {"name": "We know what to say when a parcel is lost", "type": "increase", "baseline": 2.6, "target": 4,
             "weight": 0.5, "evidence": {"kind": "vote", "question": "Do you know what to say when a parcel is lost?"}}
            """)
        .written(from.plusDays(2))
        .started(from.plusDays(4))
        .told(from.plusDays(11), "sam", 0, "\"value\": 4", 7, "Wednesday we ran out of evening.")
        .commented(
            from.plusDays(12),
            "yusuf",
            "What was in the way on Wednesday? If it is the lunch hour, I take it.")
        .commented(
            from.plusDays(12), "sam", "It was the fair. But I would not say no to the lunch hour.")
        .told(from.plusDays(18), "sam", 0, "\"value\": 5", 8, "A clean week.")
        .told(
            from.plusDays(19),
            "yusuf",
            1,
            "\"votes\": [0, 1, 3, 3, 1]",
            7,
            "Asked in the Wednesday round. The two who said 2 and 3 sit beside Sam next week.")
        .told(from.plusDays(25), "sam", 0, "\"value\": 5", 8, "And another.");

    script
        .goal(
            "claims",
            "marta",
            "email-claims",
            "q3",
            "A claim is settled while people still remember it. Nine in ten within three weeks.")
        .about(
            "back-office",
            "A broken mechanism is forgiven, a month of silence is not.",
            "Decide within a day, repair within the week.")
        .under("care")
        .keyResult(
            """
            {"name": "Claims settled, 90 of 100", "metric": "claim-settlement", "type": "decrease",
             "baseline": "P32D", "target": "P21D"}
            """)
        .written(from.plusDays(4))
        .started(from.plusDays(6))
        .told(
            today.minusDays(6),
            "aiko",
            0,
            5,
            "Many are still open, so we only know that it takes longer than that.");

    script
        .goal(
            "read-on",
            "marta",
            "customer-care",
            "q3",
            "Half of all help articles are read to the end.")
        .about(
            "understanding-needs",
            "What people read, they do not have to ask.",
            "One article a week, with a picture.")
        .driving("care")
        .keyResult(
            """
            {"name": "Articles read to the end", "metric": "article-engagement", "type": "increase", "target": 54}
            """)
        .written(from.plusDays(2))
        .started(from.plusDays(4))
        .told(
            today.minusDays(7),
            "marta",
            0,
            5,
            "Since the new menu people land on the wrong article. We have to go back.");

    script
        .goal(
            "named-first",
            "ingrid",
            "quillhaven",
            "q3",
            "Every part of the company mends the one thing that its customers name first.")
        .about(
            "overall-experience",
            "People forgive a mistake that is gone the next time.",
            "One thing each, chosen from last quarter’s letters.")
        .keyResult("{\"name\": \"Sales: the price is on the first page\", \"type\": \"binary\"}")
        .keyResult("{\"name\": \"Web shop: the basket keeps its measures\", \"type\": \"binary\"}")
        .keyResult("{\"name\": \"Showrooms: open until seven on Thursdays\", \"type\": \"binary\"}")
        .keyResult("{\"name\": \"Workshop: screws are in every parcel\", \"type\": \"binary\"}")
        .keyResult("{\"name\": \"Customer care: one name for one case\", \"type\": \"binary\"}")
        .keyResult("{\"name\": \"Fitting: shoes come off at the door\", \"type\": \"binary\"}")
        .written(from.plusDays(4))
        .started(
            from.plusDays(6),
            "Six parts, six promises. Leaving one out would tell its customers that they do not count.")
        .told(from.plusDays(26), "ruth", 2, "\"value\": 1", 9, "Seven it is, and people come.")
        .told(
            today.minusDays(5),
            "nia",
            3,
            "\"value\": 1",
            8,
            "A bag of screws is weighed with each parcel.");
  }
}
