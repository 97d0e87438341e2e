/** 装修: what may be done to a home, what has to be handed in, the way to the registration certificate, and its file. Not what happens on site. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "problem",
            "rows",
            "rights",
            "wording",
            "page",
            "deed",
            "ticket",
            "estate",
            "roster",
            "calendar",
            "timelimit",
            "matter",
            "notification",
            "onetimenotice",
            "resident",
            "attachment",
            "citypack",
            "workflow",
            "paper",
            "credential"
        })
package org.shouwen.renovation;
