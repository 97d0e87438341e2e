package org.shouwen.ticket;

/** Whose part is broken: it decides limits, payer and entry (duties B16). */
public enum Area {
    HOME("居家"),
    PUBLIC("公共");

    private final String label;

    Area(String label) {
        this.label = label;
    }

    /** @return what people read */
    public String label() {
        return label;
    }
}
