/** 首问责任: who owns a ticket to the end and who works on it: dispatch, grab, accept, return, decide. Not the work itself. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"problem", "ticket", "roster", "workflow"})
package org.shouwen.firstresponsibility;
