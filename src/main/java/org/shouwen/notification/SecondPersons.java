package org.shouwen.notification;

import org.shouwen.problem.Refusal;
import org.springframework.beans.factory.ObjectProvider;

/** All second persons that features declare. */
public class SecondPersons {

    /** Features reach the flows, which tell people: they are asked for when somebody is. */
    private final ObjectProvider<SecondPerson> features;

    public SecondPersons(ObjectProvider<SecondPerson> features) {
        this.features = features;
    }

    /** @throws Refusal where nobody is asked for that */
    public SecondPerson get(String purpose) {
        return features.stream()
                .filter(person -> person.purpose().equals(purpose))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("purpose-not-found", "没有这个页面"));
    }
}
