package org.waymark.library.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.waymark.TestServer;
import org.waymark.TestServer.TestWorkspace;
import org.waymark.coach.Coach;
import org.waymark.coach.Finding;
import org.waymark.coach.Kind;
import org.waymark.coach.Period;
import org.waymark.coach.Severity;
import org.waymark.coach.Statement;
import org.waymark.library.Function;
import org.waymark.library.Industry;
import org.waymark.library.Library;
import org.waymark.library.LibraryEntry;
import org.waymark.platform.Tenancy;
import org.waymark.web.Texts;
import org.waymark.workspace.Areas;

/** The entries that ship: enough of them, for everybody, in words that the coach lets pass. */
class EntryWordsTest {
  private static final Period QUARTER =
      new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 31));
  private static final LibraryWords WORDS = new LibraryWords(new Texts(Locale.ENGLISH));

  private static TestWorkspace workspace;
  private static List<LibraryEntry> entries;

  @BeforeAll
  static void a_workspace() {
    workspace = TestServer.newWorkspace();
    entries = within(library -> library.list(workspace.owner(), null, null, false));
  }

  @Test
  void there_are_at_least_sixty_for_every_function_and_industry() {
    assertThat(entries).hasSizeGreaterThanOrEqualTo(60);
    for (Function function : EnumSet.allOf(Function.class)) {
      List<LibraryEntry> its =
          within(library -> library.list(workspace.owner(), function, null, false));
      assertThat(its).as(function.code()).hasSizeGreaterThanOrEqualTo(6);
    }
    for (Industry industry : EnumSet.allOf(Industry.class)) {
      assertThat(entries.stream().filter(entry -> entry.industries().contains(industry)).count())
          .as(industry.code())
          .isGreaterThanOrEqualTo(5);
    }
  }

  @Test
  void the_classics_are_among_them() {
    assertThat(entries.stream().map(LibraryEntry::code))
        .contains(
            "understand-needs",
            "value-faster",
            "more-choice",
            "always-in-stock",
            "predict-needs",
            "deeper-relationships",
            "long-term-partner",
            "needs-in-record-time");
  }

  @Test
  void every_area_of_theirs_is_in_the_catalogues() {
    Set<String> areas =
        entries.stream().map(LibraryEntry::area).map(String::valueOf).collect(Collectors.toSet());
    TestServer.bean(Tenancy.class)
        .run(
            workspace.id(),
            () ->
                assertThat(areas)
                    .allMatch(area -> TestServer.bean(Areas.class).byCode(area).isPresent()));
  }

  @Test
  void every_metric_is_shipped_or_has_a_name() {
    Texts texts = new Texts(Locale.ENGLISH);
    assertThat(entries)
        .allMatch(
            entry ->
                texts.has("metrics." + entry.metric() + ".label")
                    || texts.has("library.metric." + entry.metric()));
  }

  @TestFactory
  Stream<DynamicTest> the_coach_warns_of_none() {
    return entries.stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.code(),
                    () -> {
                      assertThat(warnings(entry.statement(), Kind.OBJECTIVE)).isEmpty();
                      assertThat(warnings(entry.process(), Kind.OBJECTIVE)).isEmpty();
                      assertThat(warnings(WORDS.result(entry), Kind.KEY_RESULT)).isEmpty();
                      assertThat(warnings(WORDS.counted(entry), Kind.KEY_RESULT)).isEmpty();
                    }));
  }

  /** The same texts do make the coach speak when they are spoilt. */
  @Test
  void a_spoilt_text_would_be_found() {
    assertThat(warnings("Improve the experience", Kind.KEY_RESULT)).isNotEmpty();
  }

  private static List<String> warnings(String text, Kind kind) {
    return Coach.advise(Statement.of(text, kind, QUARTER)).findings().stream()
        .filter(finding -> finding.severity() == Severity.WARNING)
        .map(Finding::rule)
        .map(rule -> rule + " in " + text)
        .toList();
  }

  private static <T> T within(java.util.function.Function<Library, T> asked) {
    List<T> answer = new java.util.ArrayList<>();
    TestServer.bean(Tenancy.class)
        .run(workspace.id(), () -> answer.add(asked.apply(TestServer.bean(Library.class))));
    return answer.getFirst();
  }
}
