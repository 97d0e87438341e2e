package org.shouwen.workorder;

import java.util.Optional;
import org.shouwen.repair.Quote;
import org.shouwen.repair.Responsibility;
import org.shouwen.repair.WorkReport;
import org.shouwen.ticket.Disclosure;
import org.shouwen.ticket.Ticket;

/**
 * What a work order says of a repair.
 *
 * @param disclosure what whoever prints it reads of who reported it
 * @param quote a price that the resident agreed to
 */
record WorkOrder(
        Ticket ticket,
        Disclosure disclosure,
        Optional<Responsibility> responsibility,
        Optional<Quote> quote,
        Optional<WorkReport> report) {}
