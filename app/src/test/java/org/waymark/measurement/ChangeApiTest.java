package org.waymark.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waymark.Api;
import org.waymark.TestServer;
import tools.jackson.databind.JsonNode;

/** Why a metric moved between two periods. */
class ChangeApiTest {
  private static final String PERIODS =
      "from=2017-05-01&to=2017-05-31&beforeFrom=2017-04-01&beforeTo=2017-04-30";

  private final Api api = TestServer.newWorkspace().api();

  /** Answers of one channel in one month; the rest of them are passive. */
  private static void answers(
      List<String> lines, String month, String channel, int all, int promoters, int detractors) {
    for (int i = 0; i < all; i++) {
      int score = i < promoters ? 10 : i < promoters + detractors ? 2 : 8;
      lines.add(
          """
          {"source":"survey","id":"%s-%s-%d","kind":"survey","startedAt":"%s-%02dT12:00:00Z","scale":"nps-0-10","score":%d,"channel":"%s","region":"north"}"""
              .formatted(month, channel, i, month, 1 + i % 30, score, channel));
    }
  }

  /** Web 300 at 40 and phone 100 at 10, then web 150 at 42 and phone 250 at 12. */
  private void bothRise() {
    List<String> lines = new ArrayList<>();
    answers(lines, "2017-04", "web", 300, 180, 60);
    answers(lines, "2017-04", "phone", 100, 40, 30);
    answers(lines, "2017-05", "web", 150, 93, 30);
    answers(lines, "2017-05", "phone", 250, 100, 70);
    lines.add(
        """
        {"source":"survey","id":"last","kind":"survey","startedAt":"2017-06-01T12:00:00Z","scale":"nps-0-10","score":8,"channel":"web"}""");
    Arrivals.send(api, lines);
  }

  private JsonNode got(String path) {
    Api.Answer answer = api.get(path);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  private void refused(String path, String... fields) {
    Api.Answer answer = api.get(path);
    assertThat(answer.status()).as(answer.body()).isEqualTo(422);
    assertThat(answer.json().path("errors").valueStream().map(one -> one.path("field").asString()))
        .containsExactlyInAnyOrder(fields);
  }

  @Test
  void both_channels_rise_and_the_whole_falls() {
    bothRise();
    JsonNode moved = got("/metrics/nps/change?" + PERIODS);
    assertThat(moved.get("state").asString()).isEqualTo("split");
    assertThat(moved.get("by").asString()).as("what explains most").isEqualTo("channel");
    assertThat(moved.get("proposed").asBoolean()).isTrue();
    assertThat(moved.at("/before/value").asDouble()).isEqualTo(32.5);
    assertThat(moved.at("/after/value").asDouble()).isEqualTo(23.25);
    assertThat(moved.get("change").asDouble()).isEqualTo(-9.25);
    assertThat(moved.get("mix").asDouble()).isEqualTo(-11.25);
    assertThat(moved.get("volume").asDouble()).isZero();
    assertThat(moved.at("/real/value").asDouble()).isEqualTo(2);
    assertThat(moved.at("/real/low").asDouble()).isBetween(-15.0, 0.0);
    assertThat(moved.at("/real/high").asDouble()).isBetween(4.0, 19.0);
    assertThat(moved.at("/real/moreThanNoise").asBoolean()).isFalse();
    JsonNode phone = moved.get("items").get(0);
    assertThat(phone.get("value").asString()).isEqualTo("phone");
    assertThat(phone.get("nBefore").asInt()).isEqualTo(100);
    assertThat(phone.get("nAfter").asInt()).isEqualTo(250);
    assertThat(phone.get("valueAfter").asDouble()).isEqualTo(12);
    assertThat(phone.get("mix").asDouble()).isEqualTo(-8.4375);
    assertThat(phone.get("real").asDouble()).isEqualTo(0.5);
    double parts = 0;
    for (JsonNode item : moved.get("items")) {
      parts += item.get("part").asDouble();
    }
    assertThat(parts).isCloseTo(-9.25, within(1e-12));
    assertThat(got("/metrics/nps/change"))
        .as("the latest month against the one before")
        .isEqualTo(moved);
  }

  @Test
  void a_part_alone_and_another_division_are_said_as_asked() {
    bothRise();
    JsonNode whole = got("/metrics/nps/change?by=region&" + PERIODS);
    assertThat(whole.get("proposed").asBoolean()).isFalse();
    assertThat(whole.get("mix").asDouble()).isZero();
    assertThat(whole.at("/real/value").asDouble()).isEqualTo(-9.25);
    JsonNode web = got("/metrics/nps/change?channel=web&" + PERIODS);
    assertThat(web.get("change").asDouble()).isEqualTo(2);
    assertThat(web.get("moreThanNoise").asBoolean()).isFalse();
    assertThat(web.get("state").asString()).isEqualTo("undivided");
    assertThat(web.has("mix")).isFalse();
  }

  @Test
  void few_answers_stand_together() {
    List<String> lines = new ArrayList<>();
    answers(lines, "2017-04", "web", 40, 20, 10);
    answers(lines, "2017-04", "fax", 4, 4, 0);
    answers(lines, "2017-05", "web", 40, 22, 10);
    answers(lines, "2017-05", "pigeon", 3, 0, 3);
    Arrivals.send(api, lines);
    JsonNode moved = got("/metrics/nps/change?by=channel&" + PERIODS);
    assertThat(moved.get("items").size()).isEqualTo(2);
    assertThat(moved.toString()).doesNotContain("fax").doesNotContain("pigeon");
    JsonNode few =
        moved.get("items").get(0).get("together").asBoolean()
            ? moved.get("items").get(0)
            : moved.get("items").get(1);
    assertThat(few.get("nBefore").asInt()).isEqualTo(4);
    assertThat(few.has("valueBefore")).isFalse();
  }

  /** Twenty cases a month, one a day, in turn by web and by phone. */
  private static List<String> cases(int hours, boolean oneOpen) {
    List<String> lines = new ArrayList<>();
    for (String month : List.of("2017-04", "2017-05")) {
      for (int i = 0; i < 20; i++) {
        boolean open = oneOpen && i == 19;
        lines.add(
            """
            {"source":"desk","id":"%s-%d","kind":"case","startedAt":"%s-%02dT08:00:00Z"%s,"channel":"%s"}"""
                .formatted(
                    month,
                    i,
                    month,
                    1 + i,
                    open
                        ? ""
                        : ",\"finishedAt\":\"%s-%02dT%02d:00:00Z\""
                            .formatted(month, 1 + i, 8 + (i % 2 == 0 ? hours : 1)),
                    i % 2 == 0 ? "web" : "phone"));
      }
    }
    return lines;
  }

  @Test
  void a_quantile_and_times_that_are_still_open_are_not_split() {
    Arrivals.send(api, cases(2, true));
    JsonNode median = got("/metrics/resolution-time/change?statistic=p50&" + PERIODS);
    assertThat(median.get("state").asString()).isEqualTo("quantile");
    assertThat(median.get("change").asDouble()).isZero();
    for (String statistic : List.of("mean", "within:PT4H")) {
      JsonNode times =
          got("/metrics/resolution-time/change?by=channel&statistic=" + statistic + "&" + PERIODS);
      assertThat(times.get("state").asString()).as(statistic).isEqualTo("open");
      assertThat(times.has("mix")).isFalse();
      assertThat(times.has("items")).isFalse();
    }
    JsonNode none = got("/metrics/nps/change?" + PERIODS);
    assertThat(none.get("state").asString()).isEqualTo("no-number");
    assertThat(none.has("change")).isFalse();
  }

  @Test
  void times_that_have_all_ended_are_split_like_other_shares_and_means() {
    Arrivals.send(api, cases(5, false));
    JsonNode within =
        got("/metrics/resolution-time/change?statistic=within:PT4H&by=channel&" + PERIODS);
    assertThat(within.get("state").asString()).isEqualTo("split");
    assertThat(within.at("/before/value").asDouble()).isEqualTo(50);
    assertThat(within.at("/real/value").asDouble()).isZero();
    JsonNode mean = got("/metrics/resolution-time/change?statistic=mean&by=channel&" + PERIODS);
    assertThat(mean.get("state").asString()).isEqualTo("split");
    assertThat(mean.at("/items/0/valueBefore").asDouble()).isIn(3_600.0, 18_000.0);
  }

  @Test
  void a_count_is_volume_and_is_judged_by_the_day() {
    List<String> lines = new ArrayList<>();
    for (int day = 1; day <= 59; day++) {
      for (int i = 0; i < 100; i++) {
        lines.add(
            """
            {"source":"desk","id":"%d-%d","kind":"case","startedAt":"%sT08:00:00Z","channel":"%s"}"""
                .formatted(
                    day,
                    i,
                    java.time.LocalDate.of(2017, 1, 31).plusDays(day),
                    i < (day <= 28 ? 60 : 80) ? "web" : "phone"));
      }
    }
    Arrivals.send(api, lines);
    JsonNode moved = got("/metrics/case-volume/change?by=channel&from=2017-03-01&to=2017-03-31");
    assertThat(moved.at("/before/from").asString()).isEqualTo("2017-02-01");
    assertThat(moved.get("state").asString()).isEqualTo("split");
    assertThat(moved.get("change").asInt()).isEqualTo(300);
    assertThat(moved.get("volume").asInt()).isEqualTo(300);
    assertThat(moved.get("mix").asDouble()).isZero();
    assertThat(moved.get("moreThanNoise").asBoolean()).as("a hundred a day both times").isFalse();
    JsonNode web = moved.get("items").get(0);
    assertThat(web.get("value").asString()).isEqualTo("web");
    assertThat(web.get("volume").asDouble()).isEqualTo(180);
    assertThat(web.get("mix").asDouble()).isEqualTo(620);
    assertThat(web.get("part").asDouble()).isEqualTo(800);
    assertThat(web.has("valueBefore")).isFalse();
  }

  @Test
  void a_sum_is_split_into_volume_mix_and_real_change() {
    List<String> lines = new ArrayList<>();
    activities(lines, "2017-04", "small", 10, 20);
    activities(lines, "2017-04", "large", 10, 50);
    activities(lines, "2017-05", "small", 30, 22);
    activities(lines, "2017-05", "large", 20, 50);
    Arrivals.send(api, lines);
    JsonNode moved = got("/metrics/activity-count/change?by=topic&" + PERIODS);
    assertThat(moved.get("change").asDouble()).isEqualTo(960);
    assertThat(moved.get("volume").asDouble()).isEqualTo(1_050);
    assertThat(moved.get("mix").asDouble()).isEqualTo(-140);
    assertThat(moved.at("/real/value").asDouble()).isEqualTo(50);
    assertThat(moved.has("moreThanNoise")).as("nothing is known of how quantities vary").isFalse();
    assertThat(moved.at("/real").has("moreThanNoise")).isFalse();
  }

  private static void activities(
      List<String> lines, String month, String topic, int all, int quantity) {
    for (int i = 0; i < all; i++) {
      lines.add(
          """
          {"source":"desk","id":"%s-%s-%d","kind":"activity","startedAt":"%s-10T12:00:00Z","topic":"%s","quantity":%d}"""
              .formatted(month, topic, i, month, topic, quantity));
    }
  }

  @Test
  void customers_of_a_period_are_never_split_and_rates_by_what_they_are_of() {
    List<String> lines = new ArrayList<>();
    for (String month : List.of("2017-04", "2017-05")) {
      for (int i = 0; i < 40; i++) {
        lines.add(
            """
            {"source":"shop","id":"o%1$s-%2$d","kind":"order","startedAt":"%1$s-10T12:00:00Z","customer":"c%2$d","channel":"%3$s"}"""
                .formatted(month, i, i % (month.equals("2017-04") ? 2 : 4) == 0 ? "web" : "shop"));
      }
      for (int i = 0; i < 6; i++) {
        lines.add(
            """
            {"source":"desk","id":"c%1$s-%2$d","kind":"case","startedAt":"%1$s-10T12:00:00Z","complaint":true,"channel":"%3$s"}"""
                .formatted(month, i, i < (month.equals("2017-04") ? 4 : 2) ? "web" : "shop"));
      }
    }
    Arrivals.send(api, lines);
    JsonNode active = got("/metrics/active-customers/change?by=channel&" + PERIODS);
    assertThat(active.get("state").asString()).isEqualTo("not-additive");
    assertThat(active.get("change").asDouble()).isZero();
    assertThat(active.has("moreThanNoise")).as("they are the same customers").isFalse();
    assertThat(active.has("mix")).isFalse();
    JsonNode again = got("/metrics/repeat-purchase/change?" + PERIODS);
    assertThat(again.get("state").asString()).isIn("not-additive", "no-number");
    JsonNode rate = got("/metrics/complaint-rate/change?by=channel&" + PERIODS);
    assertThat(rate.get("state").asString()).isEqualTo("split");
    assertThat(rate.at("/before/value").asDouble()).isEqualTo(150);
    // web 4 of 20 and shop 2 of 20, then web 2 of 10 and shop 4 of 30
    assertThat(rate.at("/real/value").asDouble()).isCloseTo(100.0 / 6, within(1e-9));
    assertThat(rate.get("mix").asDouble()).isCloseTo(-100.0 / 6, within(1e-9));
  }

  @Test
  void what_makes_no_sense_is_refused_by_its_name() {
    assertThat(api.get("/metrics/no-such/change").status()).isEqualTo(404);
    refused("/metrics/nps/change?by=planet&" + PERIODS, "by");
    refused("/metrics/nps/change?from=soon", "from");
    refused("/metrics/nps/change?beforeFrom=soon", "beforeFrom");
    refused("/metrics/nps/change?per=month&weighted=true", "per", "weighted");
    refused(
        "/metrics/nps/change?from=2017-05-01&to=2017-05-31&beforeFrom=2017-04-15&beforeTo=2017-05-10",
        "beforeTo");
  }
}
