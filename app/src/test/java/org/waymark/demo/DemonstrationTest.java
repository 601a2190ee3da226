package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.waymark.Api;
import org.waymark.TestServer;
import org.waymark.access.Caller;
import org.waymark.access.SignIn;
import org.waymark.access.Via;
import org.waymark.goals.Focus;
import org.waymark.goals.FocusCrossing;
import org.waymark.guide.Guide;
import org.waymark.guide.GuideStep;
import org.waymark.guide.Guides;
import org.waymark.people.Role;
import org.waymark.platform.Tenancy;
import tools.jackson.databind.JsonNode;

/** Quillhaven as the API tells of it: what its figures say, and how its goals stand. */
class DemonstrationTest {
  private static Api api;
  private static StoryDays days;

  @BeforeAll
  static void the_company_is_loaded() {
    LoadedCompany company = LoadedCompany.running();
    api = company.workspace().api();
    days = company.days();
    System.out.printf("The demonstration was loaded in %.1f s.%n", company.seconds());
  }

  private static JsonNode get(String path) {
    Api.Answer answer = api.get(path);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  private static double reading(String metric, LocalDate from, LocalDate to, String more) {
    JsonNode item =
        get("/metrics/%s/readings?per=all&from=%s&to=%s%s".formatted(metric, from, to, more))
            .get("items")
            .get(0);
    assertThat(item.get("state").asString()).as(item.toString()).isEqualTo("measured");
    return item.get("value").asDouble();
  }

  private static double onTime(LocalDate month) {
    return reading("on-time-share", month, month.plusMonths(1).minusDays(1), "&kind=order");
  }

  @Test
  void its_customers_are_followed_across_days() {
    LocalDate from = days.quarter(2);
    LocalDate to = days.quarterEnd(2);
    double churn = reading("churn", from, to, "");
    assertThat(churn).isBetween(3.0, 40.0);
    assertThat(reading("retention", from, to, "")).isCloseTo(100 - churn, within(1e-9));
    assertThat(reading("active-customers", from, to, "")).isBetween(1_000.0, 60_000.0);
    assertThat(reading("repeat-purchase", from, to, "")).isBetween(0.5, 90.0);
    assertThat(reading("first-contact-resolution", from, to, "")).isBetween(40.0, 95.0);
    assertThat(reading("complaint-rate", from, to, "")).isBetween(5.0, 200.0);
    assertThat(reading("complaint-rate-of-customers", from, to, "")).isBetween(5.0, 200.0);
  }

  @Test
  void customer_care_is_told_by_its_hours_and_by_the_customers() {
    LocalDate from = days.quarter(2);
    LocalDate to = days.quarterEnd(2);
    String care = "&unit=customer-care&statistic=p90";
    for (String metric : List.of("first-response", "resolution")) {
      double business = reading(metric + "-business-time", from, to, care);
      double calendar = reading(metric + "-time", from, to, care);
      assertThat(business).as(metric).isPositive().isLessThan(calendar);
      assertThat(business).as(metric).isGreaterThan(calendar * 14 / 24 / 4);
    }
  }

  @Test
  void two_hundred_thousand_interactions_came_in_through_the_data_desk() {
    long held = 0;
    List<String> mapped = new ArrayList<>();
    for (JsonNode source : get("/sources").get("items")) {
      held += source.get("held").asLong();
      assertThat(source.get("lastArrival").isNull()).as(source.toString()).isFalse();
      if (source.get("mapped").asBoolean()) {
        mapped.add(source.get("code").asString());
      }
    }
    assertThat(held).isBetween(188_000L, 215_000L);
    assertThat(mapped)
        .contains(
            "shop-orders", "helpdesk", "delivery-survey", "fitting-partner", "showroom-sheet");
    long corrected = 0;
    long repeated = 0;
    for (JsonNode arrival : get("/imports").get("items")) {
      assertThat(arrival.get("state").asString()).isEqualTo("done");
      corrected += arrival.get("corrected").asLong();
      repeated += arrival.get("repeated").asLong();
      if (arrival.get("source").asString("").equals("showroom-sheet")) {
        assertThat(arrival.get("refused").asLong()).isEqualTo(9);
        String id = arrival.get("id").asString();
        assertThat(get("/imports/" + id + "/refusals").get("items").size()).isEqualTo(9);
      } else {
        assertThat(arrival.get("refused").asLong()).as(arrival.toString()).isZero();
      }
    }
    assertThat(corrected).isGreaterThan(1_000);
    assertThat(repeated).isPositive();
  }

  @Test
  void the_bad_month_can_be_seen_in_promises_answers_and_cases() {
    LocalDate bad = days.badMonth();
    LocalDate usual = bad.minusMonths(2);
    assertThat(onTime(bad)).isLessThan(60);
    assertThat(onTime(usual)).isGreaterThan(85);
    assertThat(onTime(bad.plusMonths(2))).isGreaterThan(90);
    LocalDate badEnd = bad.plusMonths(1).minusDays(1);
    LocalDate usualEnd = usual.plusMonths(1).minusDays(1);
    assertThat(reading("nps", bad, badEnd, ""))
        .isLessThan(reading("nps", usual, usualEnd, "") - 15);
    assertThat(reading("case-volume", bad, badEnd, "&topic=where-is-my-order"))
        .isGreaterThan(2.5 * reading("case-volume", usual, usualEnd, "&topic=where-is-my-order"));
  }

  @Test
  void customers_care_that_a_promise_is_kept_and_not_how_short_it_is() {
    LocalDate from = days.first();
    LocalDate to = days.yesterday();
    String metric = "delivery-satisfaction";
    double kept = reading(metric, from, to, "&attribute.arrival=on-time");
    double broken = reading(metric, from, to, "&attribute.arrival=late");
    assertThat(kept).isGreaterThan(broken + 25);
    double shortPromise =
        reading(metric, from, to, "&attribute.arrival=on-time&attribute.promise=short");
    double longPromise =
        reading(metric, from, to, "&attribute.arrival=on-time&attribute.promise=long");
    assertThat(shortPromise).isCloseTo(longPromise, within(3.0));
  }

  @Test
  void the_carriers_late_corrections_count_in_the_days_they_belong_to() {
    StoryDays story = days;
    List<Order> orders = OrderBook.write(story, Feeds.SEED);
    long first = story.badMonth().toEpochDay();
    long last = story.badMonth().plusMonths(1).minusDays(1).toEpochDay();
    var due =
        orders.stream()
            .filter(
                o ->
                    Clockwork.day(o.due()).toEpochDay() >= first
                        && Clockwork.day(o.due()).toEpochDay() <= last)
            .toList();
    double told = 100.0 * due.stream().filter(o -> !o.late()).count() / due.size();
    assertThat(onTime(story.badMonth())).isCloseTo(told, within(1.5));
    double booked =
        100.0
            * due.stream()
                .filter(o -> (o.booked() == null ? o.delivered() : o.booked()) <= o.due())
                .count()
            / due.size();
    assertThat(booked).isGreaterThan(told + 4);
  }

  @Test
  void goals_stand_in_every_state_there_is_and_say_why_they_cannot_be_scored() {
    TreeSet<String> states = new TreeSet<>();
    TreeSet<String> scored = new TreeSet<>();
    TreeSet<String> types = new TreeSet<>();
    TreeSet<String> risks = new TreeSet<>();
    TreeSet<String> outcomes = new TreeSet<>();
    int goals = 0;
    for (JsonNode line : get("/goals?limit=100").get("items")) {
      goals++;
      states.add(line.get("state").asString());
      JsonNode goal = get("/goals/" + line.get("id").asString());
      goal.get("keyResults")
          .forEach(
              k -> {
                scored.add(k.get("progress").get("state").asString());
                types.add(k.get("type").asString());
              });
      goal.get("risks").forEach(risk -> risks.add(risk.get("reason").asString()));
      if (goal.hasNonNull("closure")) {
        outcomes.add(goal.get("closure").get("outcome").asString());
        assertThat(goal.get("closure").get("learning").asString()).isNotBlank();
      }
    }
    assertThat(goals).isBetween(25, 32);
    assertThat(states)
        .containsExactly("agreed", "closed", "draft", "proposed", "running", "withdrawn");
    assertThat(scored)
        .containsExactlyInAnyOrder("measured", "atLeast", "tooFew", "noData", "noBaseline");
    assertThat(types)
        .containsExactlyInAnyOrder(
            "increase",
            "decrease",
            "keep-above",
            "keep-below",
            "keep-within",
            "threshold",
            "milestone",
            "binary",
            "cumulative");
    assertThat(risks).containsExactlyInAnyOrder("past-due", "low-confidence", "behind-baseline");
    assertThat(outcomes).containsExactlyInAnyOrder("met", "missed");
  }

  @Test
  void what_was_told_of_last_quarter_happened_last_quarter() {
    JsonNode missed = get("/goals?q=campaign&state=closed").get("items").get(0);
    String id = missed.get("id").asString();
    JsonNode goal = get("/goals/" + id);
    assertThat(goal.get("closure").get("at").asString().substring(0, 10))
        .isEqualTo(days.quarterEnd(2).plusDays(4).toString());
    assertThat(get("/goals/" + id + "/history").get("items").get(0).get("at").asString())
        .startsWith(days.quarter(2).plusDays(6).toString());
    for (JsonNode entry : get("/audit?action=goal.closure").get("items")) {
      assertThat(entry.get("at").asString().substring(0, 10))
          .as("the audit tells when it was really done")
          .isGreaterThanOrEqualTo(days.yesterday().toString());
    }
  }

  @Test
  void the_organisation_is_there_with_its_people_and_what_it_is_for() {
    assertThat(get("/workspace").get("mission").asString()).isEqualTo(Company.MISSION);
    assertThat(get("/workspace").get("vision").asString()).isEqualTo(Company.VISION);
    assertThat(get("/units").get("items").size()).isEqualTo(Company.PARTS.size());
    assertThat(get("/cycles").get("items").size()).isEqualTo(5);
    int people = 0;
    for (JsonNode member : get("/members").get("items")) {
      people++;
      assertThat(member.get("units").size()).as(member.toString()).isEqualTo(1);
      assertThat(member.get("state").asString()).isEqualTo("active");
    }
    assertThat(people).isEqualTo(Company.PEOPLE.size());
  }

  @Test
  void a_limit_is_crossed_with_its_reason_and_something_is_on_its_way() {
    String goal = get("/goals?q=name%20first").get("items").get(0).get("id").asString();
    LoadedCompany company = LoadedCompany.running();
    Tenancy tenancy = TestServer.bean(Tenancy.class);
    var owner = company.workspace().owner();
    assertThat(
            tenancy.as(
                owner.workspace(),
                () -> TestServer.bean(Focus.class).crossings(owner, UUID.fromString(goal))))
        .extracting(FocusCrossing::crossed)
        .containsExactly("key-results");
    assertThat(get("/library/promise-kept").get("shipped").asBoolean()).isFalse();
    String yusuf = get("/members/yusuf@quillhaven.example").get("id").asString();
    Caller begins =
        new Caller(
            owner.workspace(),
            UUID.fromString(yusuf),
            "yusuf@quillhaven.example",
            Role.LEAD,
            Via.SERVER);
    assertThat(tenancy.as(owner.workspace(), () -> TestServer.bean(Guides.class).open(begins)))
        .as("half finished")
        .extracting(Guide::unanswered)
        .containsExactly(GuideStep.EFFORT);
  }

  @Test
  void whoever_was_given_no_password_cannot_sign_in() {
    SignIn door = TestServer.bean(SignIn.class);
    assertThat(door.signIn("sam@quillhaven.example", TestServer.PASSWORD, "192.0.2.1"))
        .isInstanceOf(SignIn.Welcome.class);
    assertThat(door.signIn("priya@quillhaven.example", TestServer.PASSWORD, "192.0.2.1"))
        .isInstanceOf(SignIn.Refused.class);
    assertThat(door.signIn("priya@quillhaven.example", "", "192.0.2.1"))
        .isInstanceOf(SignIn.Refused.class);
  }
}
