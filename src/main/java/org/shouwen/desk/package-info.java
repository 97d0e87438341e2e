/** Staff pages beside Tasklist: register a call, tickets, inbox, imports. No rule of the business lives here. */
package org.shouwen.desk;
