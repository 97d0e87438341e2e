package org.shouwen.ticket;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.shouwen.estate.Estate;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Typed;
import org.shouwen.problem.Written;
import org.shouwen.rights.Caller;
import org.shouwen.roster.Post;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.TicketQuery.Filter;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;

/** What lists can be narrowed to, read in one way for pages, API, print and export: the same names, the same refusals. */
@Component
public record TicketSearch(Kinds kinds, Categories categories, Roster roster, Estate estate, Moments moments) {

    /** Names of what a list can be asked for, besides its pages. */
    public static final List<String> NAMES = List.of(
            "q", "kind", "category", "site", "status", "due", "person", "handler", "post", "from", "until", "sort");

    /** Of {@code post}: those on which the reader works at that moment. */
    public static final String MINE = "mine";

    private static final int RECENT_MONTHS = 12;

    /**
     * @param asked what was written, by name; what is missing or blank filters nothing
     * @param usual the order where none is asked for
     * @throws Refusal naming the field that is wrong
     */
    public TicketQuery query(Map<String, String> asked, Filter about, Sort usual, int size, Caller reader) {
        Sort sort = code(asked, "sort", "排序", Sort.class);
        return new TicketQuery(
                List.of(about, filter(asked, reader)),
                Typed.orNull(asked.get("q")),
                moments.start(moments.date(reader.at()).minusMonths(RECENT_MONTHS)),
                sort == null ? usual : sort,
                size,
                Typed.orNull(asked.get("after")),
                reader);
    }

    private Filter filter(Map<String, String> asked, Caller reader) {
        LocalDate from = date(asked, "from");
        LocalDate until = date(asked, "until");
        if (from != null && until != null && until.isBefore(from)) {
            throw Refusal.invalid("days-backwards", "until", "受理日期的结束（until）早于开始");
        }
        return new Filter(
                chosen(asked, "kind", code -> kinds.get(code).code()),
                known(asked, "category", "类别", categories::codes),
                known(asked, "site", "服务点", estate::sites),
                status(asked.get("status")),
                null,
                code(asked, "due", "时限", Due.class),
                staff(asked, "person"),
                staff(asked, "handler"),
                posts(asked.get("post"), reader),
                from == null ? null : moments.start(from),
                until == null ? null : moments.start(until.plusDays(1)));
    }

    private static LocalDate date(Map<String, String> asked, String field) {
        return chosen(asked, field, day -> Written.date(day, field, field.equals("from") ? "受理日期从" : "受理日期到"));
    }

    private static <T> T chosen(Map<String, String> asked, String field, Function<String, T> read) {
        String written = Typed.orNull(asked.get(field));
        return written == null ? null : read.apply(written);
    }

    private static <E extends Enum<E>> E code(Map<String, String> asked, String field, String label, Class<E> codes) {
        return chosen(asked, field, written -> Typed.code(written, codes, Enum::name)
                .orElseThrow(() -> unknown(field, label, written, "，可选：" + Typed.codes(codes))));
    }

    private static String known(Map<String, String> asked, String field, String label, Supplier<List<String>> codes) {
        return chosen(asked, field, written -> {
            if (!codes.get().contains(written)) {
                throw unknown(field, label, written, "");
            }
            return written;
        });
    }

    private static Refusal unknown(String field, String label, String written, String offered) {
        return Refusal.invalid(
                field + "-unknown", field, "没有“" + written + "”这个" + label + "（" + field + "）" + offered);
    }

    private static Status status(String text) {
        return Typed.isBlank(text)
                ? null
                : Typed.code(text, Status.class, Status::name)
                        .orElseThrow(() -> unknown("status", "状态", text, "，可选：" + Typed.codes(Status.class)));
    }

    /** Whoever has left is still asked for. */
    private String staff(Map<String, String> asked, String field) {
        return chosen(asked, field, written -> {
            String code = Typed.plain(roster.spelled(written));
            if (roster.staff(code).isEmpty()) {
                throw Refusal.invalid("staff-unknown", field, "没有工号为“" + code + "”的员工（" + field + "）");
            }
            return code;
        });
    }

    private List<String> posts(String written, Caller reader) {
        if (Typed.isBlank(written)) {
            return null;
        }
        if (written.equals(MINE)) {
            return roster.actingPostsOf(reader.code(), reader.at()).stream()
                    .map(Post::code)
                    .toList();
        }
        return List.of(roster.post(Typed.plain(written))
                .orElseThrow(() -> unknown("post", "岗位", written, ""))
                .code());
    }
}
