package org.shouwen.studio.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.shouwen.calendar.Calendars;
import org.shouwen.calendar.HolidayList;
import org.shouwen.page.StaffPage;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Typed;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.shouwen.studio.Change;
import org.shouwen.studio.StudioDesk;
import org.shouwen.studio.StudioDesk.Handed;
import org.shouwen.studio.web.Proposing.Answer;
import org.shouwen.studio.web.Proposing.Wish;
import org.shouwen.workflow.ModelVersions;
import org.shouwen.workflow.ModelVersions.Said;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The holidays of a year are taken from the State Council's notice: what would change is looked at, and proposed. */
@Allowed({Role.SUPERVISOR, Role.MANAGER})
@StaffPage
@RequestMapping("/desk/studio/holidays")
class HolidayChangePages {

    /** A calendar file has some ten thousand signs; a notice is held to fewer by whoever reads it. */
    private static final int LONGEST = 100_000;

    private final StudioDesk desk;
    private final Calendars calendars;
    private final Proposing proposing;

    HolidayChangePages(StudioDesk desk, Calendars calendars, Proposing proposing) {
        this.desk = desk;
        this.calendars = calendars;
        this.proposing = proposing;
    }

    /**
     * Also where a draft stood before.
     *
     * @param from a change whose list is to be changed again
     */
    @GetMapping({"", "/draft", "/changes"})
    String editor(@RequestParam Optional<Long> from, Caller caller, Model model) {
        Optional<Change> change = from.map(id -> desk.change(id, caller));
        String text = change.stream()
                .flatMap(one -> one.files().entrySet().stream())
                .filter(file -> file.getKey().endsWith(ModelVersions.HOLIDAYS))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
        return show(text, proposing.again(change), model);
    }

    /** What would come of it; nothing is kept. */
    @PostMapping("/draft")
    String draft(
            @RequestParam(required = false) MultipartFile file,
            @RequestParam Map<String, String> filled,
            HttpServletResponse response,
            Model model)
            throws IOException {
        String text = text(file, filled);
        Supplier<String> page = () -> show(text, Proposing.typed(filled), model);
        return Proposing.stay(
                () -> {
                    Handed handed = handed(text);
                    told(handed, model);
                    return page.get();
                },
                new Answer(response, model, page));
    }

    @PostMapping("/changes")
    String propose(
            @RequestParam(required = false) MultipartFile file,
            @RequestParam Map<String, String> filled,
            Caller caller,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model)
            throws IOException {
        String text = text(file, filled);
        Wish wish = Proposing.typed(filled);
        return proposing.propose(
                wish,
                (reason, from, instead) -> desk.propose(handed(text), reason, from, instead, caller),
                flash,
                new Answer(response, model, () -> show(text, wish, model)));
    }

    /** The year's list in force is what it changes; what that was when he looked does not matter, as the list is the whole year. */
    private Handed handed(String text) {
        if (text.length() > LONGEST) {
            throw Refusal.invalid("file-too-large", "file", "一年的放假安排没有这么长，请只贴通知，或者选对文件");
        }
        HolidayList list = calendars.readHolidays(text);
        String model = "holidays-" + list.year() + ModelVersions.HOLIDAYS;
        return desk.hand(Map.of(model, list.text().getBytes(StandardCharsets.UTF_8)), List.of());
    }

    private void told(Handed handed, Model model) {
        model.addAttribute(
                "faults",
                handed.faults().stream().map(Said::sentence).distinct().toList());
        handed.bases().forEach(base -> {
            model.addAttribute("base", base);
            model.addAttribute("open", desk.openOf(base.model()).orElse(null));
        });
        if (handed.faults().isEmpty()) {
            model.addAttribute("differences", desk.differences(handed.bases(), handed.files()));
        }
    }

    private String show(String text, Wish wish, Model model) {
        model.addAttribute("text", text);
        proposing.show(wish, model);
        return "studio/holidays";
    }

    /** @return what the file says, or what was pasted; stands in the field from then on */
    private static String text(MultipartFile file, Map<String, String> filled) throws IOException {
        if (file == null || file.isEmpty()) {
            return filled.getOrDefault("text", "");
        }
        return Typed.plain(decoded(file.getBytes()));
    }

    /** Spreadsheets in Chinese write GBK where nobody tells them otherwise. */
    private static String decoded(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(content, Charset.forName("GB18030"));
        }
    }
}
