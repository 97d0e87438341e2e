package org.shouwen.complaint;

import java.time.Instant;

/**
 * What was found out.
 *
 * @param second code of who investigated together with {@code by}, or null
 * @param plan what is to be done about it
 */
public record Investigation(Instant at, String by, String second, String findings, String plan) {}
