package org.shouwen.gate;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** Stories in a browser. */
@Suite
@SelectPackages("org.shouwen.browser")
@IncludeClassNamePatterns(".*IT")
class PagesOnH2 extends InOrder {}
