package org.shouwen.renovation;

import java.time.Instant;

/**
 * A paper that the applicant handed in.
 *
 * @param code of the requirement
 * @param by code of who took it; the system where it came by link
 * @param checked whether somebody at the desk has looked at it
 */
public record HandedIn(String code, Instant at, String by, boolean checked) {}
