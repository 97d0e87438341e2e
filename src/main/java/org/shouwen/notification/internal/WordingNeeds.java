package org.shouwen.notification.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shouwen.workflow.NoticeNames;
import org.shouwen.workflow.NoticeNeeds;
import org.springframework.stereotype.Component;

/**
 * What wordings need, found by filling them in with nothing but what every ticket has: where nothing comes out, something is
 * missing. The wordings that the program carries say it for those in force, too, which fill in nothing more unasked
 * ({@link WordingMarks}).
 */
@Component
class WordingNeeds implements NoticeNeeds {

    /** What every ticket has, however short. */
    private static final List<String> LISTS = List.of("promises", "promisesNow");

    private static final Pattern FILLED =
            Pattern.compile("\\[\\(\\$\\{([^}]*)}\\)]|\\[# th:each=\"[^:\"]* : \\$\\{([^}]*)}\"]");
    private static final Pattern GAP = Pattern.compile("⟪(\\d+)⟫\\s*⟪/⟫");
    /** Kinds of tickets, as subjects say them that are of no other kind. */
    private static final Pattern KIND = Pattern.compile("报修|投诉|装修|物品放行|表扬");

    private static final Pattern NAME = Pattern.compile("[a-zA-Z]\\w*");

    private final Wording wording = new Wording(Wording::load);
    private final Map<String, Optional<Need>> read = new ConcurrentHashMap<>();

    @Override
    public Optional<Need> of(String stem) {
        return read.computeIfAbsent(NoticeNames.now(stem), name -> carried(name).map(text -> need(name, text)));
    }

    private static Optional<Text> carried(String name) {
        return NoticeNames.isName(name) && WordingNeeds.class.getResource("/notification/" + name + ".txt") != null
                ? Optional.of(Wording.load(name))
                : Optional.empty();
    }

    private Need need(String name, Text text) {
        Map<String, Object> known = new HashMap<>();
        WordingMarks.always().forEach(fact -> known.put(fact, fact));
        LISTS.forEach(list -> known.put(list, List.of()));
        List<String> asked = new ArrayList<>();
        Text filled = wording.render(new Text(probed(text.subject(), asked), probed(text.body(), asked)), known);
        Map<String, String> missing = new TreeMap<>();
        GAP.matcher(filled.subject() + filled.body())
                .results()
                .map(gap -> asked.get(Integer.parseInt(gap.group(1))))
                .flatMap(expression -> NAME.matcher(expression).results())
                .map(MatchResult::group)
                .filter(fact -> FactNames.WORDS.containsKey(fact) && !known.containsKey(fact))
                .forEach(fact -> missing.put(fact, FactNames.WORDS.get(fact)));
        KIND.matcher(text.subject()).results().map(MatchResult::group).forEach(kind -> missing.put(kind, kind));
        return new Need(Wordings.title(name, text), missing);
    }

    /** @return with a number around whatever is filled in or gone through */
    private static String probed(String template, List<String> asked) {
        return FILLED.matcher(template).replaceAll(mark -> {
            String what = mark.group(1) == null ? mark.group(2) : mark.group(1);
            asked.add(what);
            String probe = "⟪" + (asked.size() - 1) + "⟫[# th:utext=\"${" + what + "}\"/]⟪/⟫";
            return Matcher.quoteReplacement(mark.group().startsWith("[#") ? probe + mark.group() : probe);
        });
    }
}
