package org.shouwen.incident;

import java.time.Instant;

/**
 * A ticket that is settled with another one.
 *
 * @param ticket its number
 * @param incident number of the ticket that it follows, which follows none itself
 * @param by code of who joined it
 */
public record Follower(String ticket, String incident, Instant at, String by) {}
