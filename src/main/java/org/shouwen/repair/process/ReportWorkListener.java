package org.shouwen.repair.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.shouwen.repair.OnSiteDesk;
import org.shouwen.repair.WorkReport;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.Submission;
import org.springframework.stereotype.Component;

@Component
class ReportWorkListener extends FormListener {

    private static final int MOST_YUAN = 100_000;

    private final OnSiteDesk desk;

    ReportWorkListener(OnSiteDesk desk) {
        super("unfinished", "cause", "work", "materialSource", "materials", "cost");
        this.desk = desk;
    }

    @Override
    protected void submitted(String number, Submission form, DelegateTask task) {
        boolean unfinished = form.flag("unfinished", "还没有修好");
        RepairProcess.WORK_DONE.set(task.getExecution(), !unfinished);
        if (unfinished) {
            desk.reportUnfinished(number, form.text("work", "维修内容", 1000), who(), when());
            return;
        }
        WorkReport report = new WorkReport(
                form.text("cause", "故障原因", 500),
                form.text("work", "维修内容", 1000),
                form.choice("materialSource", "材料来源", WorkReport.MaterialSource.class),
                form.optionalText("materials", "材料清单", 500).orElse(null),
                form.yuan("cost", "向业主收费", MOST_YUAN));
        desk.reportWork(number, report, who(), when());
    }
}
