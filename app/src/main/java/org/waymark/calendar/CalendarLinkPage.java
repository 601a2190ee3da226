package org.waymark.calendar;

import org.jspecify.annotations.Nullable;

/**
 * One's own calendar address.
 *
 * @param made when it was made; absent while there is none
 * @param fetched when a calendar fetched it last, in words; absent while there is none
 * @param address the address just made; shown this once
 */
public record CalendarLinkPage(
    @Nullable String made, @Nullable String fetched, @Nullable String address) {}
