package org.shouwen.matter;

import java.util.function.Consumer;
import org.shouwen.ticket.Priority;
import org.shouwen.ticket.Ticket;

/**
 * What a kind makes of a matter.
 *
 * @param urgent whether somebody on call has to answer
 * @param reportTo who outside must be told at once, or ""
 * @param post code of the post that works on it
 * @param keep keeps in the kind's own tables what the ticket does not hold, once it is stored
 */
public record Judgement(Priority priority, boolean urgent, String reportTo, String post, Consumer<Ticket> keep) {}
