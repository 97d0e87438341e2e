package org.shouwen.onetimenotice;

import java.time.Instant;

/**
 * The one-time rule was broken: an item was asked for that the notice had not named.
 *
 * @param by code of the supervisor or manager who decided so
 * @param reason his reason
 */
public record Breach(String notice, String ticket, String site, Item item, String reason, String by, Instant at) {}
