package org.shouwen.ticket;

import java.time.Instant;

/** An agreed time at the resident's home (约修); {@code to} is after {@code from}. */
public record Slot(Instant from, Instant to) {}
