package org.shouwen.notification.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.shouwen.workflow.NoticeNames;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.exceptions.TemplateEngineException;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/**
 * Fills in the texts of {@code notification/<stem>.txt}: first line the subject, then a blank line, then the body. An engine of
 * its own, no bean, so that the pages keep theirs. What people wrote in a ticket is only ever a value; what a manager writes in
 * a wording is text between marks ({@link WordingMarks}).
 */
@Component
class Wording {

    private final SpringTemplateEngine engine = new SpringTemplateEngine();
    private final Function<String, Text> inForce;

    @Autowired
    Wording(WordingVersions versions) {
        this(versions::inForce);
    }

    /** @param inForce a wording by its name */
    Wording(Function<String, Text> inForce) {
        this.inForce = inForce;
        StringTemplateResolver resolver = new StringTemplateResolver();
        resolver.setTemplateMode(TemplateMode.TEXT);
        resolver.setCacheable(true);
        engine.setTemplateResolver(resolver);
    }

    Text render(String stem, Map<String, Object> facts) {
        try {
            return render(inForce.apply(stem), facts);
        } catch (TemplateEngineException e) {
            // The engine knows a template only by its whole text
            throw new IllegalStateException("notification/" + stem + ".txt cannot be filled in: " + root(e), e);
        }
    }

    Text render(Text template, Map<String, Object> facts) {
        Context context = new Context(Locale.CHINA, facts);
        return new Text(engine.process(template.subject(), context), engine.process(template.body(), context));
    }

    private static String root(Throwable failure) {
        return NestedExceptionUtils.getMostSpecificCause(failure).getMessage();
    }

    static Text load(String stem) {
        if (!NoticeNames.isName(stem)) {
            throw new IllegalStateException("no stem of a notice template: " + stem);
        }
        try (InputStream file = Wording.class.getResourceAsStream("/notification/" + stem + ".txt")) {
            if (file == null) {
                throw new IllegalStateException("no template notification/" + stem + ".txt");
            }
            Text text = WordingVersions.text(file.readAllBytes());
            if (text.body().isEmpty()) {
                throw new IllegalStateException("notification/" + stem + ".txt has no subject");
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
