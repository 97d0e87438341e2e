/** Papers: letters and forms as PDF with a Chinese font of their own, and the door at which those of a ticket are taken. What stands on a paper is its feature's business. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"problem", "rights", "ticket", "credential"})
package org.shouwen.paper;
