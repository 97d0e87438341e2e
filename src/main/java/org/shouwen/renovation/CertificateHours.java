package org.shouwen.renovation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shouwen.citypack.PrintedHours;
import org.shouwen.citypack.WorkHours;
import org.shouwen.notification.Notices;
import org.shouwen.ticket.Tickets;
import org.shouwen.ticket.TimelineEntry;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;

/**
 * The hours on certificates and passes. A rule of the site that is put right holds for whoever has one, whatever is printed
 * there: he is told once, it stands in his history, and the new print says since when.
 */
@Component
public record CertificateHours(
        Renovations renovations, Tickets tickets, WorkHours hours, Notices notices, Moments moments)
        implements PrintedHours {

    @Override
    public List<String> concerned(WorkHours.Choice before, WorkHours.Choice after) {
        return certificates(before, after).stream().map(Certificate::number).toList();
    }

    private List<Certificate> certificates(WorkHours.Choice before, WorkHours.Choice after) {
        return renovations.counting(after.policy().site(), moments.today()).stream()
                .filter(certificate -> !words(certificate, before).equals(words(certificate, after)))
                .toList();
    }

    private String words(Certificate certificate, WorkHours.Choice choice) {
        return hours.wordingOf(choice, certificate.from(), certificate.until());
    }

    @Override
    public void changed(WorkHours.Choice before, WorkHours.Choice after, String by, Instant at) {
        certificates(before, after).forEach(certificate -> {
            tickets.note(
                    certificate.ticket(),
                    RenovationEvent.HOURS_CHANGED,
                    "允许施工的时间改为：%s（原来：%s）".formatted(words(certificate, after), words(certificate, before)),
                    by,
                    at);
            notices.tellResident(
                    tickets.get(certificate.ticket()),
                    new Notices.Message("certificate-hours.to-resident", "hours-" + at, at, Map.of()));
        });
    }

    /** @return since when the certificate says other hours than when it was issued, as people read it: 2026年11月30日 */
    public Optional<String> changedSince(String ticket) {
        return tickets.timeline(ticket).stream()
                .filter(line -> line.is(RenovationEvent.HOURS_CHANGED))
                .reduce((earlier, later) -> later)
                .map(TimelineEntry::at)
                .map(moments::day);
    }
}
