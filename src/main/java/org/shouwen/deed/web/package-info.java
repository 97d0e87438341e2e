/** The two doors of every deed, and what the description of the API says of them. */
package org.shouwen.deed.web;
