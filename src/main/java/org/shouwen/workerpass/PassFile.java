package org.shouwen.workerpass;

import java.util.List;
import org.shouwen.worksite.FileSection;
import org.springframework.stereotype.Component;

/** Before the file of a renovation closes, both cards of every pass are back. */
@Component
record PassFile(WorkerPasses passes) implements FileSection {

    @Override
    public List<String> missing(String ticket) {
        return passes.ofTicket(ticket).stream()
                .filter(pass -> !pass.isReturned())
                .map(pass -> "出入证 " + pass.number() + "，" + pass.worker().masked() + "，还没有交回")
                .toList();
    }
}
