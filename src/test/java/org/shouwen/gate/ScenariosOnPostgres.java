package org.shouwen.gate;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeTags;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** Cases through the whole application. */
@Suite
@SelectPackages("org.shouwen")
@IncludeClassNamePatterns(".*IT")
@IncludeTags("scenario")
class ScenariosOnPostgres extends InOrder {}
