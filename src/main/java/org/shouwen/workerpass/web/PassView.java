package org.shouwen.workerpass.web;

import org.shouwen.estate.Phone;
import org.shouwen.workerpass.WorkerPass;

/** @param worker with name and phone hidden but for what tells two workers apart */
record PassView(String pass, int issue, String certificate, String worker, String phone, boolean returned) {

    static PassView of(WorkerPass pass) {
        return new PassView(
                pass.number(),
                pass.issue(),
                pass.certificate(),
                pass.worker().masked(),
                Phone.masked(pass.worker().phone()),
                pass.isReturned());
    }
}
