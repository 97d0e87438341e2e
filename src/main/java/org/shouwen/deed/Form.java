package org.shouwen.deed;

import java.util.List;

/**
 * A deed that is offered, as a page shows it.
 *
 * @param id its part of the page
 * @param action where it is sent
 * @param template the fragment that shows it
 * @param key sent with it, so that it is done once, however often it is sent; or null
 * @param ending whether what it ends does not come back
 * @param open whether the reader asked for it, or what he sent was refused
 * @param made false: it takes much looking up and is made when asked for
 */
public record Form(
        String path,
        String id,
        String action,
        String label,
        String title,
        String help,
        String template,
        List<Field> fields,
        String key,
        boolean ending,
        boolean open,
        boolean made) {

    /**
     * One question.
     *
     * @param value what stands in it
     */
    public record Field(
            String name,
            String label,
            Input.Type type,
            boolean required,
            int max,
            List<Choice> choices,
            String value,
            String hint) {}

    /** @return whether pressing it is all */
    public boolean isPlain() {
        return made && fields.isEmpty();
    }

    public boolean isFiles() {
        return fields.stream().anyMatch(field -> field.type() == Input.Type.FILES);
    }
}
