package org.shouwen.access.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The login page, and where people land. */
@Controller
class SignInController {

    @GetMapping("/login")
    String page(
            @RequestParam(required = false) String refused,
            @RequestParam(required = false) String paused,
            @RequestParam(required = false) String left,
            @RequestParam(required = false) String ready,
            @RequestParam(required = false) String interrupted,
            Model model) {
        if (paused != null) {
            model.addAttribute("problem", "登录失败次数过多，请 15 分钟后再试。");
        } else if (refused != null) {
            model.addAttribute("problem", "账号或密码不对，请重新输入。");
        } else if (left != null) {
            model.addAttribute("note", "已退出登录。");
        } else if (interrupted != null) {
            model.addAttribute("note", "登录已过期，刚才的内容还没有提交，请重新登录。");
        } else if (ready != null) {
            model.addAttribute("note", "账号已建好，请登录。");
        }
        return "access/login";
    }

    @GetMapping("/")
    String home() {
        return "redirect:/desk";
    }
}
