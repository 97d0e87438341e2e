package org.shouwen.attachment;

/** A file that was looked into: a photo drawn anew, or a document without anything that acts by itself. */
public record CleanFile(String name, String mediaType, byte[] content) {

    /** Whatever photo came in, this is what is kept. */
    public static final String PHOTO = "image/jpeg";

    public static final String DOCUMENT = "application/pdf";
}
