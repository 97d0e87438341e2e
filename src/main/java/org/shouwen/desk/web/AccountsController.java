package org.shouwen.desk.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shouwen.access.AccountEvents;
import org.shouwen.access.Accounts;
import org.shouwen.estate.Estate;
import org.shouwen.page.StaffPage;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.shouwen.roster.Housekeepers;
import org.shouwen.roster.Post;
import org.shouwen.roster.Roster;
import org.shouwen.roster.Staff;
import org.shouwen.roster.WorkInHand;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Accounts of members of staff. */
@Allowed(Role.ADMINISTRATOR)
@StaffPage
@RequestMapping("/desk/admin/accounts")
class AccountsController {

    private static final String BACK = "redirect:/desk/admin/accounts";

    private final Accounts accounts;
    private final AccountEvents events;
    private final Roster roster;
    private final Estate estate;
    private final WorkInHand work;
    private final Housekeepers housekeepers;

    AccountsController(
            Accounts accounts,
            AccountEvents events,
            Roster roster,
            Estate estate,
            WorkInHand work,
            Housekeepers housekeepers) {
        this.accounts = accounts;
        this.events = events;
        this.roster = roster;
        this.estate = estate;
        this.work = work;
        this.housekeepers = housekeepers;
    }

    /** @param enabled whether the person can sign in */
    record Account(String code, String name, String roles, boolean enabled) {}

    @GetMapping
    String page(Model model) {
        var byAccount =
                roster.allStaff().stream().collect(Collectors.partitioningBy(staff -> accounts.exists(staff.code())));
        model.addAttribute(
                "accounts", byAccount.get(true).stream().map(this::account).toList());
        model.addAttribute("without", byAccount.get(false));
        model.addAttribute("roles", Role.values());
        return "desk/accounts";
    }

    private Account account(Staff staff) {
        Set<Role> roles = accounts.rolesOf(staff.code());
        return new Account(staff.code(), staff.name(), labels(roles), !roles.isEmpty());
    }

    @PostMapping
    String create(
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(required = false) List<String> role,
            Caller caller,
            RedirectAttributes flash) {
        Staff staff = roster.staff(username)
                .orElseThrow(() -> Refusal.invalid("staff-unknown", "username", "请选择一位在册员工；新员工先在“导入”里登记"));
        accounts.create(staff.code(), password, roles(role));
        accounts.askForNewPassword(staff.code());
        events.note(staff.code(), "建立账号：" + labels(accounts.rolesOf(staff.code())), caller.code(), caller.at());
        flash.addFlashAttribute("done", "已为" + staff.name() + "建立账号 " + staff.code() + "，首次登录时须改密码。");
        return BACK;
    }

    static String labels(Set<Role> roles) {
        return roles.stream().sorted().map(Role::label).collect(Collectors.joining("、"));
    }

    static Set<Role> roles(List<String> names) {
        return Arrays.stream(Role.values())
                .filter(role -> names != null && names.contains(role.name()))
                .collect(Collectors.toSet());
    }

    /** What he has in hand and where plans count on him, before anybody shuts him out. */
    @GetMapping("/{username}/disabling")
    String beforeDisabling(@PathVariable String username, Caller caller, Model model) {
        mustBeAnother(username, caller);
        if (accounts.rolesOf(username).isEmpty()) {
            throw Refusal.notFound("account-unknown", "没有在用的账号 " + username);
        }
        model.addAttribute("code", username);
        model.addAttribute("name", roster.nameOf(username));
        model.addAttribute("work", work.describe(username, caller.at()));
        model.addAttribute("plans", plans(username));
        return "desk/account-disabling";
    }

    @PostMapping("/{username}/disabling")
    String disable(@PathVariable String username, Caller caller, RedirectAttributes flash) {
        mustBeAnother(username, caller);
        accounts.disable(username);
        events.note(username, "停用账号", caller.code(), caller.at());
        List<String> became = new ArrayList<>(work.giveBack(username, caller.code(), caller.at()));
        became.addAll(plans(username));
        flash.addFlashAttribute("done", "已停用账号 " + username + "。");
        flash.addFlashAttribute("became", became);
        return BACK;
    }

    static void mustBeAnother(String username, Caller caller) {
        if (username.equals(caller.code())) {
            throw Refusal.notPossibleNow("account-in-use", "不能停用自己正在使用的账号");
        }
    }

    /** @return where plans count on the person; whoever is called or stands in without an account is passed over */
    private List<String> plans(String username) {
        Stream<String> shifts = estate.sites().stream()
                .flatMap(site -> roster.shiftsOf(username, site).stream())
                .map(shift -> "值班表：%s %s，停用后不再呼叫，请改值班表".formatted(estate.siteName(shift.site()), shift.inWords()));
        Stream<String> pairs = roster.standIns().stream()
                .filter(pair -> pair.substitute().equals(username))
                .map(pair -> "替代表：%s的替代人（%s），停用后不再替代，请改替代表"
                        .formatted(
                                roster.nameOf(pair.staff()),
                                roster.post(pair.post()).map(Post::name).orElse(pair.post())));
        Stream<String> buildings = housekeepers.of(username).stream()
                .map(held -> "管家：" + housekeepers.label(held) + "，停用后由首问责任人回访，请在“管理 › 管家”里改由别人");
        return Stream.of(shifts, pairs, buildings).flatMap(plans -> plans).toList();
    }
}
