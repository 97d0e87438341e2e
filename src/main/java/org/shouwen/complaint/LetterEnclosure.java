package org.shouwen.complaint;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shouwen.ticket.Enclosures;
import org.shouwen.ticket.Ticket;
import org.springframework.stereotype.Component;

/** The letter of a written answer goes along with the mail that tells of it. */
@Component
public class LetterEnclosure implements Enclosures {

    private static final String ANSWERED = "complaint-answered.to-resident";
    private static final Pattern LETTER = Pattern.compile("(TS-\\d{2}-\\d{6,})-(\\d{2,4})");

    private final Complaints complaints;

    LetterEnclosure(Complaints complaints) {
        this.complaints = complaints;
    }

    @Override
    public Optional<String> with(String template, Ticket ticket) {
        return template.equals(ANSWERED)
                ? complaints.lastAnswer(ticket.number()).filter(Answer::written).map(Answer::letterNumber)
                : Optional.empty();
    }

    /** @return the letter, where it is one of this complaint */
    public Optional<Enclosure> paper(String number, String letter) {
        return letter.startsWith(number + "-") ? paper(letter) : Optional.empty();
    }

    @Override
    public Optional<Enclosure> paper(String name) {
        Matcher letter = LETTER.matcher(name);
        return letter.matches()
                ? complaints
                        .letter(letter.group(1), Integer.parseInt(letter.group(2)))
                        .map(pdf -> new Enclosure(name, "application/pdf", pdf))
                : Optional.empty();
    }
}
