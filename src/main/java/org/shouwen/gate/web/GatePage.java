package org.shouwen.gate.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.shouwen.gate.GateDesk;
import org.shouwen.gate.GatePaper;
import org.shouwen.gate.GatePaper.Way;
import org.shouwen.gate.Goods;
import org.shouwen.gate.Passage;
import org.shouwen.gate.Reading;
import org.shouwen.page.Plain;
import org.shouwen.page.StaffPage;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Typed;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.wording.Moments;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 门岗: what a paper lets through, and who is inside now. Made for a phone in one hand. */
@StaffPage
@Allowed
@RequestMapping("/desk/gate")
class GatePage {

    /** How the fields of the counts are called, before the line's number. */
    private static final String COUNT = "count-";

    private static final String BACK = "redirect:/desk/gate";

    private final GateDesk gate;
    private final Moments moments;

    GatePage(GateDesk gate, Moments moments) {
        this.gate = gate;
        this.moments = moments;
    }

    /** @param style of the look */
    record Card(Reading reading, boolean scanned, String style) {

        static Card of(GateDesk.Shown shown) {
            Reading reading = shown.reading();
            return new Card(
                    reading, shown.scanned(), reading.look().light().name().toLowerCase(Locale.ROOT));
        }
    }

    record Inside(GatePaper.Inside who, String since) {}

    record Event(GatePaper.Event event, String at) {}

    /**
     * @param reads what kinds of papers are read here
     * @param card null: none was read
     */
    record Page(String code, String reads, Card card, List<Inside> inside, List<Event> events) {}

    @GetMapping
    String page(@RequestParam(required = false) String code, Caller guard, Model model, HttpServletResponse response) {
        Card card = null;
        try {
            card = Typed.isBlank(code) ? null : Card.of(gate.read(code, guard));
        } catch (Refusal refusal) {
            // Whoever stands at the gate with a strange code in his hand still sees who is inside
            response.setStatus(refusal.kind().status());
            model.addAttribute("problem", Plain.sentence(refusal));
            model.addAttribute("wrong", "code");
        }
        model.addAttribute(
                "page",
                new Page(
                        code,
                        gate.labels(),
                        card,
                        gate.inside(guard).stream()
                                .map(who -> new Inside(who, moments.text(who.since())))
                                .toList(),
                        gate.lately(guard).stream()
                                .map(event -> new Event(event, moments.text(event.at())))
                                .toList()));
        return "gate/gate";
    }

    @PostMapping("/entries")
    String enter(
            @RequestParam String number,
            @RequestParam(defaultValue = "0") int issue,
            @RequestParam Map<String, String> fields,
            Caller guard,
            RedirectAttributes flash) {
        return passed(new Passage(number, issue, Way.IN, counts(fields)), guard, flash);
    }

    @PostMapping("/exits")
    String leave(
            @RequestParam String number,
            @RequestParam(defaultValue = "0") int issue,
            @RequestParam Map<String, String> fields,
            Caller guard,
            RedirectAttributes flash) {
        return passed(new Passage(number, issue, Way.OUT, counts(fields)), guard, flash);
    }

    private String passed(Passage passage, Caller guard, RedirectAttributes flash) {
        flash.addFlashAttribute("done", gate.pass(passage, guard));
        return BACK;
    }

    @PostMapping("/refusals")
    String turnAway(
            @RequestParam String number,
            @RequestParam(defaultValue = "0") int issue,
            @RequestParam(required = false) String reason,
            Caller guard,
            RedirectAttributes flash) {
        flash.addFlashAttribute("done", gate.turnAway(number, issue, reason, guard));
        return BACK;
    }

    private static Map<Integer, Integer> counts(Map<String, String> fields) {
        return fields.entrySet().stream()
                .filter(field -> field.getKey().matches(COUNT + "[1-9]\\d{0,3}") && !Typed.isBlank(field.getValue()))
                .collect(Collectors.toMap(
                        field -> Integer.valueOf(field.getKey().substring(COUNT.length())),
                        field -> Goods.count(field.getValue())));
    }
}
