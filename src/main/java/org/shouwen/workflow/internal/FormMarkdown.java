package org.shouwen.workflow.internal;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** The texts of forms as Tasklist shows them: Markdown, with what the ticket says in the places kept for it. */
final class FormMarkdown {

    /** The one thing that a text may ask for; the guard refuses others. */
    static final Pattern PLACE = Pattern.compile("\\{\\{(show_\\w+)}}");

    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer HTML =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

    private FormMarkdown() {}

    /** @param facts texts by name; of what is not there nothing is shown */
    static String html(String text, Map<String, String> facts) {
        String told = PLACE.matcher(text)
                .replaceAll((MatchResult place) -> Matcher.quoteReplacement(facts.getOrDefault(place.group(1), "")));
        return HTML.render(PARSER.parse(told));
    }
}
