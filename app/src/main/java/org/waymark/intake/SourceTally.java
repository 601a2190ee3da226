package org.waymark.intake;

/** What became of the interactions of one source in one import. */
final class SourceTally {
  long accepted;
  long corrected;
  long repeated;
  long refused;
}
