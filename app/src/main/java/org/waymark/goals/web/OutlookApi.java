package org.waymark.goals.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.goals.Foretold;
import org.waymark.goals.KeyResultView;
import org.waymark.goals.Outlook;
import org.waymark.goals.Outlooks;
import org.waymark.goals.Target;
import org.waymark.metrics.Metrics;
import org.waymark.workspace.Fields;

/** How likely a target is before anybody commits to it, for programs. Nothing is kept. */
@RestController
@RequestMapping("/api/v1")
class OutlookApi {
  private final Outlooks outlooks;
  private final OutlookRequest request;
  private final Metrics metrics;
  private final Access access;

  OutlookApi(Outlooks outlooks, OutlookRequest request, Metrics metrics, Access access) {
    this.outlooks = outlooks;
    this.request = request;
    this.metrics = metrics;
    this.access = access;
  }

  /**
   * What history says of a target. All numbers are in the metric's own unit.
   *
   * @param target a number, or {@code {"low", "high"}}; absent while it waits for a baseline
   * @param now what counts now: the last weeks taken together
   * @param state known; tooFewReadings or tooFarAhead; or told, noTarget, noData, addsUp, notBegun,
   *     broken, over where there is nothing to foretell. Without a chance all below {@code needed}
   *     is absent
   * @param readings weeks with a reading that it rests on
   * @param needed how many are needed; absent when there are enough
   * @param chance of being reached if nothing changes, 0.01 to 0.99
   * @param label easy, realistic, ambitious, bold or moonshot
   * @param expected where the number is expected; absent for what is to be kept or counted
   * @param low with high where it lies four times in five
   * @param oneInThree what history alone reaches one time in three
   * @param lacking what something that changes has to bring, to get there as often as not; absent
   *     where history suffices
   * @param withDifference the chance with what people say will be different
   * @param asks say-what-will-change, set-a-learning-goal, committed-but-unlikely, stretch-but-easy
   */
  @Schema(name = "Outlook")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Answer(
      @Nullable String metric,
      @Nullable String statistic,
      @Nullable String unit,
      String type,
      String direction,
      @Nullable Object target,
      LocalDate due,
      @Nullable Double now,
      String state,
      int readings,
      @Nullable Integer needed,
      @Nullable Double chance,
      @Nullable String label,
      @Nullable Double expected,
      @Nullable Double low,
      @Nullable Double high,
      @Nullable Double oneInThree,
      @Nullable Double lacking,
      @Nullable Double withDifference,
      List<String> asks) {

    static Answer of(Outlook outlook) {
      Foretold said = outlook.foretold();
      Target.Band band = outlook.band();
      return new Answer(
          outlook.metric(),
          outlook.statistic(),
          outlook.unit(),
          outlook.type().code(),
          outlook.upwards() ? "up" : "down",
          band == null ? outlook.target() : new KeyResultView.Band(band.low(), band.high()),
          outlook.due(),
          outlook.now(),
          said.state(),
          said.readings(),
          said.needed(),
          said.chance(),
          said.label(),
          said.expected(),
          said.low(),
          said.high(),
          said.oneInThree(),
          outlook.lacking(),
          said.withDifference(),
          outlook.asks().stream().map(Fields::word).toList());
    }
  }

  /** Of a target that somebody thinks of for a metric. */
  @GetMapping("/metrics/{metric}/outlook")
  Answer ofMetric(
      Caller caller,
      @PathVariable("metric") String key,
      @RequestParam MultiValueMap<String, String> parameters) {
    access.require(caller, Action.READ, null);
    OutlookRequest.Asked asked = request.of(metrics.get(key), parameters);
    return Answer.of(outlooks.of(caller, asked.cycle(), asked.ambition(), asked.words(), null));
  }

  /**
   * Of a key result with its target or its day moved in thought.
   *
   * @param target a number, or a duration such as PT4H; left out: as it is
   * @param due left out: as it is
   */
  @GetMapping("/key-results/{id}/outlook")
  Answer ofKeyResult(
      Caller caller,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String target,
      @RequestParam(required = false) @Nullable LocalDate due) {
    BigDecimal value = OutlookPages.value(OutlookRequest.number(target));
    return Answer.of(outlooks.moved(caller, id, value, due));
  }
}
