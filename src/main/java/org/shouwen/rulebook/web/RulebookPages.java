package org.shouwen.rulebook.web;

import java.util.List;
import java.util.Map;
import org.shouwen.page.Drawings;
import org.shouwen.page.Shown;
import org.shouwen.page.StaffPage;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.rulebook.ModelPart;
import org.shouwen.rulebook.Rulebook;
import org.shouwen.rulebook.Rules;
import org.shouwen.rulebook.Sheet;
import org.shouwen.workflow.ModelVersions;
import org.shouwen.workflow.RuleSets;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * 规则: flows, decision tables, forms and wordings in force, to read, to find a word or a row in and to print; whoever works
 * here may know by what he works.
 */
@Allowed
@StaffPage
@RequestMapping("/desk/rules")
class RulebookPages {

    private final Rulebook rulebook;
    private final Rules rules;
    private final RuleSets sets;
    private final ObjectProvider<ModelPart> parts;

    RulebookPages(Rulebook rulebook, Rules rules, RuleSets sets, ObjectProvider<ModelPart> parts) {
        this.rulebook = rulebook;
        this.rules = rules;
        this.sets = sets;
        this.parts = parts;
    }

    /** @param q a word that occurs in what is sought; empty: everything */
    @GetMapping
    String all(@RequestParam(defaultValue = "") String q, Model model) {
        model.addAttribute("found", rules.find(q));
        model.addAttribute("set", sets.inForce());
        model.addAttribute("q", q);
        return "rulebook/rules";
    }

    @GetMapping("/forms/{form}")
    String form(@PathVariable String form, Model model) {
        model.addAttribute("form", rules.form(form));
        model.addAttribute("drawn", Drawings.built());
        return "rulebook/form";
    }

    /** @return the form as it is written, which the page shows as Tasklist does */
    @GetMapping(value = "/forms/{form}/schema", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> schema(@PathVariable String form) {
        return ResponseEntity.of(rules.forms().written(form));
    }

    @GetMapping("/notices")
    String notices(Model model) {
        model.addAttribute("notices", rules.notices());
        return "rulebook/notices";
    }

    @GetMapping("/notices/{stem}")
    String notice(@PathVariable String stem, Caller caller, Model model) {
        model.addAttribute("sent", rules.notice(stem));
        model.addAttribute("parts", parts(stem + ModelVersions.TEXT, caller));
        return "rulebook/notice";
    }

    private List<Shown> parts(String file, Caller caller) {
        return parts.orderedStream().map(part -> part.of(file, caller)).toList();
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
            Caller caller,
            Model model) {
        Sheet sheet = rulebook.sheet(table, asked);
        model.addAttribute("sheet", sheet);
        model.addAttribute("questions", rulebook.questions(sheet.table()));
        model.addAttribute("asked", asked);
        model.addAttribute("codes", codes);
        model.addAttribute("parts", parts(ModelVersions.table(table), caller));
        return "rulebook/table";
    }
}
