package org.shouwen.onetimenotice;

/**
 * Something that a kind of ticket needs.
 *
 * @param code stable name within the kind
 * @param text what the resident reads
 * @param basis the article, or "" where there is none
 */
public record Item(String code, Section section, String text, String basis) {

    /** @return text and article in one line */
    public String words() {
        return basis.isBlank() ? text : text + "（依据：" + basis + "）";
    }
}
