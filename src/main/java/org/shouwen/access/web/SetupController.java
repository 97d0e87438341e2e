package org.shouwen.access.web;

import jakarta.servlet.http.HttpServletResponse;
import org.shouwen.access.internal.FirstAdministrator;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page behind the one-time link: it makes the first administrator. */
@Controller
@RequestMapping("/setup")
class SetupController {

    private final FirstAdministrator firstAdministrator;

    SetupController(FirstAdministrator firstAdministrator) {
        this.firstAdministrator = firstAdministrator;
    }

    @GetMapping
    String page(@RequestParam(required = false) String token, Model model, HttpServletResponse response) {
        if (!firstAdministrator.isOffered(token)) {
            return dead(model, response);
        }
        model.addAttribute("token", token);
        return "access/setup";
    }

    @PostMapping
    String appoint(
            @RequestParam(required = false) String token,
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            Model model,
            HttpServletResponse response) {
        if (!firstAdministrator.isOffered(token)) {
            return dead(model, response);
        }
        try {
            if (!password.equals(again)) {
                throw Refusal.invalid("passwords-differ", "again", "两次输入的密码不一样");
            }
            firstAdministrator.appoint(token, Typed.plain(username), name, password);
            return "redirect:/login?ready";
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.NOT_FOUND) {
                return dead(model, response);
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("problem", refusal.getMessage());
            model.addAttribute("token", token);
            model.addAttribute("username", username);
            model.addAttribute("name", name);
            return "access/setup";
        }
    }

    private static String dead(Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute("problem", "这个设置链接无效、已过期或已经用过。重启首问会在日志里给出新的链接。");
        return "access/setup";
    }
}
