package org.shouwen.gate;

import org.junit.platform.suite.api.ExcludePackages;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** Everything but the browser. */
@Suite
@SelectPackages("org.shouwen")
@ExcludePackages("org.shouwen.browser")
@IncludeClassNamePatterns(".*IT")
class OthersOnH2 extends InOrder {}
