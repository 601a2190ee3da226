package org.waymark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.waymark.TestServer;
import org.waymark.TestServer.TestWorkspace;

/** From an empty workspace to a first goal, as somebody without a data department does it. */
class FirstUseTest extends BrowserTest {
  private int presses;

  private void press(String name) {
    button(name).click();
    presses++;
  }

  private void drop(Path file) {
    page.locator("#drop-file").setInputFiles(file);
    press("Show me what it says");
  }

  private void waitUntilMeasured() {
    page.waitForURL("**/first/imports/**");
    page.waitForFunction(
        "() => !document.querySelector('[data-refresh]')",
        null,
        new Page.WaitForFunctionOptions().setTimeout(180_000));
  }

  private String main() {
    return page.locator("main").innerText().replace('\u00a0', ' ');
  }

  private static Path sample(String name) {
    Path here = Path.of("../samples").resolve(name);
    return Files.exists(here) ? here : Path.of("samples").resolve(name);
  }

  private static Path file(String name, String text) throws IOException {
    Path file = Files.createTempDirectory("first").resolve(name);
    Files.writeString(file, text);
    return file;
  }

  @Test
  void a_survey_is_asked_for_its_month_and_its_questions_and_left_and_taken_up_again() {
    TestWorkspace workspace = TestServer.newWorkspace(ZoneId.of("America/Los_Angeles"));
    signIn(workspace);
    drop(sample("sfo-survey-2014.csv.gz"));
    assertThat(main()).contains("Something the file does not tell").contains("INTDATE");
    inspect("first-sfo-asked");
    press("Bring it in");
    assertThat(page.locator(".errors").innerText()).contains("2014-05");

    visit("/first");
    assertThat(main()).contains("sfo-survey-2014.csv.gz was dropped here and waits");
    inspect("first-waiting");
    link("Go on with it").click();
    field("Which month are these days in?").fill("2014-05");
    assertThat(page.locator("#questions-Q7ALL").isChecked()).isTrue();
    assertThat(page.locator("#questions-Q6LONGUSE").isChecked()).isFalse();
    page.locator("#questions-Q9ALL").uncheck();
    page.locator("#questions-Q7FOOD").check();
    press("Look again");
    assertThat(field("Which month are these days in?").inputValue()).isEqualTo("2014-05");
    assertThat(main()).contains("Customer satisfaction").contains("q7food");
    inspect("first-sfo");
    press("Bring it in");
    waitUntilMeasured();
    assertThat(main()).contains("q7all").contains("q7food").contains("May 2014");
    String here = page.url();
    inspect("first-sfo-goal");

    page.getByLabel("Propose this: ").first().click();
    assertThat(page.url()).startsWith(here).contains("about=");
    assertThat(page.locator(".first-goal").innerText()).contains("q7food");
    field("To").fill("1");
    press("Make this goal");
    assertThat(page.locator(".errors").innerText()).contains("lies below the baseline");
    assertThat(field("To").inputValue()).isEqualTo("1");
    inspect("first-goal-refused");
    field("To").fill("95");
    page.locator("#cycle input").last().check();
    press("Make this goal");
    assertThat(page.locator(".errors").allInnerTexts()).isEmpty();
    page.waitForURL("**/goals/**");
    assertThat(heading()).contains("q7food").contains("95");
  }

  @Test
  void numbers_already_added_up_become_a_first_goal_too() {
    signIn(TestServer.newWorkspace(ZoneId.of("Europe/London")));
    drop(sample("nhs-ae-attendances.csv.gz"));
    assertThat(page.locator("#kind").inputValue()).isEqualTo("tally");
    assertThat(main()).contains("Kept promises").contains("3,835");
    inspect("first-tallies");
    press("Bring it in");
    waitUntilMeasured();
    assertThat(main()).contains("Kept promises").contains("86.6 %").contains("2,167,550");
    inspect("first-tallies-goal");
  }

  @Test
  void what_is_wrong_with_a_file_is_said_with_the_way_out_on_the_same_screen() throws IOException {
    signIn(TestServer.newWorkspace(ZoneId.of("Europe/Berlin")));
    press("Show me what it says");
    assertThat(page.locator("#drop-error").innerText()).contains("Choose a file first");
    drop(file("report.pdf", "%PDF-1.7\n%âãÏÓ\n1 0 obj"));
    assertThat(page.locator("#drop-error").innerText()).contains("“report.pdf” is a PDF document");
    inspect("first-pdf");
    drop(file("nothing.csv", ""));
    assertThat(page.locator("#drop-error").innerText()).contains("“nothing.csv” is empty");
    drop(file("head.csv", "ticket_id,opened\n"));
    assertThat(page.locator("#drop-error").innerText()).contains("nothing below it");

    drop(file("colours.csv", "ticket_id,colour\n1,red\n2,blue\n3,green\n"));
    assertThat(main()).contains("No column holds a full date");
    inspect("first-no-date");
    field("Which column tells when it happened?").selectOption("colour");
    press("Bring it in");
    assertThat(main()).contains("No line can be taken in like this");
    inspect("first-stuck");
    field("Which column tells when it happened?").selectOption("=");
    field("The one day for all lines").fill("2026-03-06");
    press("Bring it in");
    waitUntilMeasured();
    assertThat(main()).contains("Not enough answers for a baseline yet");
    inspect("first-nothing-measured");
  }

  @Test
  void too_few_answers_say_how_many_are_missing() throws IOException {
    signIn(TestServer.newWorkspace(ZoneId.of("Europe/Berlin")));
    StringBuilder few = new StringBuilder("response_id,date,nps\n");
    for (int i = 1; i <= 7; i++) {
      few.append(i).append(",2026-03-0").append(i).append(',').append(i + 2).append('\n');
    }
    drop(file("survey.csv", few.toString()));
    press("Bring it in");
    waitUntilMeasured();
    assertThat(main()).contains("not enough answers for a baseline yet: 7 of 10 needed");
    assertThat(button("Make this goal").count()).isZero();
    inspect("first-too-few");
  }

  @Test
  void a_file_can_be_dropped_and_all_of_it_works_by_keyboard() throws IOException {
    signIn(TestServer.newWorkspace(ZoneId.of("Europe/Berlin")));
    page.evaluate(
        """
        () => { const form = document.querySelector('form[data-drop]'); const bring = new DataTransfer();
          bring.items.add(new File(['ticket_id,opened,closed\\n' + Array.from({length: 40},
            (_, i) => `${i},2026-03-0${1 + i % 9} 08:00,2026-03-0${1 + i % 9} ${9 + i % 8}:00`).join('\\n') + '\\n'], 'desk.csv', {type: 'text/csv'}));
          for (const kind of ['dragenter', 'dragover', 'drop'])
            form.dispatchEvent(new DragEvent(kind, {bubbles: true, cancelable: true, dataTransfer: bring})); }
        """);
    page.waitForURL("**/first/uploads/**");
    assertThat(heading()).contains("desk.csv");
    tabTo("Bring it in");
    page.keyboard().press("Enter");
    waitUntilMeasured();
    assertThat(main()).contains("Resolution time");
    tabTo("Make this goal");
    page.keyboard().press("Enter");
    page.waitForURL("**/goals/**");
    assertThat(heading()).startsWith("Resolution time").contains("falls from");
  }

  @Test
  void without_scripts_the_same_presses_do() throws IOException {
    withoutScripts();
    signIn(TestServer.newWorkspace(ZoneId.of("Europe/Berlin")));
    StringBuilder lines = new StringBuilder("response_id,date,nps\n");
    for (int i = 1; i <= 60; i++) {
      lines
          .append(i)
          .append(",2026-03-")
          .append(10 + i % 20)
          .append(',')
          .append(3 + i % 8)
          .append('\n');
    }
    drop(file("survey.csv", lines.toString()));
    press("Bring it in");
    Locator again = link("Look again");
    for (int tries = 0; tries < 100 && again.count() > 0; tries++) {
      again.click();
    }
    assertThat(main()).contains("rises from");
    press("Make this goal");
    page.waitForURL("**/goals/**");
    assertThat(heading()).contains("rises from");
    assertThat(presses).isEqualTo(3);
  }
}
