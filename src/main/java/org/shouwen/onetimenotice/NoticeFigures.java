package org.shouwen.onetimenotice;

import java.time.YearMonth;

/**
 * How a site kept the one-time rule in a month.
 *
 * @param notices given in the month
 * @param received of these, with a receipt
 * @param kept of these, without a later item
 * @param breaches items asked for later, in the month
 */
public record NoticeFigures(String site, YearMonth month, int notices, int received, int kept, int breaches) {}
