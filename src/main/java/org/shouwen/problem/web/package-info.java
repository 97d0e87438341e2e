/** Refusals over HTTP. */
package org.shouwen.problem.web;
