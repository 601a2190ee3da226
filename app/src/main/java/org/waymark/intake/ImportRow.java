package org.waymark.intake;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One arrival as it stands.
 *
 * @param number what facts call it
 * @param origin file, replay or request
 * @param source code of its source; null when its lines name several
 * @param layout header and punctuation of its file, as JSON; null for a request
 * @param trouble why it failed
 * @param knownAt the moment of which it tells
 * @param replayOf the import whose refused lines it takes up again
 * @param sameAs the import that had brought the same file in the same way
 */
public record ImportRow(
    UUID id,
    long number,
    String origin,
    @Nullable String source,
    @Nullable String fileName,
    @Nullable Long fileBytes,
    @Nullable String mapping,
    @Nullable String layout,
    String state,
    @Nullable String trouble,
    long lines,
    long accepted,
    long corrected,
    long repeated,
    long refused,
    long skipped,
    long roundedWeights,
    long ambiguousTimes,
    long tolerated,
    int percent,
    Instant knownAt,
    Instant arrivedAt,
    @Nullable Instant finishedAt,
    @Nullable Instant withdrawnAt,
    @Nullable UUID replayOf,
    @Nullable UUID sameAs) {

  public boolean running() {
    return state.equals("running");
  }

  ImportRow during(Counts live, int percentNow) {
    return new ImportRow(
        id,
        number,
        origin,
        source,
        fileName,
        fileBytes,
        mapping,
        layout,
        state,
        trouble,
        live.lines,
        live.accepted,
        live.corrected,
        live.repeated,
        live.refused,
        live.skipped,
        live.roundedWeights,
        live.ambiguousTimes,
        live.tolerated,
        percentNow,
        knownAt,
        arrivedAt,
        finishedAt,
        withdrawnAt,
        replayOf,
        sameAs);
  }
}
