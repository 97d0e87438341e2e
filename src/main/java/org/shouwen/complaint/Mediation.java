package org.shouwen.complaint;

import java.time.Instant;

/**
 * Both sides were heard together.
 *
 * @param parties who took part from outside the house, or null
 * @param settled whether they came to an agreement
 * @param result what was agreed, or what each of them says
 */
public record Mediation(Instant at, String by, String parties, boolean settled, String result) {}
