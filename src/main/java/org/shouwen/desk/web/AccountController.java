package org.shouwen.desk.web;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.shouwen.access.AccountEvents;
import org.shouwen.access.Accounts;
import org.shouwen.estate.Estate;
import org.shouwen.page.StaffPage;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Typed;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.shouwen.roster.Duty;
import org.shouwen.roster.Post;
import org.shouwen.roster.Postings;
import org.shouwen.roster.Roster;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One account: what it may, which posts its owner has, its tokens, and who did what to it. */
@Allowed(Role.ADMINISTRATOR)
@StaffPage
@RequestMapping("/desk/admin/accounts/{username}")
class AccountController {

    private static final String BACK = "redirect:/desk/admin/accounts/{username}";
    private static final int LONGEST_LABEL = 60;

    private final Accounts accounts;
    private final Roster roster;
    private final AccountEvents events;
    private final Estate estate;
    private final Postings postings;

    AccountController(Accounts accounts, AccountEvents events, Roster roster, Estate estate, Postings postings) {
        this.accounts = accounts;
        this.events = events;
        this.roster = roster;
        this.estate = estate;
        this.postings = postings;
    }

    @GetMapping
    String page(@PathVariable String username, Model model) {
        mustExist(username);
        Set<Role> roles = accounts.rolesOf(username);
        model.addAttribute("code", username);
        model.addAttribute("name", roster.nameOf(username));
        model.addAttribute("enabled", !roles.isEmpty());
        model.addAttribute("has", roles);
        model.addAttribute("roles", Role.values());
        model.addAttribute("posts", posts());
        model.addAttribute(
                "holds", roster.postsOf(username).stream().map(Post::code).toList());
        model.addAttribute("tokens", accounts.tokensOf(username));
        model.addAttribute("events", events.of(username));
        return "desk/account";
    }

    @PostMapping("/password")
    String setPassword(
            @PathVariable String username,
            @RequestParam(defaultValue = "") String password,
            Caller caller,
            RedirectAttributes flash) {
        accounts.setPassword(username, password);
        return done(username, "重设密码", "已重设账号 " + username + " 的密码，原来的登录和令牌已全部失效，下次登录时须改密码。", caller, flash);
    }

    @PostMapping("/enabling")
    String enable(@PathVariable String username, Caller caller, RedirectAttributes flash) {
        mustExist(username);
        if (!accounts.rolesOf(username).isEmpty()) {
            throw Refusal.notPossibleNow("account-enabled", "账号 " + username + " 没有停用，不用启用");
        }
        accounts.enable(username);
        return done(username, "启用账号", "已启用账号 " + username + "，密码和令牌还是停用前的；要全部换掉，请重设密码。", caller, flash);
    }

    @PostMapping("/roles")
    String setRoles(
            @PathVariable String username,
            @RequestParam(required = false) List<String> role,
            Caller caller,
            RedirectAttributes flash) {
        Set<Role> roles = AccountsController.roles(role);
        if (username.equals(caller.code()) && !roles.contains(Role.ADMINISTRATOR)) {
            throw Refusal.notPossibleNow("account-in-use", "不能取消自己的管理员角色");
        }
        accounts.setRoles(username, roles);
        String labels = AccountsController.labels(roles);
        return done(username, "角色改为：" + labels, "账号 " + username + " 的角色已改为" + labels + "。", caller, flash);
    }

    @PostMapping("/posts")
    String setPosts(
            @PathVariable String username,
            @RequestParam(required = false) List<String> post,
            Caller caller,
            RedirectAttributes flash) {
        mustExist(username);
        postings.put(username, post == null ? Set.of() : Set.copyOf(post));
        String names = roster.postsOf(username).stream().map(Post::name).collect(Collectors.joining("、"));
        String said = names.isEmpty() ? "没有岗位" : "岗位：" + names;
        return done(username, "岗位改为：" + names, "已改，" + roster.nameOf(username) + said + "。", caller, flash);
    }

    @PostMapping("/tokens")
    String issueToken(
            @PathVariable String username,
            @RequestParam(defaultValue = "") String label,
            Caller caller,
            RedirectAttributes flash) {
        String named = label(label);
        flash.addFlashAttribute("token", accounts.issueToken(username, named));
        return done(username, "发给令牌：" + named, "已发给令牌“" + named + "”。", caller, flash);
    }

    @PostMapping("/tokens/revocation")
    String revoke(
            @PathVariable String username,
            @RequestParam(defaultValue = "") String label,
            Caller caller,
            RedirectAttributes flash) {
        String named = label(label);
        mustExist(username);
        accounts.revoke(username, named);
        return done(username, "作废令牌：" + named, "账号 " + username + " 名为“" + named + "”的令牌已全部作废。", caller, flash);
    }

    private String done(String username, String what, String said, Caller caller, RedirectAttributes flash) {
        events.note(username, what, caller.code(), caller.at());
        flash.addFlashAttribute("done", said);
        return BACK;
    }

    /** @return every post there is, by site and duty */
    private List<Post> posts() {
        return estate.sites().stream()
                .sorted()
                .flatMap(site -> Arrays.stream(Duty.values()).flatMap(duty -> roster.postsOf(site, duty).stream()))
                .toList();
    }

    private void mustExist(String username) {
        if (!accounts.exists(username)) {
            throw Refusal.notFound("account-unknown", "没有账号 " + username);
        }
    }

    private static String label(String typed) {
        String label = Typed.plain(typed);
        if (label.isEmpty() || label.length() > LONGEST_LABEL || !Typed.canBeKept(label)) {
            throw Refusal.invalid("label-invalid", "label", "请填写令牌的用途，最多 " + LONGEST_LABEL + " 字");
        }
        return label;
    }
}
