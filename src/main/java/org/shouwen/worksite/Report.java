package org.shouwen.worksite;

import java.time.Instant;

/**
 * That somebody outside the house was told of a violation.
 *
 * @param receiver 业主委员会, or the authority
 * @param receipt number of his receipt: without it nobody was told
 */
public record Report(String receiver, String receipt, Instant at, String by) {}
