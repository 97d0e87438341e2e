package org.shouwen.incident;

import java.time.Instant;

/**
 * One text to all who reported an incident.
 *
 * @param incident number of the incident's ticket
 * @param by code of who wrote it
 * @param told how many reporters were told so far
 */
public record Announcement(long id, String incident, String text, Instant at, String by, int told) {}
