package org.shouwen.deed;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.shouwen.problem.Typed;
import org.shouwen.problem.Words;
import org.shouwen.problem.Written;
import org.springframework.web.multipart.MultipartFile;

/** What was handed in for a deed: each input read once, by what the deed says of it. */
public final class Given {

    private final Map<String, Input> asked;
    private final Map<String, String> path;
    private final Raw raw;
    private final ZoneId zone;

    /**
     * As it came in.
     *
     * @param people whether people filled in the form; else a program asks
     * @param texts what was typed, by name
     * @param details answers by name of input and question
     * @param files by name
     */
    public record Raw(
            boolean people,
            Map<String, String> texts,
            Map<String, Map<String, Object>> details,
            Map<String, List<MultipartFile>> files) {}

    /** Of a form that is done once, with what {@link Form#key} says; inputs are named by words of their own. */
    static final String KEY = "formKey";

    /** @param path what stands in the deed's address beside the number */
    Given(List<Input> inputs, Map<String, String> path, Raw raw, ZoneId zone) {
        this.asked = inputs.stream().collect(Collectors.toMap(Input::name, input -> input));
        this.path = path;
        this.raw = raw;
        this.zone = zone;
    }

    /** @return what stands in the address under that name */
    public String path(String name) {
        return path.get(name);
    }

    /** @return the id in the address; one that is no number is nobody's */
    public long id(String name) {
        try {
            return Long.parseLong(path.get(name));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    public boolean isGiven(String name) {
        return written(name).isGiven();
    }

    /** @return the text, or the code that was chosen; "" where an optional one was left out */
    public String text(String name) {
        Input input = asked(name);
        if (input.otherwise() != null && !raw.people() && !isGiven(name)) {
            return input.otherwise();
        }
        return input.required()
                ? written(name).text(input.max())
                : written(name).optional(input.max());
    }

    /** @return the same; null where it was left out */
    public String textOrNull(String name) {
        return Typed.orNull(text(name));
    }

    public Instant moment(String name) {
        return written(name).moment(zone);
    }

    public LocalDate date(String name) {
        return written(name).date();
    }

    public boolean flag(String name) {
        // "on" is what a ticked box of a form says
        return isGiven(name)
                && ("on".equals(raw.texts().get(name)) || written(name).flag());
    }

    /** @param otherwise what counts where a program leaves it out; a box that people leave empty is no */
    public boolean flag(String name, boolean otherwise) {
        return raw.people() || isGiven(name) ? flag(name) : otherwise;
    }

    /** @return the constant that was chosen; {@code otherwise} where none was */
    public <E extends Enum<E>> E choice(String name, Class<E> codes, E otherwise) {
        return isGiven(name) ? choice(name, codes) : otherwise;
    }

    public <E extends Enum<E>> E choice(String name, Class<E> codes) {
        return written(name).code(codes);
    }

    /** @return answers by question */
    public Map<String, Object> details(String name) {
        return raw.details().getOrDefault(asked(name).name(), Map.of());
    }

    /** @return the files; none where none was chosen */
    public List<MultipartFile> files(String name) {
        return raw.files().getOrDefault(asked(name).name(), List.of());
    }

    private Written written(String name) {
        Input input = asked(name);
        return Words.FIELDS.written(raw.texts().get(name), name, input.label());
    }

    private Input asked(String name) {
        Input input = asked.get(name);
        if (input == null) {
            throw new IllegalStateException("the deed does not ask for " + name);
        }
        return input;
    }
}
