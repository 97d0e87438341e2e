package org.shouwen.notification.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.shouwen.workflow.NoticeNames;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.exceptions.TemplateEngineException;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/**
 * The texts of {@code notification/<stem>.txt}: first line the subject, then a blank line, then the body. An engine of
 * its own, no bean, so that the pages keep theirs. Only our files are templates; what people wrote is only ever a value.
 */
@Component
class Wording {

    private final SpringTemplateEngine engine = new SpringTemplateEngine();
    private final Map<String, Text> templates = new ConcurrentHashMap<>();

    Wording() {
        StringTemplateResolver resolver = new StringTemplateResolver();
        resolver.setTemplateMode(TemplateMode.TEXT);
        resolver.setCacheable(true);
        engine.setTemplateResolver(resolver);
    }

    Text render(String stem, Map<String, Object> facts) {
        Text template = templates.computeIfAbsent(String.valueOf(stem), Wording::load);
        Context context = new Context(Locale.CHINA, facts);
        try {
            return new Text(engine.process(template.subject(), context), engine.process(template.body(), context));
        } catch (TemplateEngineException e) {
            // The engine knows a template only by its whole text
            throw new IllegalStateException("notification/" + stem + ".txt cannot be filled in: " + root(e), e);
        }
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
            String[] parts = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\r\n", "\n")
                    .split("\n\n", 2);
            if (parts.length < 2) {
                throw new IllegalStateException("notification/" + stem + ".txt has no subject");
            }
            return new Text(parts[0], parts[1].strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
