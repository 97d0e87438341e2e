/** Working time: slots, lunch, holidays, make-up days, site overrides, and why a date is what it is. Not which limit applies. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"estate", "problem", "rows", "rights", "wording"})
package org.shouwen.calendar;
