/** A staffed estate with tickets in every state, made through the real use cases; only with the profile {@code demo}. */
package org.shouwen.demo;
