package org.shouwen.gate;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeTags;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** What is written and read, two nodes, and floods of what nobody should send. */
@Suite
@SelectPackages("org.shouwen")
@IncludeClassNamePatterns(".*IT")
@IncludeTags("database")
class DatabaseOnPostgres extends InOrder {}
