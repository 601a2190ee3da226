package org.waymark.attainment.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.Caller;
import org.waymark.attainment.Calibration;
import org.waymark.measure.calibration.Reliability;
import org.waymark.measure.calibration.TrackRecord;

/** How right forecasts have been, for programs. */
@RestController
@RequestMapping("/api/v1/calibration")
class CalibrationApi {
  private final Calibration calibration;

  CalibrationApi(Calibration calibration) {
    this.calibration = calibration;
  }

  /**
   * All but the first three are absent until enough have resolved. Chances are 0 to 1, scores
   * better when lower.
   *
   * @param state known or tooFew
   * @param resolved key results with a forecast whose goal has closed
   * @param needed so many have to resolve before anything is said
   * @param pace what the pace rule would have scored: green, amber and red taken as 0.9, 0.5 and
   *     0.1
   * @param baseRate what always saying the share that was reached would have scored
   * @param spiegelhalter standard normal when all chances are right; beyond 2 either way they are
   *     too sure, or not sure enough
   */
  @Schema(name = "Calibration")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Answer(
      String state,
      int resolved,
      int needed,
      @Nullable Double reached,
      TrackRecord.@Nullable Score forecast,
      TrackRecord.@Nullable Score pace,
      TrackRecord.@Nullable Score baseRate,
      @Nullable Double reliability,
      @Nullable Double resolution,
      @Nullable Double uncertainty,
      @Nullable Double spiegelhalter,
      @Nullable List<Reliability.Bin> bins) {

    static Answer of(TrackRecord record) {
      return switch (record) {
        case TrackRecord.TooFew few ->
            new Answer(
                "tooFew",
                few.resolved(),
                few.needed(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        case TrackRecord.Kept kept ->
            new Answer(
                "known",
                kept.resolved(),
                TrackRecord.NEEDED,
                kept.reliability().baseRate(),
                kept.forecast(),
                kept.pace(),
                kept.baseRate(),
                kept.reliability().reliability(),
                kept.reliability().resolution(),
                kept.reliability().uncertainty(),
                kept.sureness().isPresent() ? kept.sureness().getAsDouble() : null,
                kept.reliability().bins());
      };
    }
  }

  @GetMapping
  Answer get(Caller caller) {
    return Answer.of(calibration.record(caller));
  }
}
