package org.waymark.coach;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was made of a statement: read once, asked by every rule. */
final class Understood {
  private final Statement statement;
  private final LanguagePack pack;
  private final Tokens tokens;
  private final List<DateMention> dates;
  private final @Nullable Lead lead;
  private final List<Quantity> quantities;
  private final List<Role> roles;
  private final List<MetricNames.Named> metrics;
  private final Aim aim;

  Understood(Statement statement) {
    this.statement = statement;
    this.pack = LanguagePack.of(statement.language());
    this.tokens = Tokens.of(statement.text());
    Calendar calendar = new Calendar(statement.period(), statement.fiscalYearStart());
    this.dates = Dates.of(tokens, pack, calendar);
    boolean[] dated = new boolean[tokens.size()];
    for (DateMention date : dates) {
      java.util.Arrays.fill(dated, date.first(), date.last() + 1, true);
    }
    this.lead = Lead.of(tokens, pack, dates);
    this.quantities = Quantities.of(tokens, pack, dated);
    this.roles = Roles.of(tokens, pack, quantities, lead);
    this.metrics = MetricNames.of(tokens, pack, statement.own());
    this.aim = Aim.of(tokens, pack, quantities, roles, lead);
  }

  Statement statement() {
    return statement;
  }

  LanguagePack pack() {
    return pack;
  }

  Tokens tokens() {
    return tokens;
  }

  @Nullable Lead lead() {
    return lead;
  }

  boolean leads(VerbClass... verbs) {
    return lead != null && List.of(verbs).contains(lead.verb());
  }

  Aim aim() {
    return aim;
  }

  List<Quantity> quantities() {
    return quantities;
  }

  /** The metric it is about; a theme counts only beside a number. */
  @Nullable KnownMetric metric() {
    for (MetricNames.Named one : metrics) {
      if (!one.theme() || numeric()) {
        return one.metric();
      }
    }
    return null;
  }

  /** "exceed last year's level": the old level is the target. */
  private boolean surpasses() {
    return lead != null
        && List.of("meet", "exceed", "match", "beat", "surpass")
            .contains(tokens.at(lead.first()).text())
        && (aim.baseline() != null || namesReference());
  }

  /** What the text itself calls the metric it is about. */
  String metricWords() {
    MetricNames.Named named = metricsNamed().getFirst();
    return quote(named.first(), named.end());
  }

  List<MetricNames.Named> metricsNamed() {
    return metrics.stream().filter(one -> !one.theme() || numeric()).toList();
  }

  /** Whether a level or a change is stated, an occasion's mere count included. */
  boolean numeric() {
    return aim.target() != null || aim.change() != null || surpasses();
  }

  /**
   * Whether the number only counts occasions: twelve reviews can be held without any customer
   * noticing.
   */
  boolean countsOccasions() {
    Quantity target = aim.target();
    return lead != null
        && target != null
        && lead.verb() == VerbClass.HOLD
        && target.bare()
        && !tokens.at(lead.first()).is("conduct")
        && within(target.last() + 1, 4, "occasions")
        && outcomeNumbers() == 0;
  }

  private boolean within(int from, int most, String section) {
    for (int i = from; i < from + most; i++) {
      if (pack.phrases(section).startsAt(tokens, i)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Numbers that say what changes for somebody: percent, points, times, money, a metric's level.
   */
  long outcomeNumbers() {
    long levels =
        aim.all().stream()
            .filter(one -> level(one) || (metric() != null && leadsNowhere()))
            .count();
    return aim.change() != null && aim.all().isEmpty() ? levels + 1 : levels;
  }

  /**
   * Whether a number has a unit or stands beside a score, so that it is no mere count of things.
   */
  boolean level(Quantity one) {
    boolean score = false;
    for (int i = Math.max(0, one.first() - 5); i < one.first(); i++) {
      score |=
          List.of("score", "scores", "rating", "ratings", "index").contains(tokens.at(i).text());
    }
    return !one.bare() || score;
  }

  private boolean leadsNowhere() {
    return !leads(VerbClass.MAKE, VerbClass.HOLD, VerbClass.DO);
  }

  /** A nameable thing that exists or not afterwards: "launch the referral programme". */
  boolean deliverable() {
    if (certified()) {
      return true;
    }
    if (lead == null || lead.verb() != VerbClass.MAKE || habit()) {
      return false;
    }
    boolean concrete = false;
    boolean vague = false;
    int at = lead.end();
    int far = Math.min(tokens.size(), lead.end() + 14);
    for (; at < far; at++) {
      Token token = tokens.at(at);
      boolean clause =
          at > lead.end() && (pack.words("purpose").contains(token.text()) && !token.is("from"))
              || token.is(";")
              || token.is(".")
              || token.is("of") && at > lead.end() + 1;
      if (clause) {
        break;
      }
      boolean head = pack.words("concrete").contains(token.text());
      concrete |= head;
      vague |=
          !head
              && (pack.words("abstract").contains(token.text())
                  || (at < lead.end() + 4 && pack.phrases("vague words").startsAt(tokens, at)));
    }
    return (at > lead.end() || lead.end() - lead.first() > 1) && (concrete || !vague);
  }

  private boolean certified() {
    for (int i = 0; i < tokens.size() && leads(VerbClass.REACH, VerbClass.UP); i++) {
      if (pack.words("certified").contains(tokens.at(i).text())) {
        return true;
      }
    }
    return false;
  }

  boolean habit() {
    for (int i = 0; i < tokens.size(); i++) {
      if (pack.phrases("habit").startsAt(tokens, i)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it says what is counted: a metric by name, or a rate, a number of things, a time. */
  boolean namesQuantity() {
    if (metric() != null) {
      return true;
    }
    for (int i = 0; i < tokens.size(); i++) {
      boolean said =
          pack.phrases("quantity").startsAt(tokens, i)
              && !pack.phrases("not quantity").startsAt(tokens, i);
      if (said && !(lead != null && i >= lead.first() && i < lead.end()) && inAim(i)) {
        return true;
      }
    }
    return false;
  }

  /** Not in a purpose clause such as "to help achieve higher sales". */
  private boolean inAim(int index) {
    int from = lead == null ? 0 : lead.end();
    Set<String> purposes = Set.of("to", "by", "through", "via", "using", "that", "who", "for");
    for (int i = from; i < index; i++) {
      if (purposes.contains(tokens.at(i).text())) {
        return false;
      }
    }
    return true;
  }

  boolean dueInText() {
    return dates.stream().anyMatch(DateMention::due) || roles.contains(Role.DUE);
  }

  /** The last day named as due, else the cycle's. */
  @Nullable LocalDate due() {
    @Nullable LocalDate due =
        dates.stream().filter(DateMention::due).findFirst().map(DateMention::day).orElse(null);
    Period period = statement.period();
    return due == null && period != null && !dueInText() ? period.to() : due;
  }

  /** Whether the reference of a change is named, with or without its value. */
  boolean namesReference() {
    for (int i = 0; i < tokens.size(); i++) {
      if (pack.phrases("reference").startsAt(tokens, i)) {
        return true;
      }
    }
    return false;
  }

  /** Which way it wants to move: up, down, or empty when the text does not say. */
  String direction() {
    Quantity from = aim.baseline();
    Quantity to = aim.target();
    if (from != null
        && to != null
        && from.value() != null
        && to.value() != null
        && from.dimension() == to.dimension()) {
      int sign = to.value().compareTo(from.value());
      return sign > 0 ? "up" : sign < 0 ? "down" : "";
    }
    Aim.Change change = aim.change();
    BigDecimal size = change == null ? null : change.size();
    String said = said();
    if (!said.isEmpty()) {
      return said;
    }
    return size == null ? bound() : size.signum() > 0 ? better("up") : "down";
  }

  /** What the verb says: increase, reduce, or improve what is better when lower. */
  String said() {
    if (leads(VerbClass.UP)) {
      return "up";
    }
    if (leads(VerbClass.DOWN)) {
      return "down";
    }
    return leads(VerbClass.BETTER) ? better("up") : "";
  }

  private String better(String otherwise) {
    KnownMetric metric = metric();
    return metric == null || metric.better().equals("none") ? otherwise : metric.better();
  }

  /** "under 4 hours" wants less, "at least 90 %" more; else what is better for the metric. */
  private String bound() {
    Quantity to = aim.target();
    if (to == null) {
      return "";
    }
    for (int i = Math.max(0, to.first() - 3); i < to.first(); i++) {
      if (pack.phrases("down bounds").startsAt(tokens, i)) {
        return "down";
      }
    }
    KnownMetric metric = metric();
    return metric != null
        ? better("")
        : tokens.at(to.first() - 1).is("least") || tokens.at(to.first() - 1).is("≥") ? "up" : "";
  }

  /** A finding about some tokens. */
  Finding finding(
      String rule, Severity severity, String words, int first, int end, Object... args) {
    return new Finding(
        rule, severity, words, tokens.at(first).start(), tokens.at(end - 1).end(), List.of(args));
  }

  /** A finding about something that is not there: it marks the whole statement. */
  Finding missing(String rule, Severity severity, String words, Object... args) {
    String text = statement.text();
    int start = 0;
    int end = text.length();
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return new Finding(rule, severity, words, start, end, List.of(args));
  }

  /** The words between two tokens as they were written. */
  String quote(int first, int end) {
    return statement.text().substring(tokens.at(first).start(), tokens.at(end - 1).end());
  }

  boolean objective() {
    return statement.kind() == Kind.OBJECTIVE;
  }

  static String code(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
