/** The ticket: number, who owns it, who works on it, deadlines, timeline. It knows no kind of ticket and no process engine. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"problem", "rows", "wording", "estate", "roster", "rights"})
package org.shouwen.ticket;
