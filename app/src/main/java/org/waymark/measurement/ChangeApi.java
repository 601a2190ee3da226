package org.waymark.measurement;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.measure.Reading;
import org.waymark.measure.change.Piece;
import org.waymark.measure.change.Pieces;
import org.waymark.measure.change.Split;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measure.metric.Statistic;
import org.waymark.measure.statistics.Interval;
import org.waymark.metrics.Metrics;
import org.waymark.workspace.Fields;

/** Why a metric moved between two periods. */
@RestController
class ChangeApi {
  private final Movements movements;
  private final Measurement measurement;
  private final Metrics metrics;
  private final Access access;

  ChangeApi(Movements movements, Measurement measurement, Metrics metrics, Access access) {
    this.movements = movements;
    this.measurement = measurement;
    this.metrics = metrics;
    this.access = access;
  }

  /**
   * Why a number moved. Parts add up: volume + mix + real is the change. All numbers are in the
   * metric's own unit.
   *
   * @param state split; or why the change cannot be: quantile, open (some of the times have not
   *     ended), not-additive (the parts do not come to the whole, as of customers, who may be in
   *     several of them), no-number (one of the periods has none), undivided. Without a split all
   *     from {@code by} on is absent
   * @param change after less before; absent where a period has no number
   * @param low with high the 95 % interval of the change; absent where it is not known
   * @param moreThanNoise whether the change is; absent where no formula tells. Counts of periods of
   *     different length are compared by the day
   * @param by the dimension it is split by; absent where a count or a sum is divided by none
   * @param proposed whether that was proposed: the one whose mix explains most
   * @param volume what more or fewer items brought: nothing, of a share, a score or a mean;
   *     everything, of a count
   * @param mix what another mix brought
   * @param real what really changed, at the mix of the earlier period
   * @param items by value, the largest part first
   */
  @Schema(name = "Movement")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Answer(
      String metric,
      int version,
      String statistic,
      String unit,
      String direction,
      Side before,
      Side after,
      String state,
      @Nullable Double change,
      @Nullable Double low,
      @Nullable Double high,
      @Nullable Boolean moreThanNoise,
      @Nullable String by,
      @Nullable Boolean proposed,
      @Nullable Double volume,
      @Nullable Double mix,
      @Nullable Real real,
      @Nullable List<Part> items) {

    static Answer of(Movement moved) {
      Split split = moved.split();
      Interval range = moved.changeRange();
      return new Answer(
          moved.metric().key(),
          moved.metric().version(),
          moved.statistic().code(),
          moved.unit().code(),
          moved.metric().direction(moved.statistic()).code(),
          Side.of(moved.before(), moved.was()),
          Side.of(moved.after(), moved.is()),
          Fields.word(moved.state()),
          moved.change(),
          range == null ? null : range.low(),
          range == null ? null : range.high(),
          moved.sure(),
          moved.by(),
          moved.by() == null ? null : moved.proposed(),
          split == null ? null : split.volume().doubleValue(),
          split == null ? null : split.mix().doubleValue(),
          split == null ? null : Real.of(moved, split),
          split == null || moved.by() == null
              ? null
              : split.rows().stream()
                  .sorted(
                      Comparator.comparingDouble(
                          (Split.Row row) -> -Math.abs(row.part().doubleValue())))
                  .map(row -> Part.of(moved, row))
                  .toList());
    }
  }

  /** One of the two periods. */
  @Schema(name = "MovementSide")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Side(
      LocalDate from,
      LocalDate to,
      @Nullable Double value,
      long n,
      @Nullable Double low,
      @Nullable Double high) {

    static Side of(Period days, Reading reading) {
      return switch (reading) {
        case Reading.Measured it ->
            new Side(days.from(), days.to(), it.value(), it.n(), it.low(), it.high());
        case Reading.AtLeast it -> new Side(days.from(), days.to(), null, it.n(), null, null);
        case Reading.TooFew it -> new Side(days.from(), days.to(), null, it.n(), null, null);
        case Reading.NoData it -> new Side(days.from(), days.to(), null, 0, null, null);
      };
    }
  }

  /**
   * What really changed.
   *
   * @param low with high the 95 % interval; absent where it is not known
   */
  @Schema(name = "MovementReal")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Real(
      double value, @Nullable Double low, @Nullable Double high, @Nullable Boolean moreThanNoise) {

    static Real of(Movement moved, Split split) {
      Interval range = split.realRange();
      return new Real(
          split.real().doubleValue(),
          range == null ? null : range.low(),
          range == null ? null : range.high(),
          moved.reallySure());
    }
  }

  /**
   * What one value brought.
   *
   * @param value absent for the items that carry none, and for those too few to stand alone
   * @param together true for those too few to stand alone
   * @param valueBefore its own reading; absent for fewer than ten items, and of a count
   * @param part volume, mix and real together
   */
  @Schema(name = "MovementPart")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Part(
      @Nullable String value,
      boolean together,
      double nBefore,
      double nAfter,
      @Nullable Double valueBefore,
      @Nullable Double valueAfter,
      double volume,
      double mix,
      double real,
      double part) {

    static Part of(Movement moved, Split.Row row) {
      String value = row.of().value();
      return new Part(
          value == null || value.isEmpty() ? null : value,
          value == null,
          row.of().before().count(),
          row.of().after().count(),
          shown(moved, row.of().before()),
          shown(moved, row.of().after()),
          row.volume().doubleValue(),
          row.mix().doubleValue(),
          row.real().doubleValue(),
          row.part().doubleValue());
    }

    private static @Nullable Double shown(Movement moved, Piece piece) {
      if (moved.statistic() == Statistic.Plain.COUNT || piece.count() < MetricDefinition.LEAST) {
        return null;
      }
      boolean total = Pieces.isTotal(moved.statistic());
      return (total ? piece.total() : piece.value()).doubleValue();
    }
  }

  @GetMapping("/api/v1/metrics/{metric}/change")
  Answer change(
      Caller caller,
      @PathVariable("metric") String key,
      @RequestParam MultiValueMap<String, String> parameters) {
    access.require(caller, Action.READ, null);
    MetricDefinition metric = metrics.get(key);
    TwoPeriods usual = TwoPeriods.latest(measurement.shown(metric), 1);
    return Answer.of(movements.of(ChangeRequest.of(key, parameters, usual)));
  }
}
