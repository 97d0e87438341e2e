package org.shouwen.ticket;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** All events that our features declare, by the code that the timeline stores. */
@Component
public class TimelineEvents {

    private final Map<String, TimelineEvent.Declaration> declared;

    /** @throws IllegalStateException where two features declare the same code */
    public TimelineEvents() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.setResourcePattern("**/*Event.class");
        scan.addIncludeFilter(new AssignableTypeFilter(TimelineEvent.class));
        declared = scan.findCandidateComponents("org.shouwen").stream()
                .map(found -> ClassUtils.resolveClassName(
                        found.getBeanClassName(), getClass().getClassLoader()))
                .flatMap(type -> Arrays.stream((TimelineEvent[]) type.getEnumConstants()))
                .map(TimelineEvent::declared)
                .collect(Collectors.toMap(TimelineEvent.Declaration::code, Function.identity()));
    }

    public Collection<TimelineEvent.Declaration> all() {
        return declared.values();
    }

    /** @return how it is declared; what nobody declares any more is for staff only */
    public TimelineEvent.Declaration get(String code) {
        return declared.getOrDefault(code, TimelineEvent.event(code));
    }
}
