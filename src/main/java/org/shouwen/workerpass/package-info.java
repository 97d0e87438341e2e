/** 出入证: the pair of cards that a worker of a renovation carries and leaves at the gate, and who is inside now. Whether the renovation may go on is said elsewhere. */
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
            "renovation",
            "worksite",
            "citypack",
            "workflow",
            "paper",
            "credential",
            "gate"
        })
package org.shouwen.workerpass;
