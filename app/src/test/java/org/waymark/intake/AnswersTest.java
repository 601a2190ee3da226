package org.waymark.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.platform.FieldError;
import org.waymark.platform.InvalidInput;
import tools.jackson.databind.node.ObjectNode;

/** What a file does not tell by itself is asked, and the answer becomes its mapping. */
class AnswersTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @TempDir Path folder;

  private MappingProposal proposal(String text) throws IOException {
    Path file = folder.resolve("tickets.csv");
    Files.writeString(file, text);
    return MappingProposal.of(
        "tickets.csv", Sample.of(file, CsvFile.recognise(file)), ZoneOffset.UTC, null);
  }

  private static ObjectNode put(MappingProposal proposal, Map<String, List<String>> given) {
    return Answers.put(proposal.mapping(), proposal.doubts(), given, BERLIN);
  }

  private static List<String> asked(MappingProposal proposal) {
    return proposal.doubts().stream().map(Doubt::about).toList();
  }

  @Test
  void days_and_months_that_could_be_either_way_round_are_asked_about() throws IOException {
    MappingProposal proposal = proposal("ticket_id,opened\n1,03/06/2026\n2,04/07/2026\n");
    assertThat(asked(proposal)).containsExactly(Doubt.ORDER);
    assertThatThrownBy(() -> put(proposal, Map.of()))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refused ->
                assertThat(refused.errors())
                    .extracting(FieldError::field)
                    .containsExactly(Doubt.ORDER));
    ObjectNode answered = put(proposal, Map.of(Doubt.ORDER, List.of("day")));
    assertThat(MappingJson.read(answered).rows().getFirst().instantPatterns())
        .startsWith("dd/MM/yyyy");
    assertThat(Answers.in(answered, BERLIN)).containsEntry(Doubt.ORDER, List.of("day"));
  }

  @Test
  void a_day_of_the_month_gets_its_month_and_a_file_without_dates_one_day() throws IOException {
    MappingProposal days = proposal("ticket_id,date\n1,4\n2,30\n");
    assertThat(asked(days)).containsExactly(Doubt.MONTH);
    assertThatThrownBy(() -> put(days, Map.of(Doubt.MONTH, List.of("May 2014"))))
        .isInstanceOf(InvalidInput.class);
    ObjectNode may = put(days, Map.of(Doubt.MONTH, List.of("2014-05")));
    assertThat(may.path("fields").path("startedAt").path("template").asString())
        .isEqualTo("2014-05-{date}");
    assertThat(Answers.in(may, BERLIN)).containsEntry(Doubt.MONTH, List.of("2014-05"));

    MappingProposal none = proposal("ticket_id,colour\n1,red\n2,blue\n");
    assertThat(asked(none)).containsExactly(Doubt.WHEN);
    ObjectNode all = put(none, Map.of(Doubt.WHEN, List.of("="), "day", List.of("2026-03-06")));
    assertThat(all.path("fields").path("startedAt").path("constant").asString())
        .isEqualTo("2026-03-06");
    assertThat(Answers.in(all, BERLIN)).containsEntry("day", List.of("2026-03-06"));
    assertThatThrownBy(() -> put(none, Map.of(Doubt.WHEN, List.of("="))))
        .isInstanceOf(InvalidInput.class);
  }

  @Test
  void the_moment_a_file_was_written_is_in_the_zone_of_the_workspace() throws IOException {
    MappingProposal proposal =
        proposal("ticket_id,opened,closed\n1,2026-03-01,2026-03-02\n2,2026-03-01,\n");
    assertThat(asked(proposal)).containsExactly(Doubt.WRITTEN);
    assertThat(put(proposal, Map.of()).has("snapshotAt")).isFalse();
    ObjectNode answered = put(proposal, Map.of(Doubt.WRITTEN, List.of("2026-03-03T12:30")));
    assertThat(answered.path("snapshotAt").asString()).isEqualTo("2026-03-03T12:30+01:00");
    assertThat(MappingJson.read(answered).snapshotAt()).isEqualTo("2026-03-03T11:30:00Z");
    assertThat(Answers.in(answered, BERLIN))
        .containsEntry(Doubt.WRITTEN, List.of("2026-03-03T12:30"));
  }

  @Test
  void of_many_questions_those_about_the_whole_are_kept_first() throws IOException {
    String header = "RESPNUM,date,Q7FOOD,Q7ALL";
    String rows =
        IntStream.rangeClosed(1, 20)
            .mapToObj(n -> n + ",2026-03-06," + (1 + n % 5) + "," + (1 + (n + 1) % 5))
            .collect(Collectors.joining("\n"));
    MappingProposal proposal = proposal(header + "\n" + rows + "\n");
    assertThat(asked(proposal)).containsExactly(Doubt.QUESTIONS);
    assertThat(Answers.in(proposal.mapping(), BERLIN).get(Doubt.QUESTIONS))
        .containsExactly("Q7FOOD", "Q7ALL");
    ObjectNode first = Answers.first(proposal.mapping(), proposal.doubts());
    assertThat(Answers.in(first, BERLIN).get(Doubt.QUESTIONS)).containsExactly("Q7ALL");
    assertThat(MappingJson.read(first).rows()).hasSize(1);
    ObjectNode food = put(proposal, Map.of(Doubt.QUESTIONS, List.of("Q7FOOD")));
    assertThat(Answers.in(food, BERLIN).get(Doubt.QUESTIONS)).containsExactly("Q7FOOD");
  }

  @Test
  void columns_that_are_different_only_together_become_the_id_and_nobody_is_asked()
      throws IOException {
    MappingProposal proposal =
        proposal(
            "shop,date,till\nA,2026-03-06,1\nA,2026-03-07,1\nB,2026-03-06,1\nA,2026-03-06,2\n");
    assertThat(asked(proposal)).isEmpty();
    String template = proposal.mapping().path("fields").path("id").path("template").asString();
    assertThat(template).contains("{shop}", "{date}", "{till}");

    MappingProposal twins = proposal("shop,date\nA,2026-03-06\nA,2026-03-06\n");
    assertThat(asked(twins)).containsExactly(Doubt.ID);
    ObjectNode answered = put(twins, Map.of(Doubt.ID, List.of("shop", "date")));
    assertThat(answered.path("fields").path("id").path("template").asString())
        .isEqualTo("{shop}:{date}");
  }
}
