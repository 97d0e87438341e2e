/** 一次性告知: the complete list of what is needed, made once, numbered, followed to the last item. Sending it is the notice's business. */
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
            "workflow",
            "paper",
            "credential"
        })
package org.shouwen.onetimenotice;
