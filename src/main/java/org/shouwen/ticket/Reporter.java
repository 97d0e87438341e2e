package org.shouwen.ticket;

/**
 * Who reported the matter.
 *
 * @param phone as {@link org.shouwen.estate.Phone#said} keeps it; "" where he has or gives none
 * @param email address for notices, or null
 */
public record Reporter(String name, String phone, String email) {

    /** Whoever reports an emergency before he is asked who he is; an emergency does not wait for it. */
    public static final Reporter PASSER_BY = new Reporter("路人", "", null);

    /** @return whether there is a way to tell or to ask him anything */
    public boolean isReachable() {
        return !phone.isEmpty() || email != null;
    }
}
