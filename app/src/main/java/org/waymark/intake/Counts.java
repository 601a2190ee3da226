package org.waymark.intake;

/** What became of the lines so far. */
final class Counts {
  volatile long lines;
  volatile long accepted;
  volatile long corrected;
  volatile long repeated;
  volatile long refused;
  volatile long skipped;
  volatile long roundedWeights;
  volatile long ambiguousTimes;
  volatile long tolerated;

  void add(Notes notes) {
    roundedWeights += notes.roundedWeights;
    ambiguousTimes += notes.ambiguousTimes;
    tolerated += notes.tolerated;
  }

  Counts copy() {
    Counts copy = new Counts();
    copy.lines = lines;
    copy.accepted = accepted;
    copy.corrected = corrected;
    copy.repeated = repeated;
    copy.refused = refused;
    copy.skipped = skipped;
    copy.roundedWeights = roundedWeights;
    copy.ambiguousTimes = ambiguousTimes;
    copy.tolerated = tolerated;
    return copy;
  }
}
