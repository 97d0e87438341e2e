/** Papers: letters and forms as PDF with a Chinese font of their own. What stands on a paper is its feature's business. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package org.shouwen.paper;
