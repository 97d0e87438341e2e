package org.shouwen.gate;

import org.junit.jupiter.api.ClassOrderer;
import org.junit.platform.suite.api.ConfigurationParameter;

/**
 * A share of the integration tests. Two shares run at once, each in a machine of its own with the applications that its tests
 * have in common; within a share the order is the same everywhere.
 */
@ConfigurationParameter(key = ClassOrderer.DEFAULT_ORDER_PROPERTY_NAME, value = InOrder.BY_NAME)
abstract class InOrder {

    static final String BY_NAME = "org.junit.jupiter.api.ClassOrderer$ClassName";
}
