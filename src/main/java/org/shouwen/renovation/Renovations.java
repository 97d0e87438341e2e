package org.shouwen.renovation;

import java.util.List;
import java.util.Optional;

/** The renovations there are. */
public interface Renovations {

    /** @throws org.shouwen.problem.Refusal not found, with a sentence */
    Renovation get(String ticket);

    Optional<Renovation> find(String ticket);

    /** @param number of the certificate, for example {@code ZJ-26-000001} */
    Optional<Certificate> certificate(String number);

    /** @return those whose certificate was issued and whose file is not closed, by the end of their work */
    List<Renovation> underWay(String site);
}
