package org.shouwen.complaint;

import java.time.Instant;

/** @param parties who took part from outside the house, or null */
public record Mediation(Instant at, String by, String parties, String result) {}
