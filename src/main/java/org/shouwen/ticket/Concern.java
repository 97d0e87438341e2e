package org.shouwen.ticket;

/** Why somebody of another site sees a ticket after all: he is asked, or answers for it. Features that ask people implement it. */
public interface Concern {

    /** @return whether something of that ticket waits for the person, or he has to answer for it */
    boolean concerns(String number, String person);
}
