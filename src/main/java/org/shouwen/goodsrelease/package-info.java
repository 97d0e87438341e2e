/** 物品放行: who takes what out of the estate, with whose consent, and the slip that lets it through the gate. Never whether anybody owes fees: that is shown to whoever decides, and bars nothing. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "problem",
            "rows",
            "wording",
            "rights",
            "page",
            "roster",
            "ticket",
            "estate",
            "matter",
            "deed",
            "notification",
            "resident",
            "renovation",
            "onetimenotice",
            "workflow",
            "gate",
            "paper",
            "credential"
        })
package org.shouwen.goodsrelease;
