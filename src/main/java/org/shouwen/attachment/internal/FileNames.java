package org.shouwen.attachment.internal;

/** What a file is called; devices send paths, control characters and endings that say one thing and mean another. */
final class FileNames {

    private static final int LONGEST = 60;

    private FileNames() {}

    /** @return without folders and what no file system or page takes; never blank */
    static String shown(String sent) {
        String name = sent == null ? "" : sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        String plain = name.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}<>:\"|?*%]", "")
                .strip();
        if (plain.isBlank() || plain.startsWith(".")) {
            return "文件";
        }
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    }

    /** @return the name with the ending of what the file is */
    static String ending(String name, String ending) {
        int dot = name.lastIndexOf('.');
        return (dot > 0 ? name.substring(0, dot) : name) + "." + ending;
    }
}
