package org.shouwen.desk.web;

import org.shouwen.access.AccountEvents;
import org.shouwen.access.Accounts;
import org.shouwen.page.StaffPage;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own password. */
@Allowed
@StaffPage
@RequestMapping("/desk/password")
class PasswordController {

    private final Accounts accounts;
    private final AccountEvents events;

    PasswordController(Accounts accounts, AccountEvents events) {
        this.accounts = accounts;
        this.events = events;
    }

    @GetMapping
    String page() {
        return "desk/password";
    }

    /** Every session of the account is over with it, this one too: he signs in anew. */
    @PostMapping
    String change(
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            Caller caller) {
        if (!password.equals(again)) {
            throw Refusal.invalid("passwords-differ", "again", "两次输入的新密码不一样");
        }
        try {
            accounts.changePassword(caller.code(), current, password);
        } catch (Refusal refusal) {
            // Its owner, and the administrator, see that somebody guessed
            if (refusal.name().equals("password-wrong")) {
                events.note(caller.code(), "改密码时输错了现在的密码", caller.code(), caller.at());
            }
            throw refusal;
        }
        events.note(caller.code(), "自己改了密码", caller.code(), caller.at());
        return "redirect:/desk";
    }
}
