package org.waymark.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.waymark.Api;
import org.waymark.TestServer;
import org.waymark.intake.Facts;
import org.waymark.measure.Plan;
import org.waymark.measure.fact.Fact;
import org.waymark.measure.metric.ShippedMetrics;
import org.waymark.platform.Tenancy;
import tools.jackson.databind.JsonNode;

/** A year of a city's service requests, against the file itself and the city's own verdict. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BostonSampleTest {
  private static final ZoneId BOSTON = ZoneId.of("America/New_York");
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("MM/dd/yyyy hh:mm:ss a", Locale.US);
  private static final LocalDateTime SNAPSHOT = LocalDateTime.of(2016, 1, 12, 22, 30);

  private static final String MAPPING =
      """
      {"source":"boston311","kind":"case","snapshotAt":"2016-01-12T22:30:00-05:00","zone":"America/New_York",
       "tolerance":"PT1M","formats":{"instant":"MM/dd/yyyy hh:mm:ss a"},"missing":[""],
       "fields":{"id":{"column":"CASE_ENQUIRY_ID"},"startedAt":{"column":"OPEN_DT"},
                 "finishedAt":{"column":"CLOSED_DT"},"dueAt":{"column":"TARGET_DT"},
                 "channel":{"column":"Source"},"unit":{"column":"Department","unknown":"create"},
                 "topic":{"column":"REASON"}}}
      """;

  /** A line of the file, read by the test itself. */
  private record Line(
      String id,
      LocalDateTime opened,
      LocalDateTime target,
      LocalDateTime closed,
      String verdict,
      String department,
      String channel) {}

  private final TestServer.TestWorkspace workspace = TestServer.newWorkspace(BOSTON);
  private final Api api = workspace.api();
  private final List<Line> lines = new ArrayList<>();

  @BeforeAll
  void bring_in_the_year() throws IOException {
    try (var text =
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(Arrivals.sample("boston311-2015.csv.gz"))),
                StandardCharsets.UTF_8);
        CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text)) {
      for (NamedCsvRecord row : csv) {
        lines.add(
            new Line(
                row.getField("CASE_ENQUIRY_ID"),
                moment(row.getField("OPEN_DT")),
                moment(row.getField("TARGET_DT")),
                moment(row.getField("CLOSED_DT")),
                row.getField("OnTime_Status"),
                row.getField("Department"),
                row.getField("Source")));
      }
    }
    JsonNode state = Arrivals.upload(api, "boston311-2015.csv.gz", MAPPING);
    assertThat(state.get("accepted").asInt()).as(state.toString()).isEqualTo(121_145);
    assertThat(state.get("refused").asInt()).isZero();
  }

  private static LocalDateTime moment(String text) {
    return text.isEmpty() ? null : LocalDateTime.parse(text, CLOCK);
  }

  @Test
  void volume_by_month_department_and_channel_is_that_of_the_file() {
    Map<String, Long> months = count(line -> YearMonth.from(line.opened()).toString());
    for (JsonNode item : items("/metrics/case-volume/readings?per=month")) {
      String month = item.get("from").asString().substring(0, 7);
      assertThat(item.get("value").longValue()).as(month).isEqualTo(months.get(month));
    }
    assertThat(byValue("/metrics/case-volume/readings?by=channel")).isEqualTo(count(Line::channel));

    Map<String, String> codes = new HashMap<>();
    for (JsonNode unit : api.get("/units?limit=500").json().get("items")) {
      codes.put(unit.get("code").asString(), unit.get("name").asString());
    }
    Map<String, Long> departments = new TreeMap<>();
    byValue("/metrics/case-volume/readings?by=unit")
        .forEach((code, count) -> departments.put(codes.getOrDefault(code, code), count));
    assertThat(departments).isEqualTo(count(Line::department));
  }

  @Test
  void open_cases_keep_fresh_months_from_looking_fast() {
    Map<String, Double> closedOnly = new HashMap<>();
    for (String[] row : expected()) {
      if (row[2].equals("p90_hours_open_to_close_q7")) {
        closedOnly.put(row[1], Double.parseDouble(row[3]) * 3600);
      }
    }
    for (JsonNode item : items("/metrics/resolution-time/readings?per=month&statistic=p90")) {
      String month = item.get("from").asString().substring(0, 7);
      assertThat(item.get("state").asString()).as(month).isIn("measured", "atLeast");
      assertThat(item.get("value").doubleValue())
          .as(month)
          .isGreaterThan(closedOnly.getOrDefault(month, Double.NaN));
    }
  }

  @Test
  void a_percentile_and_the_share_within_it_never_disagree() {
    for (JsonNode item : items("/metrics/resolution-time/readings?per=month&statistic=p50")) {
      String from = item.get("from").asString();
      String to = item.get("to").asString();
      long seconds = (long) item.get("value").doubleValue();
      assertThat(item.get("value").doubleValue()).isEqualTo(seconds);
      assertThat(within(from, to, seconds)).isGreaterThanOrEqualTo(50.0);
      assertThat(within(from, to, seconds - 1)).isLessThan(50.0);
    }
  }

  private double within(String from, String to, long seconds) {
    return items(
            "/metrics/resolution-time/readings?statistic=within:PT"
                + seconds
                + "S&from="
                + from
                + "&to="
                + to)
        .get(0)
        .get("value")
        .doubleValue();
  }

  @Test
  void on_time_by_month_is_that_of_the_file() {
    Map<String, long[]> months = new TreeMap<>();
    for (Line line : lines) {
      if (line.target() != null && !line.target().isAfter(SNAPSHOT)) {
        long[] both =
            months.computeIfAbsent(YearMonth.from(line.target()).toString(), first -> new long[2]);
        both[0] += met(line) ? 1 : 0;
        both[1]++;
      }
    }
    for (JsonNode item : items("/metrics/on-time-share/readings?per=month")) {
      String month = item.get("from").asString().substring(0, 7);
      long[] both = months.get(month);
      assertThat(item.get("numerator").longValue()).as(month).isEqualTo(both[0]);
      assertThat(item.get("denominator").longValue()).as(month).isEqualTo(both[1]);
    }
  }

  /**
   * Every line with a promise is either judged as the city judged it, or belongs to a class we can
   * name.
   */
  @Test
  void line_by_line_our_verdict_is_the_citys_or_the_difference_has_a_reason() throws IOException {
    Map<String, Fact> behind = new HashMap<>();
    for (Fact fact : itemsBehindOnTime()) {
      behind.put(fact.itemId(), fact);
    }
    Map<String, Integer> classes = new TreeMap<>();
    for (Line line : lines) {
      classes.merge(name(line, behind.get(line.id())), 1, Integer::sum);
    }

    String page = Files.readString(page());
    classes.forEach(
        (name, count) ->
            assertThat(page)
                .as(name)
                .contains("| " + name + " | " + String.format(Locale.ROOT, "%,d", count) + " |"));
    assertThat(classes.keySet()).noneMatch(name -> name.startsWith("unexplained"));
    assertThat(classes.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(121_145);
  }

  /** Which class a line belongs to, told by what the product counted and what the city wrote. */
  private static String name(Line line, Fact counted) {
    if (line.target() == null) {
      return counted == null
          ? "no promised moment: the city says ONTIME, we do not count it"
          : "unexplained: counted without a promise";
    }
    if (line.target().isAfter(SNAPSHOT)) {
      String city = line.verdict().equals("OVERDUE") ? "OVERDUE" : "ONTIME";
      return counted == null
          ? "due after the snapshot: the city says "
              + city
              + (line.closed() == null ? ", still open" : ", closed before")
              + ", we do not judge yet"
          : "unexplained: counted before it was due";
    }
    if (counted == null) {
      return "unexplained: due and not counted";
    }
    String ours =
        counted.finished() != null && counted.finished().us() <= dueOf(counted)
            ? "ONTIME"
            : "OVERDUE";
    if (line.verdict().isEmpty()) {
      return "no verdict of the city: we say " + ours;
    }
    return line.verdict().equals(ours)
        ? "the same verdict, " + ours
        : "unexplained: the city says " + line.verdict() + ", we say " + ours;
  }

  private static long dueOf(Fact fact) {
    if (fact.due() == null) {
      throw new AssertionError("counted without a promise: " + fact.itemId());
    }
    return fact.due().us();
  }

  private List<Fact> itemsBehindOnTime() {
    Facts facts = TestServer.bean(Facts.class);
    LocalDate from = LocalDate.of(2015, 1, 1);
    LocalDate to = LocalDate.of(2019, 12, 31);
    return TestServer.bean(Tenancy.class)
        .in(
            workspace.id(),
            () ->
                TestServer.bean(EngineRoom.class)
                    .items(
                        new Plan(
                            ShippedMetrics.ON_TIME_SHARE,
                            from,
                            to,
                            null,
                            List.of(),
                            Instant.now(),
                            facts.knownUntil(),
                            facts.withdrawnImports()),
                        facts.files(ShippedMetrics.ON_TIME_SHARE.instants(), from, to),
                        Long.MIN_VALUE,
                        200_000));
  }

  private static boolean met(Line line) {
    return line.closed() != null && !line.closed().isAfter(line.target());
  }

  private Map<String, Long> count(Function<Line, String> key) {
    Map<String, Long> counts = new TreeMap<>();
    lines.forEach(line -> counts.merge(key.apply(line), 1L, Long::sum));
    return counts;
  }

  private Map<String, Long> byValue(String path) {
    Map<String, Long> counts = new TreeMap<>();
    for (JsonNode item : items(path)) {
      counts.put(item.get("by").asString(), item.get("value").longValue());
    }
    return counts;
  }

  private JsonNode items(String path) {
    String whole = path + (path.contains("from=") ? "" : "&from=2015-01-01&to=2015-12-31");
    Api.Answer answer = api.get(whole);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json().get("items");
  }

  private static List<String[]> expected() {
    try (var stream =
        BostonSampleTest.class.getResourceAsStream("/measurement/expected-open.csv")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split(","))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path page() {
    Path here = Path.of("docs", "boston-on-time.md");
    return Files.exists(here) ? here : Path.of("..", "docs", "boston-on-time.md");
  }
}
