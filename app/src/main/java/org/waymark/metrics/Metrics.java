package org.waymark.metrics;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measure.metric.ShippedMetrics;
import org.waymark.platform.Audit;
import org.waymark.platform.Conflict;
import org.waymark.platform.FieldError;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.Json;
import org.waymark.platform.NotFound;
import org.waymark.platform.Tenancy;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The catalogue of the bound workspace: the shipped metrics and its own, each in its versions. */
@Component
public class Metrics {
  /** Keys that would share an address with a page. */
  private static final Set<String> RESERVED = Set.of("new");

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Access access;
  private final Audit audit;
  private final ObjectProvider<Suits> suits;
  private final Clock clock;

  Metrics(
      JdbcClient jdbc,
      Tenancy tenancy,
      Access access,
      Audit audit,
      ObjectProvider<Suits> suits,
      Clock clock) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.access = access;
    this.audit = audit;
    this.suits = suits;
    this.clock = clock;
  }

  /**
   * Every metric in its latest version: the shipped ones first, then the workspace's own by key.
   */
  @Transactional(readOnly = true)
  public List<MetricDefinition> all() {
    List<MetricDefinition> all = new ArrayList<>(ShippedMetrics.all());
    jdbc.sql(
            """
            select distinct on (key) key, version, definition::text as definition
            from metric_definition
            where workspace_id = :workspace
            order by key, version desc
            """)
        .param("workspace", tenancy.current())
        .query((row, number) -> stored(row.getString("definition"), row.getInt("version")))
        .list()
        .forEach(all::add);
    return all;
  }

  /** The latest version of a metric. A shipped one costs no statement. */
  @Transactional(readOnly = true)
  public Optional<MetricDefinition> find(String key) {
    Optional<MetricDefinition> shipped = ShippedMetrics.find(key);
    return shipped.isPresent()
        ? shipped
        : jdbc.sql(
                """
                select version, definition::text as definition
                from metric_definition
                where workspace_id = :workspace and key = :key
                order by version desc limit 1
                """)
            .param("workspace", tenancy.current())
            .param("key", key)
            .query((row, number) -> stored(row.getString("definition"), row.getInt("version")))
            .optional();
  }

  /**
   * The latest version of a metric.
   *
   * @throws NotFound when the workspace has no such metric
   */
  @Transactional(readOnly = true)
  public MetricDefinition get(String key) {
    return find(key).orElseThrow(() -> new NotFound("metric"));
  }

  /** Since when this version of a metric is in force; nothing for those that are shipped. */
  @Transactional(readOnly = true)
  public Optional<Instant> since(MetricDefinition metric) {
    return ShippedMetrics.find(metric.key()).isPresent()
        ? Optional.empty()
        : jdbc.sql(
                """
                select made_at from metric_definition
                where workspace_id = :workspace and key = :key and version = :version
                """)
            .param("workspace", tenancy.current())
            .param("key", metric.key())
            .param("version", metric.version())
            .query((row, number) -> row.getObject("made_at", OffsetDateTime.class).toInstant())
            .optional();
  }

  /** The latest versions of these metrics by their keys, in one statement or none. */
  @Transactional(readOnly = true)
  public Map<String, MetricDefinition> of(Collection<String> keys) {
    boolean shippedOnly = keys.stream().allMatch(key -> ShippedMetrics.find(key).isPresent());
    Map<String, MetricDefinition> of = new HashMap<>();
    for (MetricDefinition metric : shippedOnly ? ShippedMetrics.all() : all()) {
      if (keys.contains(metric.key())) {
        of.put(metric.key(), metric);
      }
    }
    return of;
  }

  /**
   * What a definition would be if it were kept now, with the version it would get. Nothing is kept.
   *
   * @throws InvalidInput naming the place in the definition that makes no sense
   */
  @Transactional(readOnly = true, noRollbackFor = InvalidInput.class)
  public MetricDefinition read(Caller caller, JsonNode json) {
    access.require(caller, Action.CHANGE_METRICS, null);
    MetricDefinition wanted = DefinitionFormat.read(json, 1);
    if (ShippedMetrics.find(wanted.key()).isPresent()) {
      throw InvalidInput.of("key", "is taken by a shipped metric: choose another key");
    }
    if (RESERVED.contains(wanted.key())) {
      throw InvalidInput.of("key", "is the address of a page: choose another key");
    }
    int version = find(wanted.key()).map(metric -> metric.version() + 1).orElse(1);
    return DefinitionFormat.read(json, version);
  }

  /** What of a definition does not suit what the workspace holds and uses; none when all does. */
  @Transactional(readOnly = true)
  public List<FieldError> unsuited(MetricDefinition wanted) {
    @Nullable MetricDefinition before = find(wanted.key()).orElse(null);
    return suits.orderedStream().flatMap(one -> one.against(before, wanted).stream()).toList();
  }

  /** The JSON shape of a definition, as own metrics are made from it. */
  public ObjectNode written(MetricDefinition metric) {
    return DefinitionText.write(metric);
  }

  /**
   * Adds a metric of the workspace's own, or a new version of one. The same definition again
   * changes nothing.
   *
   * @throws InvalidInput naming the place in the definition that makes no sense
   */
  @Transactional
  public MetricDefinition define(Caller caller, JsonNode json) {
    return define(caller, json, null);
  }

  /**
   * The same by somebody who has seen a version of it.
   *
   * @param seen the version they saw, 0 when they saw none; null when they do not say
   * @throws Conflict when that is not the latest any more
   */
  @Transactional
  public MetricDefinition define(Caller caller, JsonNode json, @Nullable Integer seen) {
    MetricDefinition wanted = read(caller, json);
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:lock, 0))")
        .param("lock", "metric " + tenancy.current() + " " + wanted.key())
        .query((row, number) -> true)
        .single();
    Optional<MetricDefinition> latest = find(wanted.key());
    int version = latest.map(metric -> metric.version() + 1).orElse(1);
    MetricDefinition next = DefinitionFormat.read(json, version);
    if (latest.isPresent()
        && DefinitionText.write(latest.get()).equals(DefinitionText.write(next))) {
      return latest.get();
    }
    if (seen != null && seen != version - 1) {
      throw new Conflict(
          version == 1
              ? "There is no such metric."
              : "The metric is in version " + (version - 1) + " by now.",
          latest.map(DefinitionText::write).orElse(null));
    }
    List<FieldError> unsuited = unsuited(next);
    if (!unsuited.isEmpty()) {
      throw new InvalidInput(unsuited);
    }
    jdbc.sql(
            """
            insert into metric_definition (workspace_id, key, version, definition, made_by, made_at)
            values (:workspace, :key, :version, :definition::jsonb, :by, :at)
            """)
        .param("workspace", tenancy.current())
        .param("key", next.key())
        .param("version", version)
        .param("definition", DefinitionText.write(next).toString())
        .param("by", caller.member())
        .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
        .update();
    audit.record(
        caller,
        "metric.defined",
        "metric",
        next.key(),
        latest.map(DefinitionText::write).orElse(null),
        DefinitionText.write(next));
    return next;
  }

  /**
   * What the metric means, in the reader's language; own metrics explain themselves by their
   * definition.
   */
  public MetricWords words(MetricDefinition metric, Locale locale) {
    MetricWords shipped =
        ShippedMetrics.find(metric.key()).isPresent()
            ? MetricWords.shipped(metric.key(), locale)
            : null;
    return shipped == null ? OwnWords.of(metric, locale) : shipped;
  }

  private static MetricDefinition stored(String definition, int version) {
    return DefinitionFormat.read(Json.mapper().readTree(definition), version);
  }
}
