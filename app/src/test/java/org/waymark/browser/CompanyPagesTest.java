package org.waymark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waymark.demo.LoadedCompany;
import tools.jackson.databind.JsonNode;

/**
 * The pages of a living company, with eighteen months behind them: what fits an empty workspace has
 * to fit this one too. The README's pictures are taken here; {@code -Dwaymark.pictures=FOLDER} puts
 * them there.
 */
class CompanyPagesTest extends BrowserTest {
  private static final Path PICTURES =
      Path.of(System.getProperty("waymark.pictures", "target/pictures"));

  @Test
  void every_page_holds_a_year_and_a_half_of_work() {
    enter("ingrid");
    List<String> places =
        new ArrayList<>(
            List.of(
                "/",
                "/goals",
                "/metrics",
                "/metrics/on-time-share?per=month",
                "/metrics/nps?by=channel",
                "/metrics/resolution-time?per=week",
                "/data",
                "/organisation",
                "/settings/members",
                "/settings/cycles",
                "/settings/log",
                "/search?q=customer"));
    for (String state : List.of("draft", "proposed", "agreed", "running", "closed", "withdrawn")) {
      places.add("/goals/" + goal("state=" + state).get("id").asString());
    }
    places.add("/data/imports/" + get("/imports").get("items").get(0).get("id").asString());
    for (String place : places) {
      visit(place);
      inspect("company" + place.replaceAll("[^a-z]+", "-").replaceAll("-$", ""));
    }
  }

  @Test
  void a_team_member_sees_the_day_on_a_phone() {
    enter("sam");
    inspect("company-sam");
  }

  @Test
  void the_pictures_of_the_readme() {
    enter("ingrid");
    picture("today", 860);
    visit("/goals/" + goal("q=on the day we promised").get("id").asString());
    picture("goal", 1100);
    visit("/metrics/on-time-share?per=month");
    picture("metric", 860);
  }

  private void enter(String person) {
    LoadedCompany.running();
    use(new Browser.NewContextOptions().setViewportSize(1280, 860));
    signIn(person + "@quillhaven.example");
  }

  private void picture(String name, int height) {
    page.setViewportSize(1280, height);
    page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    assertThat(PICTURES.resolve(name + ".png")).isNotEmptyFile();
  }

  /** The goal with most key results among these: it has most to show. */
  private static JsonNode goal(String which) {
    JsonNode best = null;
    for (JsonNode goal : get("/goals?" + which.replace(' ', '+')).get("items")) {
      if (best == null || goal.get("keyResults").size() > best.get("keyResults").size()) {
        best = goal;
      }
    }
    assertThat(best).as("a goal of the company: " + which).isNotNull();
    return best;
  }

  private static JsonNode get(String path) {
    return LoadedCompany.running().workspace().api().get(path).json();
  }
}
