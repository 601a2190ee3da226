package org.waymark.paste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.waymark.platform.InvalidInput;

/** The CSV of Viva Goals, as its export names 24 columns. */
class VivaFileTest {
  static final String HEADER =
      "Id,Title,Team,Creator,Owner,Period,Start Date,End Date,Description,\"Aligned To (weight, Objective ID)\","
          + "Metric Name,Unit,Target,Object Type,Goal Type,Start,Created At,Last Check-in,Progress %,Actual Progress,"
          + "Status,Last Check-in Note,Score,Checkins";

  @Test
  void all_24_columns_are_read() {
    VivaFile file =
        VivaFile.of(
            HEADER
                + "\n4711,Settle claims sooner,Claims; All,Ada Berg,\"Ada Berg, Ben Holt\",Q1 2026,2026-01-01,2026-03-31,People wait,,"
                + ",,,Objective,Aspirational Goal,,2025-12-09 14:36:20 UTC,2026-02-10,64,64,At Risk,,,\n"
                + "4712,Days to settle,Claims,Ada Berg,Ada Berg,Q1 2026,2026-01-01,2026-03-31,,\"Settle claims sooner(weight: 14.29%, Id: 4711)\","
                + "Days,days,1,Key result,Committed Goal,3,2025-12-09 14:36:20 UTC,2026-02-10,50,50,On Track,Half way,,"
                + "Checkin Date: 2026-01-20; User: Ada Berg; Current Value: 2.6 days;,Checkin Date: 2026-02-10; User: Ada Berg; Current Value: 2 days;\n");
    assertThat(file.refused()).isEmpty();
    VivaRow objective = file.rows().getFirst();
    assertThat(objective.objective()).isTrue();
    assertThat(objective.stretch()).isTrue();
    assertThat(objective.teams()).containsExactly("Claims", "All");
    assertThat(objective.owners()).containsExactly("Ada Berg", "Ben Holt");
    assertThat(objective.from()).isEqualTo(LocalDate.of(2026, 1, 1));
    assertThat(objective.description()).isEqualTo("People wait");
    VivaRow keyResult = file.rows().getLast();
    assertThat(keyResult.line()).isEqualTo(3);
    assertThat(keyResult.keyResult()).isTrue();
    assertThat(keyResult.stretch()).isFalse();
    assertThat(keyResult.parentId()).isEqualTo("4711");
    assertThat(keyResult.weight()).isEqualByComparingTo("14.29");
    assertThat(keyResult.start()).isEqualByComparingTo("3");
    assertThat(keyResult.target()).isEqualByComparingTo("1");
    assertThat(keyResult.told()).isEqualByComparingTo("2");
    assertThat(keyResult.checkedInOn()).isEqualTo(LocalDate.of(2026, 2, 10));
    assertThat(keyResult.note()).isEqualTo("Half way");
  }

  @Test
  void columns_may_stand_in_any_order_and_most_may_be_missing() {
    VivaFile file =
        VivaFile.of("\ufeffObject Type;Title;Target\nKey result;Answer, faster;90 %\n\n");
    assertThat(file.refused()).isEmpty();
    assertThat(file.rows()).hasSize(1);
    assertThat(file.rows().getFirst().title()).isEqualTo("Answer, faster");
    assertThat(file.rows().getFirst().target()).isEqualByComparingTo("90");
    assertThat(file.rows().getFirst().owners()).isEmpty();
  }

  @Test
  void a_line_that_makes_no_sense_costs_no_other() {
    VivaFile file =
        VivaFile.of(
            "Id,Title,Object Type,Start Date,Target,Aligned To\n"
                + "1,,Objective,,,\n"
                + "2,Good,Objective,2026-01-01,,\n"
                + "3,Day,Objective,31 March,,\n"
                + "4,Number,Key result,,many,\n"
                + "5,Type,,,,\n"
                + "6,Parent,Key result,,1,somewhere\n");
    assertThat(file.rows()).extracting(VivaRow::title).containsExactly("Good");
    assertThat(file.refused()).extracting(VivaFile.Refused::line).containsExactly(2, 4, 5, 6, 7);
    assertThat(file.refused().getFirst().reason()).isEqualTo("has no title");
    assertThat(file.refused().get(1).reason()).contains("31 March");
    assertThat(file.refused().get(2).reason()).contains("many").contains("target");
  }

  @Test
  void an_odd_weight_costs_its_line_and_no_other() {
    VivaFile file =
        VivaFile.of(
            "Title,Object Type,Aligned To\n"
                + "Good,Key result,\"(Weight: 33.3%, Id: 5)\"\n"
                + "Dots,Key result,\"(Weight: 33.3.%, Id: 5)\"\n"
                + "Comma,Key result,\"(Weight: 33,3 %, Id: 5)\"\n");
    assertThat(file.rows()).extracting(VivaRow::title).containsExactly("Good");
    assertThat(file.refused()).extracting(VivaFile.Refused::line).containsExactly(3, 4);
    assertThat(file.refused().getFirst().reason()).contains("33.3.");
  }

  @Test
  void a_line_names_no_more_teams_than_people_do() {
    StringBuilder teams = new StringBuilder();
    for (int i = 0; i < 51; i++) {
      teams.append("Team ").append(i).append("; ");
    }
    VivaFile file = VivaFile.of("Title,Object Type,Team\nGood,Objective," + teams + "\n");
    assertThat(file.rows()).isEmpty();
    assertThat(file.refused().getFirst().reason()).contains("51 under team");
  }

  @Test
  void another_file_is_told_what_it_lacks() {
    assertThatThrownBy(() -> VivaFile.of("Name,Kind\na,b\n"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("title")
        .hasMessageContaining("object type");
    assertThat(VivaFile.is("Id,Title,Object Type\n")).isTrue();
    assertThat(VivaFile.is("Objective: a\nTitle")).isFalse();
  }
}
