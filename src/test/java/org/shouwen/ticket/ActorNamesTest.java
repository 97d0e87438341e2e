package org.shouwen.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shouwen.roster.Roster;

/** Whoever acted beside the staff is told by a word, in every list and every refusal. */
class ActorNamesTest {

    static String[] actors() {
        return Arrays.stream(TimelineEntry.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == String.class)
                .map(field -> {
                    try {
                        return (String) field.get(null);
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toArray(String[]::new);
    }

    @ParameterizedTest
    @MethodSource("actors")
    void noActorIsReadAsACode(String actor) {
        Roster roster = mock();
        when(roster.nameOf(any())).thenAnswer(asked -> asked.getArgument(0));
        assertThat(TimelineEntry.nameOf(actor, roster)).matches("\\p{IsHan}+");
    }
}
