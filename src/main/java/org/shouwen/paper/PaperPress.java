package org.shouwen.paper;

/** Where papers are printed. */
public interface PaperPress {

    /**
     * The paper as PDF (A4) with the characters it uses embedded. It prints whatever was written: a character that the font
     * lacks becomes 〓, and a note at the end names it; so nothing that people write can stop a letter.
     *
     * @return the same bytes for the same paper
     */
    byte[] pdf(Paper paper);
}
