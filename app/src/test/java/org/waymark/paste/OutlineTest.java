package org.waymark.paste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What people paste, in the forms in which they have it. */
class OutlineTest {

  @Test
  void labels_decide_whatever_stands_before_them() {
    String wanted =
        "Faster claims [Settle in a day | Fewer complaints]; Calmer calls [Answer more]";
    assertThat(
            read(
                "O1: Faster claims\nKR1: Settle in a day\nKR2: Fewer complaints\nO2: Calmer calls\nKR1: Answer more"))
        .isEqualTo(wanted);
    assertThat(
            read(
                "Objective 1: Faster claims\n  - KR 1.1 – Settle in a day\n  - KR 1.2 – Fewer complaints\nObjective 2: Calmer calls\n  - KR 2.1 – Answer more"))
        .isEqualTo(wanted);
    assertThat(
            read(
                "**Objective:** Faster claims\n* **Key result 1:** Settle in a day\n* **Key result 2:** Fewer complaints\n\n**Objective:** Calmer calls\n* **Key result 1:** Answer more"))
        .isEqualTo(wanted);
    assertThat(
            read(
                "O1 Faster claims\nKR1 Settle in a day\nKR2 Fewer complaints\nO2 Calmer calls\nKR1 Answer more"))
        .isEqualTo(wanted);
  }

  @Test
  void a_heading_that_says_key_results_makes_the_lines_below_it_that() {
    assertThat(
            read(
                "Objective: Faster claims\nKey results:\n1. Settle in a day\n2. Fewer complaints\n\nObjective: Calmer calls\nKey results:\nAnswer 9 of 10"))
        .isEqualTo(
            "Faster claims [Settle in a day | Fewer complaints]; Calmer calls [Answer 9 of 10]");
  }

  @Test
  void what_is_further_in_or_marked_otherwise_measures_what_stands_above() {
    String wanted =
        "Faster claims [Settle in a day | Fewer complaints]; Calmer calls [Answer more]";
    assertThat(
            read(
                "Faster claims\n- Settle in a day\n- Fewer complaints\nCalmer calls\n- Answer more"))
        .isEqualTo(wanted);
    assertThat(
            read(
                "- Faster claims\n  - Settle in a day\n  - Fewer complaints\n- Calmer calls\n  - Answer more"))
        .isEqualTo(wanted);
    assertThat(
            read(
                "1. Faster claims\n1.1 Settle in a day\n1.2 Fewer complaints\n2. Calmer calls\n2.1 Answer more"))
        .isEqualTo(wanted);
    assertThat(
            read(
                "1) Faster claims\n   a) Settle in a day\n   b) Fewer complaints\n2) Calmer calls\n   a) Answer more"))
        .isEqualTo(wanted);
    assertThat(
            read(
                "•\tFaster claims\n\t◦\tSettle in a day\n\t◦\tFewer complaints\n•\tCalmer calls\n\t◦\tAnswer more"))
        .isEqualTo(wanted);
    assertThat(
            read(
                "# Goals of spring\n\n## Faster claims\n- Settle in a day\n- Fewer complaints\n\n## Calmer calls\n- Answer more"))
        .isEqualTo(wanted);
  }

  @Test
  void a_title_is_said_to_be_one() {
    assertThat(Outline.of("# Goals of spring\n\n## Faster claims\n- Settle in a day").unread())
        .containsExactly(new Outline.Unread(1, "Goals of spring", Outline.Reason.TITLE));
  }

  @Test
  void lines_that_look_alike_are_goals_of_their_own_when_they_hold_numbers() {
    assertThat(read("Raise NPS from 40 to 50\nCut complaints from 9 to 5"))
        .isEqualTo("Raise NPS from 40 to 50 []; Cut complaints from 9 to 5 []");
    assertThat(read("- Raise NPS from 40 to 50\n- Cut complaints from 9 to 5"))
        .isEqualTo("Raise NPS from 40 to 50 []; Cut complaints from 9 to 5 []");
    assertThat(read("Happier customers\nRaise NPS from 40 to 50\nCut complaints from 9 to 5"))
        .isEqualTo("Happier customers [Raise NPS from 40 to 50 | Cut complaints from 9 to 5]");
    assertThat(
            read(
                "Happier customers\n\nRaise NPS from 40 to 50\n\nCalmer staff\n\nCut overtime from 9 to 5"))
        .isEqualTo(
            "Happier customers [Raise NPS from 40 to 50]; Calmer staff [Cut overtime from 9 to 5]");
  }

  @Test
  void a_number_that_begins_a_line_is_no_numbering() {
    assertThat(
            read(
                "Objective: Fewer complaints\n- 3.5 % fewer complaints\n- 90 % answered in a day\n- -20 % refunds"))
        .isEqualTo(
            "Fewer complaints [3.5 % fewer complaints | 90 % answered in a day | -20 % refunds]");
  }

  @Test
  void labelled_lines_below_tell_about_the_one_above() {
    Outline outline =
        Outline.of(
            "Objective: Faster claims\nWhy: People wait\nKR: Settlement time\nFrom: 3 days\nTo: 1 day\nDue: 31 March\nOwner: Ada Berg");
    Outline.Objective objective = outline.objectives().getFirst();
    assertThat(objective.item().told()).containsEntry(Part.WHY, "People wait");
    assertThat(objective.keyResults().getFirst().told())
        .containsEntry(Part.BASELINE, "3 days")
        .containsEntry(Part.TARGET, "1 day")
        .containsEntry(Part.DUE, "31 March")
        .containsEntry(Part.OWNER, "Ada Berg");
    assertThat(Outline.of("Why: nobody knows").unread().getFirst().reason())
        .isEqualTo(Outline.Reason.ABOUT_NOTHING);
  }

  @Test
  void a_wrapped_line_goes_on() {
    assertThat(read("O: Faster\nclaims\nKR: Settle\nin a day"))
        .isEqualTo("Faster claims [Settle in a day]");
  }

  @Test
  void as_measured_by_parts_an_objective_from_what_shows_it() {
    assertThat(
            read(
                "We will settle claims faster as measured by settlement time of 1 day; and NPS of 50"))
        .isEqualTo("We will settle claims faster [settlement time of 1 day | NPS of 50]");
  }

  @Test
  void rows_with_a_header_may_have_their_columns_in_any_order() {
    Outline outline =
        Outline.of(
            "Owner\tKey result\tStatus\tTo\tFrom\tObjective\nada@example.org\tSettlement time\tgreen\t1 day\t3 days\tFaster claims\nben@example.org\tComplaints\tred\t5\t9\tFaster claims");
    assertThat(said(outline)).isEqualTo("Faster claims [Settlement time | Complaints]");
    assertThat(outline.objectives().getFirst().keyResults().getFirst().told())
        .containsEntry(Part.BASELINE, "3 days")
        .containsEntry(Part.TARGET, "1 day")
        .containsEntry(Part.OWNER, "ada@example.org")
        .hasSize(3);
  }

  @Test
  void rows_without_a_header_are_read_by_what_their_cells_look_like() {
    Outline outline =
        Outline.of(
            "Faster claims\tSettlement time\t3 days\t1 day\t2026-03-31\n\tComplaints\t9\t5\tada@example.org");
    assertThat(said(outline)).isEqualTo("Faster claims [Settlement time | Complaints]");
    assertThat(outline.objectives().getFirst().keyResults().getFirst().told())
        .containsEntry(Part.BASELINE, "3 days")
        .containsEntry(Part.TARGET, "1 day")
        .containsEntry(Part.DUE, "2026-03-31");
    assertThat(outline.objectives().getFirst().keyResults().getLast().told())
        .containsEntry(Part.OWNER, "ada@example.org");
  }

  @Test
  void a_table_drawn_with_bars_is_a_table() {
    assertThat(
            read(
                "| Objective | Key result | To |\n|---|---|---|\n| Faster claims | Settlement time | 1 day |"))
        .isEqualTo("Faster claims [Settlement time]");
  }

  @Test
  void every_line_knows_where_it_stood() {
    Outline outline = Outline.of("\nO: Faster claims\n\nKR: Settle in a day");
    assertThat(outline.objectives().getFirst().item().line()).isEqualTo(2);
    assertThat(outline.objectives().getFirst().keyResults().getFirst().line()).isEqualTo(4);
  }

  @Test
  void nothing_is_found_in_nothing() {
    assertThat(Outline.of(" \n\t\n").objectives()).isEmpty();
    for (String odd : List.of("-", "#", "|", "||", "\t\t", "O:", "KR:", "1.", "**", "|-|")) {
      assertThat(Outline.of(odd)).isNotNull();
    }
  }

  @Test
  void a_line_of_blanks_or_dots_costs_no_more_than_another() {
    String gap = " ".repeat(90_000);
    String owned = "(".repeat(2_000) + " ,".repeat(2_000);
    for (String nasty :
        List.of(
            "a" + gap + "b",
            "1\t2" + gap + "!",
            "Settle" + gap + "ada@example.org" + gap + "today",
            "O: Settle" + owned + " ada@example.org or so",
            "a@b" + ".c".repeat(40_000),
            "KR1" + ".1".repeat(40_000) + ": Settle",
            "- ".repeat(45_000) + "Settle",
            "O: Settle\n" + ("more" + gap.substring(0, 900) + "words\n").repeat(90))) {
      assertTimeoutPreemptively(
          Duration.ofSeconds(2),
          () ->
              Outline.of(nasty)
                  .objectives()
                  .forEach(
                      one ->
                          new People(List.of())
                              .in(one.item().words())
                              .ifPresent(named -> People.without(one.item().words(), named))),
          nasty.substring(0, 12));
    }
  }

  @Test
  void blanks_between_words_are_one_blank() {
    assertThat(read("O:  Faster    claims\n  KR: Settle   in \u00a0 a day"))
        .isEqualTo("Faster claims [Settle in a day]");
  }

  @Test
  void a_line_longer_than_any_goal_is_not_read_and_that_is_said() {
    Outline outline = Outline.of("O: Faster claims\nKR: Settle in a day\n" + "x".repeat(7_000));
    assertThat(said(outline)).isEqualTo("Faster claims [Settle in a day]");
    assertThat(outline.unread()).hasSize(1);
    assertThat(outline.unread().getFirst().line()).isEqualTo(3);
    assertThat(outline.unread().getFirst().reason()).isEqualTo(Outline.Reason.TOO_LONG);
    assertThat(outline.unread().getFirst().text()).hasSizeLessThan(100);
  }

  @Test
  void who_is_named_at_the_end_is_no_part_of_the_words() {
    People.Named ada = new People.Named("Ada Berg", Optional.of("ada@example.org"));
    assertThat(People.without("Faster claims (Ada Berg)", ada)).isEqualTo("Faster claims");
    assertThat(People.without("Faster claims – @ada berg", ada)).isEqualTo("Faster claims");
    assertThat(People.without("Faster claims, owner: Ada Berg", ada)).isEqualTo("Faster claims");
    assertThat(People.without("Claims on standby Ada Berg", ada)).isEqualTo("Claims on standby");
    assertThat(People.without("Ada Berg answers faster", ada)).isEqualTo("Ada Berg answers faster");
    assertThat(People.without("Ada Berg", ada)).isEqualTo("Ada Berg");
  }

  private static String read(String text) {
    return said(Outline.of(text));
  }

  private static String said(Outline outline) {
    return outline.objectives().stream()
        .map(
            one ->
                one.item().words()
                    + one.keyResults().stream()
                        .map(Outline.Item::words)
                        .collect(Collectors.joining(" | ", " [", "]")))
        .collect(Collectors.joining("; "));
  }
}
