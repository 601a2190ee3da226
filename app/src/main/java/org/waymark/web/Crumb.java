package org.waymark.web;

/** A named way: one step of a trail, one tab. */
public record Crumb(String label, String address) {}
