package org.waymark.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.waymark.web.Assets;
import org.waymark.web.Fact;
import org.waymark.web.Frame;
import org.waymark.web.LineChart;
import org.waymark.web.LineChart.Guide;
import org.waymark.web.LineChart.Kind;
import org.waymark.web.LineChart.Mark;
import org.waymark.web.LineChart.Point;
import org.waymark.web.LineChart.Value;
import org.waymark.web.Look;
import org.waymark.web.ProgressBar;
import org.waymark.web.Texts;
import org.waymark.web.Visitor;
import org.waymark.web.Words;

/**
 * The parts of pages in a real browser, on figures that are hard to draw: gaps, lower bounds, few
 * answers, wide intervals.
 */
class DrawingTest extends BrowserTest {
  private static final String HOME = "http://127.0.0.1:9";
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.waymark.templates");
  private static final Assets ASSETS = new Assets();
  private static final Frame FRAME =
      new Frame(
          new Texts(Locale.UK),
          new Words(Locale.UK, ZoneId.of("America/New_York")),
          new Visitor("Amina Diallo", "Harbour City", false),
          "/specimen",
          Instant.parse("2016-01-13T03:30:00Z"),
          ASSETS.addresses(),
          Look.SYSTEM,
          null,
          null);

  @Override
  protected String address() {
    return HOME;
  }

  @Test
  void a_chart_tells_its_line_its_baseline_its_target_and_its_interval() {
    show("On-time share", List.of(onTime(), resolution(), volume(), npsWithGaps()));

    assertThat(page.locator("svg.chart-large:visible"))
        .satisfies(drawn -> assertThat(drawn.count()).isEqualTo(4));
    assertThat(page.locator("#on-time-l-d").textContent()).contains("from 78.4 %");
    assertThat(page.locator("figure").first().locator(".chart-target-label:visible").textContent())
        .isEqualTo("Target 90 %");
    inspect("parts-charts");

    page.setViewportSize(390, 780);
    assertThat(page.locator("svg.chart-small:visible").count()).isEqualTo(4);
    assertThat(page.locator("svg.chart-large:visible").count()).isZero();
  }

  @Test
  void a_gap_breaks_the_line_and_is_named_in_the_table() {
    show("NPS", List.of(npsWithGaps()));

    assertThat(page.locator("svg.chart-large .chart-line").count()).isEqualTo(2);
    page.locator("summary").click();
    assertThat(page.locator("tbody tr").nth(3).innerText())
        .contains("–")
        .contains("3 answers, 10 needed");
    inspect("parts-chart-table");
  }

  @Test
  void a_value_is_read_off_a_chart_by_pointer_and_by_keyboard() {
    show("On-time share", List.of(onTime()));
    var reader = page.locator(".chart-reader");
    reader.waitFor();

    reader.focus();
    page.keyboard().press("Home");
    assertThat(reader.getAttribute("aria-valuetext"))
        .isEqualTo("Jan 2015, 78.4\u00a0%, 95 % interval 77.0 to 79.8\u00a0%, n 6,311");
    page.keyboard().press("ArrowRight");
    assertThat(reader.getAttribute("aria-valuetext")).startsWith("Feb 2015, 76.9");
    assertThat(page.locator(".chart-reading").innerText()).contains("Feb 2015").contains("76.9");

    var plane = reader.boundingBox();
    page.mouse().move(plane.x + plane.width - 3, plane.y + plane.height / 2);
    assertThat(page.locator(".chart-reading").innerText()).contains("Dec 2015").contains("87.1");
    inspect("parts-chart-read");
  }

  @Test
  void a_progress_bar_says_its_figure_in_words() {
    show(
        "Parts",
        out -> {
          part(
              "part/progress.jte",
              Map.of("bar", new ProgressBar(0.8, 0.39, 1.0, "80 % of the way", "good")),
              out);
          part("part/progress.jte", Map.of("bar", ProgressBar.of(-0.2, "20 % the other way")), out);
          part(
              "part/facts.jte",
              Map.of("facts", List.of(new Fact("Baseline", "78.4 %"), new Fact("Target", "90 %"))),
              out);
          part("part/notice.jte", Map.of("text", "The goal was closed.", "tone", "good"), out);
          part(
              "part/empty.jte",
              Map.of(
                  "title",
                  "No goals yet",
                  "text",
                  "A goal has a number.",
                  "action",
                  "Make a goal",
                  "address",
                  "/goals/new"),
              out);
          for (var tone : List.of("plain", "accent", "good", "warn", "bad")) {
            part("part/badge.jte", Map.of("label", "on track", "tone", tone), out);
          }
        });

    assertThat(page.locator(".progress-says").allInnerTexts())
        .containsExactly("80 % of the way", "20 % the other way");
    inspect("parts");
  }

  private void show(String title, List<LineChart> charts) {
    show(
        title,
        out ->
            charts.forEach(
                chart -> {
                  out.writeContent("<section class=\"sheet\">");
                  part("part/chart.jte", Map.of("f", FRAME, "chart", chart), out);
                  out.writeContent("</section>");
                }));
  }

  private void show(String title, Content content) {
    var html = new StringOutput();
    TEMPLATES.render(
        "frame.jte",
        Map.of(
            "f",
            FRAME,
            "title",
            title,
            "nav",
            "metrics",
            "lead",
            "How it went, month by month.",
            "content",
            content),
        html);
    page.route(
        "**/*",
        route -> {
          var name = route.request().url().substring(route.request().url().lastIndexOf('/') + 1);
          ASSETS
              .asset(name)
              .ifPresentOrElse(
                  asset -> fulfil(route, asset.type(), asset.content()),
                  () -> fulfil(route, "text/html;charset=UTF-8", html.toString().getBytes(UTF_8)));
        });
    visit("/specimen");
  }

  private static void fulfil(Route route, String type, byte[] body) {
    route.fulfill(
        new Route.FulfillOptions()
            .setHeaders(
                Map.of(
                    "Content-Type",
                    type,
                    "Content-Security-Policy",
                    "default-src 'self'; base-uri 'none'"))
            .setBodyBytes(body));
  }

  private static void part(
      String template, Map<String, Object> parameters, gg.jte.TemplateOutput out) {
    TEMPLATES.render(template, parameters, out);
  }

  private static LineChart onTime() {
    var values =
        new double[] {78.4, 76.9, 74.2, 79.8, 82.5, 81.9, 83.3, 84.0, 85.7, 84.9, 86.2, 87.1};
    var points = new ArrayList<Point>();
    for (int month = 1; month <= 12; month++) {
      points.add(point(month, values[month - 1], 1.4, 6_000 + 311L * month, Mark.MEASURED));
    }
    return new LineChart(
        "on-time",
        "On-time share per month",
        "It rose from 78.4 % in January to 87.1 % in December; the target is 90 % by 31 December.",
        "percent",
        points,
        List.of(
            Guide.level(Kind.BASELINE, "Baseline 78.4 %", day(1), end(12), 78.4),
            Guide.level(Kind.TARGET, "Target 90 %", day(1), end(12), 90)),
        false);
  }

  private static LineChart resolution() {
    var hours = new double[] {26.2, 30.1, 41.5, 38.0, 33.3, 31.7, 30.2, 28.8, 27.1, 26.4, 40.2, 55};
    var points = new ArrayList<Point>();
    for (int month = 1; month <= 12; month++) {
      points.add(
          point(
              month,
              hours[month - 1] * 3600,
              2.2 * 3600,
              9_000,
              month > 10 ? Mark.AT_LEAST : Mark.MEASURED));
    }
    return new LineChart(
        "resolution",
        "Resolution time, median per month",
        "It fell from 26.2 hours to at least 55 hours.",
        "seconds",
        points,
        List.of(
            Guide.level(Kind.BASELINE, "Baseline 26.2 hours", day(1), end(12), 26.2 * 3600),
            new Guide(Kind.TARGET, "Target 21 hours", day(1), 26.2 * 3600, end(12), 21 * 3600)),
        true);
  }

  private static LineChart volume() {
    var points = new ArrayList<Point>();
    for (var day = LocalDate.of(2015, 1, 1); day.getYear() == 2015; day = day.plusDays(7)) {
      points.add(
          Point.of(
              day,
              day.plusDays(6),
              new Value(
                  Math.rint(2300 + 800 * Math.sin(day.getDayOfYear() / 40.0)),
                  null,
                  null,
                  null,
                  Mark.MEASURED)));
    }
    return new LineChart(
        "volume",
        "Cases per week",
        "Between 1,500 and 3,100 cases a week.",
        "count",
        points,
        List.of(),
        true);
  }

  private static LineChart npsWithGaps() {
    return new LineChart(
        "nps",
        "NPS per month",
        "Only 8 of 10 months have enough answers.",
        "points",
        List.of(
            point(1, -12, 8, 120, Mark.MEASURED),
            point(2, -4, 14, 24, Mark.INDICATIVE),
            point(3, 3, 9, 98, Mark.MEASURED),
            Point.gap(day(4), end(4), "3 answers, 10 needed"),
            point(5, 11, 17, 19, Mark.INDICATIVE),
            Point.gap(day(6), end(6), "no answers"),
            point(7, 18, 6, 240, Mark.MEASURED),
            point(8, 21, 6, 260, Mark.MEASURED)),
        List.of(Guide.level(Kind.TARGET, "Target 25 points", day(1), end(8), 25)),
        false);
  }

  private static Point point(int month, double value, double half, long n, Mark mark) {
    return Point.of(day(month), end(month), new Value(value, value - half, value + half, n, mark));
  }

  private static LocalDate day(int month) {
    return LocalDate.of(2015, month, 1);
  }

  private static LocalDate end(int month) {
    return YearMonth.of(2015, month).atEndOfMonth();
  }
}
