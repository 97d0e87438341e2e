/** The caller of a request, and which roles an address answers to. */
package org.shouwen.rights.web;
