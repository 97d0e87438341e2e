/** 回访: who is asked after a repair and after a rain, by whom, when, how often tried, and what they said. How a repair goes on then is the repair's business. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "problem",
            "rows",
            "rights",
            "wording",
            "deed",
            "page",
            "ticket",
            "estate",
            "roster",
            "calendar",
            "timelimit",
            "workflow"
        })
package org.shouwen.returnvisit;
