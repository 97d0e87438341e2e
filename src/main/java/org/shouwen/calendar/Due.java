package org.shouwen.calendar;

import java.time.Instant;

/**
 * When a limit ends, and why.
 *
 * @param at null: there is no limit
 * @param explanation the counting, in Chinese, so that a person can check it with a calendar on the wall
 * @param warning why the date may still move, one Chinese sentence; null: it will not
 */
public record Due(Instant at, String explanation, String warning) {}
