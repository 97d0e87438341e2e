package org.shouwen.attachment;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file as it came in; nothing about it is believed.
 *
 * @param name as the sender's device calls it, or null
 * @param source opened when its turn comes, so that nine large files do not stand in memory at once
 */
public record Upload(String name, Source source) {

    /** Where the bytes are. */
    @FunctionalInterface
    public interface Source {

        InputStream open() throws IOException;
    }
}
