/** 办件: what kinds of ticket have in common whose life is one flow: taken in, promised, withdrawn, urged, passed on, opened again. Not any one kind. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"problem", "ticket", "estate", "roster", "rights", "deed", "timelimit", "workflow"})
package org.shouwen.matter;
