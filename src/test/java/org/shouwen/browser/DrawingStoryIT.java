package org.shouwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.SelectOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.testing.Browser;
import org.shouwen.testing.BrowserTest;
import org.shouwen.testing.ShippedRules;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** 画图: a manager draws a step of his own into 报修, with what is asked there, and somebody else brings it in force. */
@BrowserTest
class DrawingStoryIT extends DeskInBrowser {

    @Autowired
    private RepositoryService models;

    @Autowired
    private JdbcTemplate jdbc;

    @AfterEach
    void asShipped() {
        ShippedRules.again(models, jdbc, "repair");
    }

    private static Page drawing(Browser.Person manager) {
        Page page = manager.page();
        page.navigate("/desk/rules/flows/repair");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("画图修改"))
                .click();
        assertThat(page.locator("#picture")).hasAttribute("data-drawn", "true");
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void chooseOf(Page page, String field, String option) {
        page.locator("#inside").getByLabel(field).selectOption(new SelectOption().setLabel(option));
    }

    private static void go(Page page, String place) {
        page.getByLabel("选一处").selectOption(new SelectOption().setLabel(place));
    }

    private static void fill(Locator field, String text) {
        field.fill(text);
        field.press("Tab");
    }

    private static void faults(Page page, int count) {
        try {
            assertThat(page.locator("#picture")).hasAttribute("data-faults", String.valueOf(count));
        } catch (AssertionError other) {
            throw new AssertionError(page.locator("#said").innerText(), other);
        }
    }

    /** The mark lies in the picture as a whole, and nothing covers it. */
    private static void theMarkIsVisible(Page page) {
        Locator mark = page.locator("#picture .bjs-powered-by");
        BoundingBox box = mark.boundingBox();
        BoundingBox picture = page.locator("#picture").boundingBox();
        assertThat(box.x + box.width).isLessThanOrEqualTo(picture.x + picture.width);
        assertThat(box.y + box.height).isLessThanOrEqualTo(picture.y + picture.height);
        mark.scrollIntoViewIfNeeded();
        assertThat(
                        (Boolean)
                                mark.evaluate(
                                        "mark => { const box = mark.getBoundingClientRect();"
                                                + " return mark.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)); }"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 1366})
    void aManagerDrawsAStepOfHisOwn(int width) {
        try (Browser.Person manager = person("manager", width);
                Browser.Person supervisor = person("supervisor", width)) {
            Page page = drawing(manager);
            theMarkIsVisible(page);
            go(page, "报告维修结果");
            fill(page.locator("#inside").getByLabel("名称"), "报告修好了没有");
            faults(page, 0);

            go(page, "菱形 → 验收");
            button(page, "加人工步骤").click();
            fill(page.locator("#inside").getByLabel("名称"), "经理复核");
            assertThat(page.locator("#said li.bad")).not().hasCount(0);
            assertThat(page.locator("#picture .guard.bad")).hasCount(1);
            assertThat(page.locator("#said")).containsText("没有人办理");
            fits(manager, "88-drawing-faults", width);
            chooseOf(page, "办理人", "项目经理");
            chooseOf(page, "等候时限", "复核");
            faults(page, 0);

            button(page, "加一个问题").click();
            fill(page.locator("#inside").getByLabel("问题"), "复核通过吗");
            chooseOf(page, "怎么答", "单选");
            fill(page.locator("#inside").getByLabel("选项，一行一个"), "通过\n重做");
            faults(page, 0);

            go(page, "经理复核 → 验收");
            button(page, "加分支").click();
            fill(page.locator("#inside").getByLabel("名称"), "复核通过吗？");
            page.locator("#inside").getByLabel("再连一条箭头到").selectOption(new SelectOption().setLabel("报告修好了没有"));
            fill(page.locator("#inside").getByLabel("箭头上的字"), "重做");
            assertThat(page.locator("#said li.bad")).not().hasCount(0);
            chooseOf(page, "什么时候走这条", "“复核通过吗”选“重做”");
            go(page, "复核通过吗？ → 验收");
            chooseOf(page, "什么时候走这条", "其余的都走这条");
            fill(page.locator("#inside").getByLabel("箭头上的字"), "通过");
            faults(page, 0);
            assertThat(page.locator("#picture"))
                    .not()
                    .hasAttribute("data-missing", java.util.regex.Pattern.compile(".+"));
            fits(manager, "89-drawing", width);
            theMarkIsVisible(page);

            page.getByLabel("为什么改").fill("大修要经理看过再交给业主");
            button(page, "提出，等另一个人批准").click();
            assertThat(page.locator("h1")).hasText("《报修》的改动");
            assertThat(page.locator(".difference").last()).not().containsText("calledElementBinding");
            assertThat(page.locator(".difference").filter(new Locator.FilterOptions().setHasText("“复核通过吗”选“重做”")))
                    .not()
                    .hasCount(0);
            assertThat(page.locator("main")).not().containsText(" == '");
            fits(manager, "90-drawing-proposed", width);

            Page other = supervisor.page();
            other.navigate("/desk/studio");
            other.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("报修"))
                    .click();
            button(other, "批准，马上执行").click();
            other.navigate("/desk/rules/flows/repair");
            assertThat(other.locator("#flow")).containsText("第 2 版");
            assertThat(other.locator("#flow")).containsText("经理复核");
            assertThat(other.locator("#flow")).containsText("报告修好了没有");
            assertThat(manager.complaints()).isEqualTo(List.of());
        }
    }

    /** What is inside a step is changed on the list, too, by the same commands: by keyboard, and on a phone. */
    @ParameterizedTest
    @ValueSource(ints = {1440, 390})
    void aManagerChangesStepsOnTheList(int width) {
        try (Browser.Person manager = person("manager", width)) {
            Page page = manager.page();
            page.navigate("/desk/rules/flows/repair");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("改“报告维修结果”"))
                    .click();
            assertThat(page.locator("#picture")).hasAttribute("data-drawn", "true");
            assertThat(page.locator("#inside").getByLabel("名称")).isFocused();
            page.keyboard().press("Control+A");
            page.keyboard().type("报告修好了没有");
            page.keyboard().press("Tab");
            assertThat(page.locator("#userTask_reportWork .title")).containsText("报告修好了没有");
            faults(page, 0);

            page.keyboard().press("Escape");
            Locator plus = button(page, "在“报告修好了没有 → 修好了吗?”加一步");
            plus.focus();
            page.keyboard().press("Enter");
            Locator add = page.locator("#inside").getByText("加人工步骤");
            add.focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("#inside").getByLabel("名称")).isFocused();
            page.keyboard().press("Control+A");
            page.keyboard().type("经理复核");
            page.keyboard().press("Tab");
            Locator card = page.locator("#list .block")
                    .filter(new Locator.FilterOptions()
                            .setHas(page.locator("> .title").filter(new Locator.FilterOptions().setHasText("经理复核"))));
            assertThat(card.locator(".told").first()).containsText("没有人办理");
            fits(manager, "91-list-faults", width);
            chooseOf(page, "办理人", "项目经理");
            chooseOf(page, "等候时限", "复核");
            faults(page, 0);
            assertThat(card).containsText("项目经理");
            assertThat(card.locator(".told .bad")).hasCount(0);
            fits(manager, "92-list", width);

            button(page, "撤销一步").click();
            faults(page, 1);
            assertThat(card.locator("> dl")).not().containsText("到什么时候");
            button(page, "重做一步").click();
            faults(page, 0);
            button(page, "看图").click();
            assertThat(page.locator("#picture [data-element-id^=userTask_own]"))
                    .not()
                    .hasCount(0);
            page.getByLabel("为什么改").fill("修完先看一眼");
            button(page, "提出，等另一个人批准").click();
            assertThat(page.locator("h1")).hasText("《报修》的改动");
            assertThat(manager.complaints()).isEqualTo(List.of());
        }
    }

    /** A notice of the program says something else to the same person. */
    @Test
    void theWordingOfANoticeIsChosenAmongThoseForTheSamePerson() {
        try (Browser.Person manager = person("manager", 1366)) {
            Page page = drawing(manager);
            go(page, "告知业主办结");
            Locator wording = page.locator("#inside").getByLabel("说什么");
            assertThat(wording.locator("option").all().stream()
                            .map(option -> option.getAttribute("value"))
                            .toList())
                    .isNotEmpty()
                    .allMatch(stem -> stem.endsWith("-resident"))
                    .doesNotContain("certificate-extended.to-resident", "complaint-closed.to-resident");
            wording.selectOption("reopened.to-resident");
            faults(page, 0);
        }
    }

    /** What is drawn outlives the session in which it was begun. */
    @Test
    void whoeverSignsInAgainGoesOn() {
        try (Browser.Person manager = person("manager", 1366)) {
            Page page = drawing(manager);
            page.context().clearCookies();
            go(page, "报告维修结果");
            fill(page.locator("#inside").getByLabel("名称"), "报告");
            assertThat(page.locator("#said")).containsText("登录已经失效");
            Page other = page.waitForPopup(
                    () -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("在新窗口重新登录"))
                            .click());
            other.locator("input[name=username]").fill("manager");
            other.locator("input[name=password]").fill("shouwen-demo");
            other.locator("input[name=password]").press("Enter");
            assertThat(other.locator("h1")).isVisible();
            other.close();
            fill(page.locator("#inside").getByLabel("名称"), "报告结果");
            faults(page, 0);
            page.getByLabel("为什么改").fill("短一点");
            button(page, "提出，等另一个人批准").click();
            assertThat(page.locator("h1")).hasText("《报修》的改动");
        }
    }

    /** Options that begin alike or differ in a sign only are written differently, and what one meant no other means. */
    @Test
    void noTwoOptionsAreWrittenAlike() {
        try (Browser.Person manager = person("manager", 1366)) {
            Page page = drawing(manager);
            go(page, "菱形 → 验收");
            button(page, "加人工步骤").click();
            chooseOf(page, "办理人", "项目经理");
            chooseOf(page, "等候时限", "复核");
            button(page, "加一个问题").click();
            fill(page.locator("#inside").getByLabel("问题"), "几天");
            chooseOf(page, "怎么答", "单选");
            fill(page.locator("#inside").getByLabel("选项，一行一个"), "≤3天\n≥3天");
            faults(page, 0);
            go(page, "人工步骤 → 验收");
            button(page, "加分支").click();
            fill(page.locator("#inside").getByLabel("名称"), "几天？");
            page.locator("#inside").getByLabel("再连一条箭头到").selectOption(new SelectOption().setLabel("报告维修结果"));
            fill(page.locator("#inside").getByLabel("箭头上的字"), "三天以上");
            chooseOf(page, "什么时候走这条", "“几天”选“≥3天”");
            go(page, "几天？ → 验收");
            chooseOf(page, "什么时候走这条", "其余的都走这条");
            fill(page.locator("#inside").getByLabel("箭头上的字"), "三天以内");
            faults(page, 0);
            go(page, "人工步骤");
            fill(page.locator("#inside").getByLabel("选项，一行一个"), "≤3天\n>3天");
            assertThat(page.locator("#said")).containsText("没有“3天_2”这个回答");
        }
    }

    /** A table of the house is asked again, and what it says decides where the flow goes on. */
    @Test
    void whatATableSaysDecidesABranch() {
        try (Browser.Person manager = person("manager", 1366)) {
            Page page = drawing(manager);
            go(page, "菱形 → 验收");
            button(page, "加查表").click();
            fill(page.locator("#inside").getByLabel("名称"), "查优先级");
            assertThat(page.locator("#said")).containsText("没有选查哪张表，可选：报修优先级、维修责任、办结时限");
            chooseOf(page, "查哪张表", "报修优先级");
            faults(page, 0);
            go(page, "查优先级 → 验收");
            button(page, "加分支").click();
            fill(page.locator("#inside").getByLabel("名称"), "紧急吗？");
            page.locator("#inside").getByLabel("再连一条箭头到").selectOption(new SelectOption().setLabel("报告维修结果"));
            fill(page.locator("#inside").getByLabel("箭头上的字"), "是");
            page.locator("#inside").getByLabel("什么时候走这条").selectOption("${repairPriority_priority == 'P0'}");
            go(page, "紧急吗？ → 验收");
            chooseOf(page, "什么时候走这条", "其余的都走这条");
            fill(page.locator("#inside").getByLabel("箭头上的字"), "否");
            faults(page, 0);
            fits(manager, "95-drawing-table", 1366);
            button(page, "看清单").click();
            assertThat(page.locator("#list .block.table")).containsText("查优先级");
            assertThat(manager.complaints()).isEqualTo(List.of());
        }
    }

    /** Whoever leaves with something drawn is asked; whoever drew nothing is not. */
    @Test
    void whatIsDrawnIsNotLostInSilence() {
        try (Browser.Person manager = person("manager", 1366)) {
            Page page = drawing(manager);
            boolean[] asked = {false};
            page.onDialog(dialog -> {
                asked[0] = true;
                dialog.accept();
            });
            go(page, "报告维修结果");
            fill(page.locator("#inside").getByLabel("名称"), "报告");
            faults(page, 0);
            page.navigate("/desk/rules");
            assertThat(asked[0]).isTrue();
        }
    }

    /** What is shown of a place, if it has a name, and what is sent of everything, after a step. */
    private record State(String place, List<?> shown, List<?> sent) {

        private static State of(Page page, String place) {
            assertThat(page.locator("#picture")).hasAttribute("data-faults", Pattern.compile("\\d+"));
            if (place.isEmpty()) {
                return new State(place, List.of(), handedOver(page));
            }
            go(page, place);
            return new State(
                    place,
                    (List<?>) page.locator("#inside")
                            .locator("input, select, textarea")
                            .evaluateAll("all => all.map(one => one.type === 'checkbox' ? one.checked : one.value)"),
                    handedOver(page));
        }
    }

    /** Each step back brings what was before it, each step again what came of it: what is drawn, asked, and decides where it goes. */
    @ParameterizedTest
    @ValueSource(strings = {"看图", "看清单"})
    void whatIsUndoneIsAsBefore(String view) {
        try (Browser.Person manager = person("manager", 1366)) {
            keepsWhatIsHandedOver(manager.page());
            Page page = drawing(manager);
            button(page, view).click();
            Locator inside = page.locator("#inside");
            go(page, "菱形 → 验收");
            button(page, "加人工步骤").click();
            List<State> states = new ArrayList<>(List.of(State.of(page, "人工步骤")));
            step(page, states, "人工步骤", () -> chooseOf(page, "办理人", "项目经理"));
            step(page, states, "人工步骤", () -> chooseOf(page, "等候时限", "复核"));
            step(page, states, "人工步骤", () -> button(page, "加一个问题").click());
            step(page, states, "人工步骤", () -> fill(inside.getByLabel("问题"), "复核通过吗"));
            step(page, states, "人工步骤", () -> chooseOf(page, "怎么答", "单选"));
            step(page, states, "人工步骤", () -> fill(inside.getByLabel("选项，一行一个"), "通过\n重做"));
            step(page, states, "人工步骤", () -> inside.getByLabel("必须填").uncheck());
            step(page, states, "人工步骤", () -> button(page, "去掉这个问题").click());
            button(page, "撤销一步").click();
            go(page, "人工步骤 → 验收");
            states.remove(states.size() - 1);
            step(page, states, "", () -> button(page, "加分支").click());
            step(page, states, "分支", () -> fill(inside.getByLabel(Pattern.compile("名称|要分的是什么")), "分支"));
            step(page, states, "分支", () -> inside.getByLabel(Pattern.compile("再连一条箭头到|再加一条路，走到"))
                    .selectOption(new SelectOption().setLabel("报告维修结果")));
            String way = "分支 → 报告维修结果";
            go(page, way);
            step(page, states, way, () -> inside.getByLabel("什么时候走这条").selectOption(new SelectOption().setIndex(2)));
            step(page, states, way, () -> inside.getByLabel("什么时候走这条").selectOption("default"));

            for (int i = states.size() - 2; i >= 0; i--) {
                button(page, "撤销一步").click();
                assertThat(State.of(page, states.get(i).place())).isEqualTo(states.get(i));
            }
            for (State after : states.subList(1, states.size())) {
                button(page, "重做一步").click();
                assertThat(State.of(page, after.place())).isEqualTo(after);
            }
            assertThat(manager.complaints()).isEqualTo(List.of());
        }
    }

    private static void step(Page page, List<State> states, String place, Runnable step) {
        step.run();
        State after = State.of(page, place);
        assertThat(after).isNotEqualTo(states.get(states.size() - 1));
        states.add(after);
    }

    /** Whoever does not see diamonds and arrows makes a branch whole, too: what it asks, where each way leads, when it is gone. */
    @ParameterizedTest
    @ValueSource(ints = {1440, 390})
    void aManagerMakesABranchOnTheList(int width) {
        try (Browser.Person manager = person("manager", width)) {
            Page page = manager.page();
            page.navigate("/desk/studio/flows/repair/drawing?view=list");
            assertThat(page.locator("#picture")).hasAttribute("data-drawn", "true");
            Locator inside = page.locator("#inside");
            button(page, "在“菱形 → 验收”加一步").click();
            button(page, "加分支").click();
            fill(inside.getByLabel("要分的是什么"), "要不要复核？");
            inside.getByLabel("再加一条路，走到").selectOption(new SelectOption().setLabel("报告维修结果"));
            assertThat(inside).containsText("还没有可以分路的回答");
            // What it is to ask is put before it
            go(page, "菱形 → 要不要复核？");
            button(page, "加人工步骤").click();
            fill(inside.getByLabel("名称"), "经理复核");
            chooseOf(page, "办理人", "项目经理");
            chooseOf(page, "等候时限", "复核");
            button(page, "加一个问题").click();
            fill(inside.getByLabel("问题"), "复核通过吗");
            chooseOf(page, "怎么答", "单选");
            fill(inside.getByLabel("选项，一行一个"), "通过\n重做");
            assertThat(page.locator("#said")).containsText("没有条件，不知道什么时候走这条");

            button(page, "改“要不要复核？”").click();
            Locator back = way(inside, "报告维修结果");
            fill(back.getByLabel("这条路叫什么"), "重做");
            back.getByLabel("什么时候走这条").selectOption(new SelectOption().setLabel("“复核通过吗”选“重做”"));
            assertThat(way(inside, "验收").getByLabel("什么时候走这条")).hasValue("default");
            fill(way(inside, "验收").getByLabel("这条路叫什么"), "通过");
            faults(page, 0);
            fits(manager, "98-list-branch", width);
            Locator card = page.locator("#list .block")
                    .filter(new Locator.FilterOptions()
                            .setHas(page.locator("> .title").filter(new Locator.FilterOptions().setHasText("要不要复核？"))));
            assertThat(card.last()).containsText("重做");
            assertThat(card.last()).containsText("回到『报告维修结果』");

            way(inside, "报告维修结果").getByText("去掉这条路").click();
            assertThat(inside.locator("fieldset")).hasCount(0);
            button(page, "撤销一步").click();
            assertThat(inside.locator("fieldset")).hasCount(2);
            faults(page, 0);
            page.getByLabel("为什么改").fill("大修要经理看过");
            button(page, "提出，等另一个人批准").click();
            assertThat(page.locator("h1")).hasText("《报修》的改动");
            assertThat(manager.complaints()).isEqualTo(List.of());
        }
    }

    private static Locator way(Locator inside, String leadsTo) {
        return inside.getByRole(AriaRole.GROUP, new Locator.GetByRoleOptions().setName("走到“" + leadsTo + "”的路"));
    }

    /** The first place of the list where something can be put. */
    @Test
    void aStepIsPutAfterTheStart() {
        try (Browser.Person manager = person("manager", 1366)) {
            Page page = manager.page();
            page.navigate("/desk/studio/flows/repair/drawing?view=list");
            assertThat(page.locator("#picture")).hasAttribute("data-drawn", "true");
            button(page, "在“报修已登记 → 一次性告知”加一步").click();
            button(page, "加人工步骤").click();
            fill(page.locator("#inside").getByLabel("名称"), "先看一眼");
            chooseOf(page, "办理人", "项目经理");
            chooseOf(page, "等候时限", "复核");
            faults(page, 0);
            assertThat(page.locator("#list .block > .title strong").all().stream()
                            .map(Locator::innerText)
                            .limit(3))
                    .containsExactly("报修已登记", "先看一眼", "一次性告知");
            assertThat(button(page, "在“报修已登记 → 先看一眼”加一步")).isVisible();
            assertThat(button(page, "在“先看一眼 → 一次性告知”加一步")).isVisible();
        }
    }
}
