/** 事件: one matter that many report: who else has reported it, who follows whom, one text to all, an answer of everybody. Never how the matter itself is settled: its ticket's kind does that. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "problem",
            "rows",
            "deed",
            "page",
            "roster",
            "returnvisit",
            "rights",
            "wording",
            "ticket",
            "estate",
            "notification",
            "resident",
            "workflow"
        })
package org.shouwen.incident;
