package org.shouwen.incident;

import java.time.YearMonth;

/**
 * What a month brought of one kind at one site: one repair, and all who reported it.
 *
 * @param contacts tickets opened in the month, whoever follows whom
 * @param matters of these, tickets that are settled by themselves; a burst pipe that forty reported is one
 * @param incidents matters of whatever month that others followed who reported in this one
 */
public record IncidentFigures(String site, YearMonth month, String kind, int contacts, int matters, int incidents) {}
