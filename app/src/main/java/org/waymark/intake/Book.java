package org.waymark.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.people.Unit;
import org.waymark.people.UnitTree;
import org.waymark.people.Units;
import org.waymark.platform.Actor;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.Tenancy;

/** The small numbers that stand for sources, customers and units in facts. */
@Component
class Book {
  private final JdbcClient client;
  private final JdbcTemplate jdbc;
  private final KeyTable keys;
  private final Tenancy tenancy;
  private final Units units;
  private final Clock clock;

  Book(
      JdbcClient client,
      DataSource source,
      KeyTable keys,
      Tenancy tenancy,
      Units units,
      Clock clock) {
    this.client = client;
    this.jdbc = new JdbcTemplate(source);
    this.keys = keys;
    this.tenancy = tenancy;
    this.units = units;
    this.clock = clock;
  }

  Map<String, Integer> sources() {
    return client
        .sql("select code, number from source where workspace_id = :workspace")
        .param("workspace", tenancy.current())
        .query((row, n) -> Map.entry(row.getString(1), row.getInt(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The number of a source, which is made when there is none with this code. */
  int source(String code) {
    Optional<Integer> known =
        client
            .sql("select number from source where workspace_id = :workspace and code = :code")
            .param("workspace", tenancy.current())
            .param("code", code)
            .query(Integer.class)
            .optional();
    if (known.isPresent()) {
      return known.get();
    }
    int number = (int) keys.reserve("source", 1);
    client
        .sql(
            "insert into source (workspace_id, number, code, created_at) values (:workspace, :number, :code, :now)")
        .param("workspace", tenancy.current())
        .param("number", number)
        .param("code", code)
        .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
        .update();
    return number;
  }

  /** The numbers of customers, given to those met for the first time. */
  Map<String, Long> customers(Collection<String> codes) {
    Map<String, Long> numbers = new HashMap<>();
    if (codes.isEmpty()) {
      return numbers;
    }
    jdbc.execute(
        (Connection connection) -> {
          try (PreparedStatement query =
              connection.prepareStatement(
                  """
                  select c.code, c.number from unnest(?::text[]) as asked(code)
                  cross join lateral (
                    select * from customer held where held.workspace_id = ? and held.code = asked.code
                    limit 1 -- there is at most one; said so that each is looked up by the index
                  ) c
                  """)) {
            query.setArray(1, connection.createArrayOf("text", codes.toArray(new String[0])));
            query.setObject(2, tenancy.current());
            try (ResultSet row = query.executeQuery()) {
              while (row.next()) {
                numbers.put(row.getString(1), row.getLong(2));
              }
            }
          }
          return true;
        });
    Set<String> fresh = new LinkedHashSet<>(codes);
    fresh.removeAll(numbers.keySet());
    if (!fresh.isEmpty()) {
      long first = keys.reserve("customer", fresh.size());
      List<String> inOrder = new ArrayList<>(fresh);
      for (int i = 0; i < inOrder.size(); i++) {
        numbers.put(inOrder.get(i), first + i);
      }
      jdbc.execute(
          (Connection connection) -> {
            try (PreparedStatement insert =
                connection.prepareStatement(
                    """
                    insert into customer (workspace_id, number, code)
                    select ?, ? + n.place - 1, n.code from unnest(?::text[]) with ordinality as n(code, place)
                    """)) {
              insert.setObject(1, tenancy.current());
              insert.setLong(2, first);
              insert.setArray(3, connection.createArrayOf("text", inOrder.toArray(new String[0])));
              return insert.executeUpdate();
            }
          });
    }
    return numbers;
  }

  /** The workspace's units, as one import meets them. */
  UnitFinder units(Actor by) {
    return new UnitFinder(units.tree(), by);
  }

  /** Finds units by code or name, remembering what it found. */
  final class UnitFinder {
    private final UnitTree tree;
    private final Actor by;
    private final Map<String, Optional<Integer>> known = new HashMap<>();

    private UnitFinder(UnitTree tree, Actor by) {
      this.tree = tree;
      this.by = by;
    }

    /**
     * The number of a unit; null when it may stay unassigned.
     *
     * @throws Refused when there is no such unit and none is to be made
     */
    @Nullable Integer number(String text, Mapping.UnknownUnit unknown, @Nullable String under) {
      Optional<Integer> number = known.get(text);
      if (number == null) {
        number = tree.byCodeOrName(text).map(Unit::number);
        if (number.isEmpty() && unknown == Mapping.UnknownUnit.CREATE) {
          number = Optional.of(create(text, under));
        }
        known.put(text, number);
      }
      if (number.isEmpty() && unknown == Mapping.UnknownUnit.REFUSE) {
        throw new Refused(
            "unit",
            Refused.quote(text)
                + " is not a unit of this organisation: add it, or say in the mapping what to do with unknown units "
                + "(\"unknown\": \"create\" or \"unassigned\")");
      }
      return number.orElse(null);
    }

    private int create(String text, @Nullable String under) {
      try {
        return units.findOrCreate(by, text, under).number();
      } catch (InvalidInput e) {
        throw new Refused("unit", e.getMessage() == null ? "cannot be made" : e.getMessage());
      }
    }

    /** Whether a unit is there, for a preview that changes nothing. */
    boolean exists(String text) {
      return tree.byCodeOrName(text).isPresent();
    }
  }
}
