package org.shouwen.problem.web;

import io.swagger.v3.oas.annotations.Hidden;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Allowed;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Every address under {@code /api} that nobody else answers to: refused like everything else, not with an HTML page. */
@Allowed
@RestController
@Hidden
class UnknownAddress {

    @RequestMapping("/api/**")
    void refuse() {
        throw Refusal.notFound("address-unknown", "没有这个地址，或它不接受这种请求方法");
    }
}
