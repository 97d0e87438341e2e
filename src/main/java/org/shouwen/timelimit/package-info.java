/** 限时办结: limits from the table, deadlines on the calendar. It does not decide what happens to a ticket, only by when. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "problem",
            "rows",
            "rights",
            "wording",
            "page",
            "ticket",
            "calendar",
            "roster",
            "notification",
            "workflow"
        })
package org.shouwen.timelimit;
