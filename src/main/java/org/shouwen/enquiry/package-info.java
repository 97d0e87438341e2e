/** 来访: consultations, suggestions, praise and other services, answered at once or passed on once. Not complaints, and nothing that is broken. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"problem", "ticket", "roster", "matter", "notification", "workflow"})
package org.shouwen.enquiry;
