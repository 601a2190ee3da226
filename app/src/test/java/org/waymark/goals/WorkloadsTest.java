package org.waymark.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.waymark.Api;
import org.waymark.TestServer;
import org.waymark.TestServer.TestMember;
import org.waymark.TestServer.TestWorkspace;
import org.waymark.access.Caller;
import org.waymark.measurement.Period;
import org.waymark.people.Role;
import org.waymark.platform.Forbidden;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.Tenancy;

/**
 * Hours a week that goals take, against the hours there are; what nobody said is not taken for
 * none.
 */
class WorkloadsTest {
  private static final Period SPRING =
      new Period(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 6, 30));

  private final TestWorkspace workspace = TestServer.newWorkspace();
  private final Workloads workloads = TestServer.bean(Workloads.class);
  private final Caller owner = workspace.owner();

  private <T> T in(Supplier<T> work) {
    return TestServer.bean(Tenancy.class).as(workspace.id(), work::get);
  }

  private void say(Caller by, String email, String hours) {
    in(
        () -> {
          workloads.say(by, email, new BigDecimal(hours));
          return true;
        });
  }

  private void cycle(String code, String from, String to) {
    workspace
        .api()
        .post(
            "/cycles",
            "{\"name\":\"%s\",\"code\":\"%s\",\"from\":\"%s\",\"to\":\"%s\"}"
                .formatted(code, code, from, to));
  }

  private String goal(String cycle, String rest) {
    String id =
        workspace
            .api()
            .post("/goals", "{\"statement\":\"It\",\"cycle\":\"%s\"%s}".formatted(cycle, rest))
            .json()
            .get("id")
            .asString();
    workspace.api().post("/goals/" + id + "/proposal", "{}");
    return id;
  }

  private Workload mine() {
    return in(() -> workloads.ofPerson(owner.email(), SPRING, null)).orElseThrow();
  }

  @Test
  void only_goals_of_these_days_count_and_those_that_say_nothing_are_named() {
    cycle("spring", "2026-04-01", "2026-06-30");
    cycle("autumn", "2026-10-01", "2026-12-31");
    String six = goal("spring", ",\"hoursPerWeek\":6");
    goal("spring", "");
    goal("autumn", ",\"hoursPerWeek\":30");
    assertThat(mine().hours()).isEqualByComparingTo("6");
    assertThat(mine().goals()).isEqualTo(2);
    assertThat(mine().silent()).isEqualTo(1);
    assertThat(mine().available()).isNull();
    assertThat(mine().with(BigDecimal.TEN)).isEqualTo(Workload.Fullness.UNKNOWN);
    workspace.api().post("/goals/" + six + "/withdrawal", "{}");
    assertThat(mine().hours()).isEqualByComparingTo("0");
  }

  @Test
  void four_fifths_are_tight_and_more_than_there_is_is_too_much() {
    cycle("spring", "2026-04-01", "2026-06-30");
    goal("spring", ",\"hoursPerWeek\":6");
    say(owner, owner.email(), "8");
    say(owner, owner.email(), "10");
    assertThat(mine().available()).isEqualByComparingTo("10");
    assertThat(mine().with(new BigDecimal("2"))).isEqualTo(Workload.Fullness.FITS);
    assertThat(mine().with(new BigDecimal("2.1"))).isEqualTo(Workload.Fullness.TIGHT);
    assertThat(mine().with(new BigDecimal("4"))).isEqualTo(Workload.Fullness.TIGHT);
    assertThat(mine().with(new BigDecimal("4.5"))).isEqualTo(Workload.Fullness.OVER);
    assertThat(mine().percent(new BigDecimal("4.5"))).isEqualByComparingTo("105");
  }

  @Test
  void the_hours_of_a_unit_are_known_when_those_of_all_its_members_are() {
    cycle("spring", "2026-04-01", "2026-06-30");
    workspace.api().post("/units", "{\"code\":\"roads\",\"name\":\"Roads\",\"kind\":\"team\"}");
    for (String name : new String[] {"kim", "lou"}) {
      workspace
          .api()
          .post(
              "/members",
              "{\"email\":\"%s@%s.example\",\"role\":\"member\",\"units\":[\"roads\"]}"
                  .formatted(name, workspace.id()));
    }
    goal("spring", ",\"hoursPerWeek\":9,\"unit\":\"roads\"");
    say(owner, "kim@" + workspace.id() + ".example", "5");
    Workload half = in(() -> workloads.ofUnit("roads", SPRING, null)).orElseThrow();
    assertThat(half.available()).isNull();
    assertThat(half.unsaid()).isEqualTo(1);
    say(owner, "lou@" + workspace.id() + ".example", "5");
    Workload whole = in(() -> workloads.ofUnit("roads", SPRING, null)).orElseThrow();
    assertThat(whole.available()).isEqualByComparingTo("10");
    assertThat(whole.percent(BigDecimal.ZERO)).isEqualByComparingTo("90");
  }

  @Test
  void a_member_says_their_own_hours_and_nobody_elses() {
    TestMember member = workspace.newMember(Role.MEMBER);
    say(member.caller(), member.caller().email(), "12");
    assertThatThrownBy(() -> say(member.caller(), owner.email(), "1"))
        .isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> say(owner, owner.email(), "169")).isInstanceOf(InvalidInput.class);
  }

  @Test
  void the_hours_of_a_member_are_read_and_said_in_the_api_by_themselves_and_by_leads() {
    TestMember member = workspace.newMember(Role.MEMBER);
    TestMember viewer = workspace.newMember(Role.VIEWER);
    String mine = "/members/" + member.caller().email() + "/hours";
    assertThat(viewer.api().get(mine).json().get("available").isNull()).isTrue();
    Api.Answer said = member.api().put(mine, "{\"available\":12.5}");
    assertThat(said.status()).isEqualTo(200);
    assertThat(said.json().get("available").decimalValue()).isEqualByComparingTo("12.5");
    assertThat(
            workspace
                .api()
                .put("/members/" + member.caller().member() + "/hours", "{\"available\":8}")
                .json()
                .get("by")
                .asString())
        .isEqualTo(owner.email());
    assertThat(member.api().get(mine).json().get("available").decimalValue())
        .isEqualByComparingTo("8");
    assertThat(member.api().put(mine, "{}").status()).isEqualTo(422);
    assertThat(
            member.api().put("/members/" + owner.email() + "/hours", "{\"available\":1}").status())
        .isEqualTo(403);
    assertThat(viewer.api().put("/members/nobody/hours", "{\"available\":1}").status())
        .isEqualTo(404);
  }
}
