/** 规则表: the decision tables as people read and print them, in words, with the codes beside. It decides nothing and changes no table. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "rights",
            "wording",
            "problem",
            "page",
            "workflow",
            "calendar",
            "ticket",
            "citypack",
            "repair",
            "complaint",
            "goodsrelease",
            "renovation",
            "returnvisit",
            "timelimit",
            "worksite"
        })
package org.shouwen.rulebook;
