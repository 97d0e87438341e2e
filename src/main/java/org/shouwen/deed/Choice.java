package org.shouwen.deed;

import java.util.List;
import org.shouwen.wording.Apart;

/**
 * Something to choose.
 *
 * @param code as it is handed in
 * @param label as people read it
 */
public record Choice(String code, String label) {

    /** @return the same choices; what is called the same has its code beside it */
    static List<Choice> toldApart(List<Choice> offered) {
        List<String> labels = offered.stream().map(Choice::label).toList();
        return offered.stream()
                .map(choice -> new Choice(choice.code(), Apart.label(choice.label(), choice.code(), labels)))
                .toList();
    }
}
