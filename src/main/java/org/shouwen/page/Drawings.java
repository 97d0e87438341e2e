package org.shouwen.page;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.ui.Model;

/** Pages that draw diagrams: the drawing sets the style of its own lines and letters; everything else is as on every page. */
public final class Drawings {

    private static final String POLICY = "default-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline';"
            + " img-src 'self' data:; font-src 'self' data:; object-src 'none'; base-uri 'none';"
            + " frame-ancestors 'self'; form-action 'self'";

    private Drawings() {}

    /** The page finds as {@code drawn} whether the drawings were built in. */
    public static void on(Model model, HttpServletResponse response) {
        model.addAttribute("drawn", built());
        response.setHeader("Content-Security-Policy", POLICY);
    }

    /** @return whether they were built in */
    public static boolean built() {
        return Drawings.class.getResource("/static/studio/flow.js") != null;
    }
}
