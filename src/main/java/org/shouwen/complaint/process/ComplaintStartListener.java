package org.shouwen.complaint.process;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.shouwen.complaint.Circumstance;
import org.shouwen.complaint.ComplaintDesk;
import org.shouwen.estate.Estate;
import org.shouwen.estate.Home;
import org.shouwen.problem.Refusal;
import org.shouwen.ticket.Channel;
import org.shouwen.ticket.Danger;
import org.shouwen.ticket.Details;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.Reporters;
import org.shouwen.ticket.Scope;
import org.shouwen.workflow.StartListener;
import org.shouwen.workflow.Submission;
import org.springframework.stereotype.Component;

/** Registers a complaint from the start form through the same use case as the API. */
@Component
class ComplaintStartListener extends StartListener {

    private final ComplaintDesk desk;
    private final ComplaintProcess process;
    private final Estate estate;
    private final Reporters reporters;

    ComplaintStartListener(ComplaintDesk desk, ComplaintProcess process, Estate estate, Reporters reporters) {
        super(
                "location",
                "contact",
                "category",
                "description",
                "wish",
                "about",
                "circumstances",
                "households",
                "twoPeople",
                "hotline",
                "hotlineDue");
        this.desk = desk;
        this.process = process;
        this.estate = estate;
        this.reporters = reporters;
    }

    @Override
    protected String register(Submission form) {
        String location = form.text("location", "地点", 40);
        Optional<String> home = estate.said(location).map(Home::code);
        boolean place = estate.place(location).isPresent();
        if (home.isEmpty() && !place && !estate.sites().contains(location)) {
            throw Refusal.invalid("home-unknown", "location", "没有房号、公共部位或服务点“" + location + "”");
        }
        Intake intake = new Intake(
                ComplaintDesk.KIND,
                form.text("category", "投诉类别", 40),
                home.orElse(null),
                place ? location : null,
                home.isPresent() || place ? null : location,
                home.map(code -> reporters.contact(code, form.whole("contact", "第几位联系人", 1, 1, 9)))
                        .orElseGet(() -> reporters.colleague(who())),
                home.isPresent() ? Channel.PHONE : Channel.STAFF,
                form.text("description", "投诉内容", 4000),
                Danger.UNKNOWN,
                Scope.UNKNOWN,
                false,
                null,
                details(form),
                null);
        return desk.register(intake, who(), when()).number();
    }

    private Details details(Submission form) {
        Map<String, String> told = new LinkedHashMap<>();
        form.optionalText("wish", "业主的诉求", 500).ifPresent(wish -> told.put("wish", wish));
        form.optionalText("about", "被投诉的员工", 40).ifPresent(about -> told.put("about", about));
        for (Circumstance fact : form.choices("circumstances", "有没有下列情况", Circumstance.class)) {
            told.put(fact.detail(), "true");
        }
        told.put("households", String.valueOf(form.whole("households", "一起投诉的户数", 1, 1, 9999)));
        told.put("twoPeople", String.valueOf(form.flag("twoPeople", "须两人共同办理")));
        form.optionalText("hotline", "12345 热线或信访编号", 60).ifPresent(hotline -> told.put("hotline", hotline));
        form.moment("hotlineDue", "热线或信访要求的办结期限").ifPresent(due -> told.put("hotlineDue", due.toString()));
        return new Details(told);
    }

    @Override
    protected void started(String number, DelegateExecution execution) {
        execution.setVariables(process.unusual(process.atStart(desk.registered(number))));
    }
}
