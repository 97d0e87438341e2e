/** 改规则: managers change the decision tables and try the change on past tickets, a second person approves, one click takes it back; what runs goes over to a diagram's version in force. It decides nothing by a table and draws no diagram. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "problem",
            "rows",
            "wording",
            "rights",
            "page",
            "ticket",
            "calendar",
            "roster",
            "timelimit",
            "notification",
            "workflow",
            "rulebook"
        })
package org.shouwen.studio;
