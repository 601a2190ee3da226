package org.waymark.demo;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.people.Role;
import org.waymark.schedules.Schedules;
import org.waymark.schedules.Week;

/** Quillhaven, who make blinds and shutters to measure: the fictional company and its people. */
final class Company {
  static final String NAME = "Quillhaven Blinds & Shutters";
  static final String MISSION =
      "We make blinds and shutters to measure that fit the first time, so that people feel at home behind their own windows.";
  static final String VISION =
      "People tell their neighbours about us because we came on the day we said.";

  private Company() {}

  /**
   * A unit of the company.
   *
   * @param parent code of the unit above; null at the top
   */
  record Part(String code, String name, String kind, @Nullable String parent) {}

  /** All units, those above before those below. */
  static final List<Part> PARTS =
      List.of(
          new Part("quillhaven", NAME, "company", null),
          new Part("sales", "Sales", "department", "quillhaven"),
          new Part("web-shop", "Web shop", "team", "sales"),
          new Part("showrooms", "Showrooms", "team", "sales"),
          new Part("workshop", "Workshop", "department", "quillhaven"),
          new Part("cutting", "Cutting and sewing", "team", "workshop"),
          new Part("dispatch", "Dispatch", "team", "workshop"),
          new Part("customer-care", "Customer care", "department", "quillhaven"),
          new Part("phone-chat", "Phone and chat", "team", "customer-care"),
          new Part("email-claims", "E-mail and claims", "team", "customer-care"),
          new Part("fitting", "Fitting", "department", "quillhaven"),
          new Part("fitters-north", "Fitters north", "team", "fitting"),
          new Part("fitters-south", "Fitters south", "team", "fitting"));

  /** Someone who works there. The first name is what the story calls them by. */
  record Person(String name, Role role, String unit) {
    String key() {
      return name.substring(0, name.indexOf(' ')).toLowerCase(java.util.Locale.ROOT);
    }

    String email() {
      return key() + "@quillhaven.example";
    }
  }

  /** Ingrid looks after what customers experience; in a server of its own she is the owner. */
  static final Person CX_LEAD = new Person("Ingrid Solheim", Role.LEAD, "quillhaven");

  static final Person TEAM_LEAD = new Person("Yusuf Demir", Role.LEAD, "phone-chat");
  static final Person TEAM_MEMBER = new Person("Sam Abara", Role.MEMBER, "phone-chat");

  static final List<Person> PEOPLE =
      List.of(
          CX_LEAD,
          new Person("Tomas Reyes", Role.LEAD, "quillhaven"),
          new Person("Priya Nair", Role.LEAD, "sales"),
          new Person("Grace Whitfield", Role.LEAD, "web-shop"),
          new Person("Ruth Castellano", Role.MEMBER, "showrooms"),
          new Person("Daniel Okafor", Role.LEAD, "workshop"),
          new Person("Lena Hoffmann", Role.LEAD, "cutting"),
          new Person("Pavel Novak", Role.MEMBER, "cutting"),
          new Person("Nia Roberts", Role.MEMBER, "dispatch"),
          new Person("Marta Lindqvist", Role.LEAD, "customer-care"),
          TEAM_LEAD,
          TEAM_MEMBER,
          new Person("Aiko Mori", Role.MEMBER, "email-claims"),
          new Person("Hanna Kowalska", Role.LEAD, "fitting"),
          new Person("Oskar Lund", Role.MEMBER, "fitters-north"),
          new Person("Leila Haddad", Role.MEMBER, "fitters-south"),
          new Person("Ben Achterberg", Role.VIEWER, "quillhaven"));

  /** Metrics of the company's own, beside those that every workspace has. */
  static final List<String> METRICS =
      List.of(
          """
          {"key": "lead-time", "label": "Order to delivery", "kind": "order", "anchor": "startedAt",
           "measure": {"duration": ["startedAt", "finishedAt"]}, "statistics": ["p50", "p90", "mean"],
           "dimensions": ["unit", "channel", "product", "region"], "direction": "down"}
          """,
          """
          {"key": "delivery-satisfaction", "label": "Satisfied with the delivery", "kind": "survey",
           "where": {"all": [{"field": "scale", "is": "csat-1-5"}, {"field": "question", "is": "delivery"}]},
           "anchor": "startedAt", "measure": {"mean": "score"}, "statistics": ["top-box", "mean"],
           "dimensions": ["unit", "channel", "product", "region", "attribute.arrival", "attribute.promise"],
           "direction": "up"}
          """,
          """
          {"key": "contact-effort", "label": "Easy to get help", "kind": "survey",
           "where": {"field": "scale", "is": "ces-1-7"}, "anchor": "startedAt", "measure": {"mean": "score"},
           "statistics": ["top-box", "mean"], "dimensions": ["unit", "channel"], "direction": "up"}
          """,
          """
          {"key": "claim-settlement", "label": "Claim settlement time", "kind": "claim", "anchor": "startedAt",
           "measure": {"duration": ["startedAt", "finishedAt"]}, "statistics": ["p90", "p50"],
           "dimensions": ["unit", "product", "topic"], "direction": "down"}
          """,
          """
          {"key": "promise-checks", "label": "Promises checked with the workshop", "kind": "activity",
           "where": {"field": "topic", "is": "promise-check"}, "anchor": "startedAt", "measure": {"sum": "quantity"},
           "statistics": ["sum"], "dimensions": ["unit"], "direction": "up"}
          """,
          """
          {"key": "calls-ahead", "label": "Calls before the fitter comes", "kind": "activity",
           "where": {"field": "topic", "is": "call-ahead"}, "anchor": "startedAt", "measure": {"sum": "quantity"},
           "statistics": ["sum"], "dimensions": ["unit"], "direction": "up"}
          """,
          """
          {"key": "article-engagement", "label": "Help articles that are read", "kind": "activity",
           "where": {"field": "topic", "is": "help-article"}, "anchor": "startedAt",
           "measure": {"share": {"of": {"field": "status", "is": "engaged"}}},
           "statistics": ["share"], "dimensions": ["product", "attribute.article"], "direction": "up"}
          """);

  /** When customer care works: every day, and never at night. */
  static Schedules.NewSchedule hours(ZoneId zone, LocalDate from) {
    List<Week.Stretch> day = List.of(new Week.Stretch("07:00", "21:00"));
    return new Schedules.NewSchedule(
        "customer-care",
        from,
        zone.getId(),
        new Week(day, day, day, day, day, day, day),
        null,
        null);
  }

  static Person person(String key) {
    return PEOPLE.stream().filter(person -> person.key().equals(key)).findFirst().orElseThrow();
  }
}
