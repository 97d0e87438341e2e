/** 装修现场: patrols, violations and their rectification notices, the report within 24 hours, completion inspection, the file. Not what may be done: that is said by `renovation`. */
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
            "citypack",
            "notification",
            "onetimenotice",
            "resident",
            "renovation",
            "paper",
            "credential",
            "workflow"
        })
package org.shouwen.worksite;
