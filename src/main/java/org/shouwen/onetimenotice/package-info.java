/** 一次性告知: the complete list of what is needed, made once and kept. Sending it is the notice's business. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"problem", "ticket", "workflow"})
package org.shouwen.onetimenotice;
