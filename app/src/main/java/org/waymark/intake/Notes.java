package org.waymark.intake;

/**
 * What was decided, by a stated rule, while lines were read: counted so that nothing is decided in
 * silence.
 */
final class Notes {
  long roundedWeights;
  long ambiguousTimes;
  long tolerated;

  void add(Notes other) {
    roundedWeights += other.roundedWeights;
    ambiguousTimes += other.ambiguousTimes;
    tolerated += other.tolerated;
  }

  void clear() {
    roundedWeights = 0;
    ambiguousTimes = 0;
    tolerated = 0;
  }
}
