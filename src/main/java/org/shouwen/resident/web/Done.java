package org.shouwen.resident.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a resident just did; the page says so. It stands in the address, so only these words can be said. */
enum Done {
    URGED("已催办，办理人员会收到提醒。"),
    WITHDRAWN("已撤回，不再办理。"),
    UPLOADED("已收到您上传的照片或文件。"),
    RECEIVED("已记下：您收到了一次性告知书。"),
    HANDED_IN("已收到，前台会核对。"),
    TAKEN_OUT("已从装修方案中去掉。"),
    CONFIRMED("已记下：您已看过并收到禁止行为和注意事项。"),
    COMPLETED("已报完工，物业会来验收。");

    private final String sentence;

    Done(String sentence) {
        this.sentence = sentence;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @return what the page says; empty: nothing that we know of was done */
    static Optional<String> said(String code) {
        return Arrays.stream(values())
                .filter(done -> done.code().equals(code))
                .map(done -> done.sentence)
                .findFirst();
    }
}
