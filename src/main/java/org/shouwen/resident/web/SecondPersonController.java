package org.shouwen.resident.web;

import org.shouwen.notification.SecondPersons;
import org.shouwen.problem.Written;
import org.shouwen.resident.LinkPage;
import org.shouwen.ticket.Tickets;
import org.shouwen.wording.Moments;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which a second person answers what he is asked. Whoever gets here holds its key, which opens nothing else. */
@LinkPage
@RequestMapping("/r/p/{number}/{purpose}")
class SecondPersonController {

    private static final int LONGEST_CODE = 40;

    private final SecondPersonPages pages;
    private final SecondPersons persons;
    private final Tickets tickets;
    private final Moments moments;

    SecondPersonController(SecondPersonPages pages, SecondPersons persons, Tickets tickets, Moments moments) {
        this.pages = pages;
        this.persons = persons;
        this.tickets = tickets;
        this.moments = moments;
    }

    @GetMapping
    String page(
            @PathVariable String number,
            @PathVariable String purpose,
            @RequestParam(required = false) String done,
            @RequestParam(required = false) String again,
            Model model) {
        if (done != null) {
            model.addAttribute("done", "已收到您的答复，谢谢。");
        }
        if (again != null) {
            model.addAttribute("problem", "没有提交成功：页面停留太久。请再点一次。");
        }
        return pages.fill(number, purpose, model);
    }

    @PostMapping("/answer")
    String answer(
            @PathVariable String number, @PathVariable String purpose, @RequestParam(required = false) String answer) {
        String code = Written.text(answer, "answer", "您的答复", LONGEST_CODE);
        persons.get(purpose).answer(tickets.get(number), code, moments.now());
        return "redirect:/r/p/" + number + "/" + purpose + "?done";
    }
}
