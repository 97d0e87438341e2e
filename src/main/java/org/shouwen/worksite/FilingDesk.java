package org.shouwen.worksite;

import java.time.Instant;
import java.util.List;
import org.shouwen.problem.Refusal;
import org.shouwen.ticket.Tickets;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The file of a renovation is closed when every part of it is there. */
@Component
public class FilingDesk {

    private final List<FileSection> sections;
    private final Worksites worksites;
    private final Tickets tickets;
    private final WorksiteExecution execution;

    FilingDesk(List<FileSection> sections, Worksites worksites, Tickets tickets, WorksiteExecution execution) {
        this.sections = sections;
        this.worksites = worksites;
        this.tickets = tickets;
        this.execution = execution;
    }

    /** @return what still lacks, of all parts, one item each */
    public List<String> missing(String ticket) {
        return sections.stream()
                .flatMap(section -> section.missing(ticket).stream())
                .toList();
    }

    /**
     * @param shelf where the paper file is kept, or null
     * @throws Refusal naming everything that lacks, at once
     */
    @Transactional
    public void close(String ticket, String shelf, String by, Instant at) {
        List<String> missing = missing(ticket);
        if (!missing.isEmpty()) {
            throw Refusal.notPossibleNow(
                    "file-incomplete", "资料不齐，不能归档，还有 %d 项：%s".formatted(missing.size(), String.join("；", missing)));
        }
        worksites.filed(ticket, shelf, at, by);
        execution.siteFiled(ticket);
        tickets.note(ticket, WorksiteEvent.FILE_CLOSED, "装修资料齐全，已归档" + (shelf == null ? "" : "，档案号 " + shelf), by, at);
    }
}
