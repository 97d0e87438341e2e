/**
 * 规则: flows as lists and as they are drawn, decision tables, forms and wordings as people read and print them, in words. It
 * decides nothing and changes nothing.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "rights",
            "wording",
            "problem",
            "page",
            "notification",
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
