/** How moments, days and spans of time are said, in the one zone of the house. Not how much time there is: that is {@code calendar}. */
@org.springframework.modulith.ApplicationModule(
        type = org.springframework.modulith.ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package org.shouwen.wording;
