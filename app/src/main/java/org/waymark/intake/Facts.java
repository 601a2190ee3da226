package org.waymark.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.waymark.measure.fact.FactFiles;
import org.waymark.measure.fact.Instants;

/**
 * What the bound workspace holds, for measurement: the files of facts, what has been withdrawn, how
 * far each source is known, and which days have been touched. Every answer is of the running
 * transaction's workspace. Read {@link #touched} before {@link #files}, so that a batch committed
 * in between makes a stored result stale, never wrong.
 */
public interface Facts {

  /**
   * The files that may hold an item whose anchor falls on one of the local days from {@code from}
   * to {@code to}, both included; all files of such a file day, because a small one may supersede
   * rows of a large one.
   */
  FactFiles files(Instants anchor, LocalDate from, LocalDate to);

  /** All files that may hold an item with any of these anchors between the local days. */
  FactFiles files(Set<Instants> anchors, LocalDate from, LocalDate to);

  /**
   * By source number, the microsecond until which the source is known: its latest snapshot or
   * arrival that was not withdrawn.
   */
  Map<Integer, Long> knownUntil();

  /** Numbers of the imports that were withdrawn: their rows do not count. */
  Set<Long> withdrawnImports();

  /**
   * Which state each local day is in: a number per day that grows with every batch that brings,
   * corrects or withdraws an item with that anchor on that day. Days that never held anything are
   * absent.
   */
  Map<LocalDate, Long> touched(Instants anchor, LocalDate from, LocalDate to);

  /**
   * The moment of the latest change to anything the workspace holds, or the epoch when it holds
   * nothing.
   */
  Instant changedAt();

  /** By source number, the source's code. */
  Map<Integer, String> sources();
}
