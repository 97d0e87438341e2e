/** 装修: what may be done to a home, what has to be handed in, and the way to the registration certificate. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"problem", "ticket", "onetimenotice", "workflow"})
package org.shouwen.renovation;
