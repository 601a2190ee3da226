package org.waymark.measure;

import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.waymark.measure.fact.FactFiles;
import org.waymark.measure.fact.FactTable;
import org.waymark.measure.fact.Instants;
import org.waymark.measure.fact.Kind;
import org.waymark.measure.metric.Measure;

/** Writes the statement for the items that a plan's numbers are made of. */
final class SqlBehind {

  private final Plan plan;
  private final SqlCompiler plain;

  SqlBehind(Plan plan, FactFiles files) {
    this.plan = plan;
    this.plain = new SqlCompiler(plan, files);
  }

  /** The items behind the plan's sums, and the numbers that arrived added up, by rising key. */
  Question statement(long afterKey, int limit) {
    Question sql =
        plain
            .held()
            .add("SELECT " + FactTable.columns() + " FROM held WHERE key_no > " + afterKey)
            .add(" AND ((");
    items(sql);
    sql.add(")");
    if (plan.metric().measure().acceptsTallies()) {
      sql.add(" OR (");
      plain.tallied(sql);
      sql.add(")");
    }
    return sql.add(") ORDER BY key_no LIMIT " + limit);
  }

  private void items(Question sql) {
    switch (plan.metric().measure()) {
      case Measure.OnTime _ -> {
        plain.population(sql, Instants.DUE);
        sql.add(" AND " + fallenDue());
      }
      case Measure.Reopened _, Measure.FirstContact _ -> {
        plain.exists(sql, plan.metric().kinds(), plan.metric().where());
        sql.add(" AND " + plain.days(SqlDone.day(plan)));
      }
      case Measure.Rate rate -> bothSides(sql, rate);
      case Measure.Distinct _ -> {
        plain.exists(sql, plan.metric().kinds(), plan.metric().where());
        sql.add(" AND ");
        present(sql, plan.metric().kinds());
      }
      case Measure.Churn _, Measure.Retention _ -> {
        plain.exists(sql, plan.metric().kinds(), plan.metric().where());
        sql.add(" AND started_day < DATE '" + plan.from() + "' AND (finished_day IS NULL");
        sql.add(" OR finished_day >= DATE '" + plan.from() + "')");
      }
      case Measure.Repeat repeat -> {
        plain.exists(sql, plan.metric().kinds(), plan.metric().where());
        sql.add(" AND started_day >= DATE '" + repeat.since(plan.from(), plan.to()) + "'");
        sql.add(" AND started_day <= DATE '" + plan.to() + "'");
      }
      case Measure.Duration _, Measure.Share _, Measure.Nps _, Measure.Mean _, Measure.Count _ ->
          plain.population(sql, plan.metric().anchor());
      case Measure.Sum _, Measure.FollowedUp _ -> plain.population(sql, plan.metric().anchor());
    }
  }

  private void bothSides(Question sql, Measure.Rate rate) {
    sql.add("((");
    SqlConditions.write(sql, rate.of());
    sql.add(" AND ");
    plain.population(sql, Instants.STARTED);
    sql.add(") OR (");
    plain.exists(sql, rate.over().kinds(), rate.over().where());
    sql.add(" AND ");
    if (rate.over().customers()) {
      present(sql, rate.over().kinds());
    } else {
      sql.add(plain.days(Instants.STARTED.dayColumn()));
    }
    sql.add("))");
  }

  /** Subscriptions in force in the plan's days, and what else started in them. */
  private void present(Question sql, Set<Kind> kinds) {
    String from = "DATE '" + plan.from() + "'";
    sql.add("((" + plain.days(Instants.STARTED.dayColumn()) + ")");
    if (Sight.lasts(kinds)) {
      sql.add(" OR (kind = 'subscription' AND started_day < " + from);
      sql.add(" AND (finished_day IS NULL OR finished_day >= " + from + "))");
    }
    sql.add(")");
  }

  /** The promise has passed, as far as its source is known; never true of an unknown source. */
  private String fallenDue() {
    if (plan.knownUntil().isEmpty()) {
      return "1 = 0";
    }
    Known known = plan.known();
    return new TreeMap<>(plan.knownUntil())
        .keySet().stream()
            .map(source -> "(source_no = " + source + " AND due_us <= " + known.of(source) + ")")
            .collect(Collectors.joining(" OR ", "(", ")"));
  }
}
