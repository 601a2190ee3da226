package org.waymark.intake;

import java.io.Closeable;
import java.io.IOException;

/** Lines as they were understood, in batches; the last one says so. */
interface BatchSource extends Closeable {
  Batch next() throws IOException;

  /** How much of it has been read, from 0 to 99. */
  int percent();
}
