package org.waymark.measure.fact;

/** The interaction a survey asked about, by source number and the source's own id. */
public record About(int sourceNo, String id) {}
