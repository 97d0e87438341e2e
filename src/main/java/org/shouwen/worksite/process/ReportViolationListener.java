package org.shouwen.worksite.process;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.Submission;
import org.shouwen.worksite.ViolationDesk;
import org.springframework.stereotype.Component;

@Component
class ReportViolationListener extends FormListener {

    private final ViolationDesk desk;

    ReportViolationListener(ViolationDesk desk) {
        super("receipt1", "receipt2", "receipt3", "remark");
        this.desk = desk;
    }

    @Override
    protected void submitted(String number, Submission form, DelegateTask task) {
        List<String> receipts = Stream.of(
                        form.optionalText("receipt1", "第一个单位的回执编号", 60),
                        form.optionalText("receipt2", "第二个单位的回执编号", 60),
                        form.optionalText("receipt3", "第三个单位的回执编号", 60))
                .flatMap(Optional::stream)
                .toList();
        desk.report(
                ViolationProcess.VIOLATION.get(task),
                receipts,
                form.optionalText("remark", "上报情况", 500).orElse(null),
                who(),
                when());
    }
}
