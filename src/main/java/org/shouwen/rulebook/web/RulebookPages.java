package org.shouwen.rulebook.web;

import java.util.Map;
import org.shouwen.page.StaffPage;
import org.shouwen.rights.Allowed;
import org.shouwen.rulebook.Rulebook;
import org.shouwen.rulebook.Sheet;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 规则: every decision table in force, to read, to find a row in and to print; whoever works here may know by what he works. */
@Allowed
@StaffPage
@RequestMapping("/desk/rules")
class RulebookPages {

    private final Rulebook rulebook;

    RulebookPages(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    @GetMapping
    String all(Model model) {
        model.addAttribute("tables", rulebook.all());
        return "rulebook/rules";
    }

    /**
     * @param asked values by input, to find the rows that a case may meet
     * @param codes whether what is written in the table stands below its words
     */
    @GetMapping("/{table}")
    String table(
            @PathVariable String table,
            @RequestParam Map<String, String> asked,
            @RequestParam(defaultValue = "false") boolean codes,
            Model model) {
        Sheet sheet = rulebook.sheet(table, asked);
        model.addAttribute("sheet", sheet);
        model.addAttribute("questions", rulebook.questions(sheet.table()));
        model.addAttribute("asked", asked);
        model.addAttribute("codes", codes);
        return "rulebook/table";
    }
}
