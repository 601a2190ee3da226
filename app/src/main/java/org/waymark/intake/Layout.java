package org.waymark.intake;

import java.util.List;

/** How a file is laid out: what is needed to read one of its lines again. */
record Layout(List<String> header, char delimiter, char quote) {}
