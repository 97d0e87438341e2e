package org.shouwen.renovation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The renovations there are, and their certificates. */
public interface Renovations {

    /** Stores a new application. */
    void add(Renovation renovation);

    /** @throws org.shouwen.problem.Refusal not found, with a sentence */
    Renovation get(String ticket);

    Optional<Renovation> find(String ticket);

    /** @return number of the ticket of the home's renovation that is applied for or under way, if there is one */
    Optional<String> openAt(String home);

    /** @return those whose certificate was issued and whose file is not closed, by the end of their work */
    List<Renovation> underWay(String site);

    void stands(String ticket, Renovation.Stage stage);

    /** The plan or who carries it out is different now. */
    void changed(String ticket, Application application);

    /** @return number of the next certificate; its year is the site's */
    String nextCertificate(Instant at);

    void certified(Certificate certificate);

    /** @param number of the certificate, for example {@code ZJ-26-000001} */
    Optional<Certificate> certificate(String number);

    /** The certificate counts until another day. */
    void extended(String certificate, LocalDate until);

    void revoked(String certificate, String reason, String by, Instant at);
}
