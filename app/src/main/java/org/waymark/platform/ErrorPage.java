package org.waymark.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Shows a problem to a person. A bean of this type replaces the bare page that the platform shows
 * by itself.
 */
public interface ErrorPage {
  /** Writes the whole page; status and no-store are set already. */
  void show(Problem problem, HttpServletRequest request, HttpServletResponse response)
      throws IOException;
}
