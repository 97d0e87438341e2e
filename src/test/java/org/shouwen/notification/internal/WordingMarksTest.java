package org.shouwen.notification.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.notification.internal.WordingMarks.Typed;

/** What people may write in a wording, and what they are told where they may not. */
class WordingMarksTest {

    private static final String QUOTE = "quote.to-resident";
    private static final String NUMBER = "报修 〔编号〕 的报价";
    private static final String WHO = "首问责任人：〔首问责任人〕";

    private static WordingMarks marks(String name) {
        Text shipped = Wording.load(name);
        return WordingMarks.of(name, shipped, shipped);
    }

    private static List<String> faults(String name, String subject, String body) {
        return marks(name).typed(subject, body).faults();
    }

    @Test
    void simpleFactsAndConditionsBecomeMarksOfTheTemplate() {
        Typed typed = marks(QUOTE)
                .typed(NUMBER + "（〔地点〕）", "〔如有约定的时段〕约在〔约定的时段〕。\n〔/〕〔如无经办人〕还没有派人。〔/〕〔如有报价〕报价〔报价〕元。〔/〕" + WHO);
        assertThat(typed.faults()).isEmpty();
        assertThat(typed.text().subject()).isEqualTo("报修 [(${number})] 的报价（[(${location})]）");
        assertThat(typed.text().body())
                .isEqualTo("[# th:if=\"${appointment != null}\"]约在[(${appointment})]。\n[/]"
                        + "[# th:if=\"${handler == null}\"]还没有派人。[/]"
                        + "[# th:if=\"${quoteAmount != null}\"]报价[(${quoteAmount})]元。[/]首问责任人：[(${firstResponder})]");
        Text said = new Wording(Wording::load)
                .render(typed.text(), Map.of("number", "BX-1", "location", "1-101", "firstResponder", "王芳"));
        assertThat(said.body()).isEqualTo("还没有派人。首问责任人：王芳");
    }

    /** A condition that is more than one fact keeps its code, whatever it is. */
    @Test
    void whatIsComplicatedStaysAsItStands() {
        Text shipped = Wording.load("requirements.to-resident");
        WordingMarks marks = marks("requirements.to-resident");
        Text words = marks.inWords(shipped);
        assertThat(words.body()).contains("〔逐项：一项承诺和时限〕· 〔一项承诺和时限〕\n〔/〕");
        Typed typed = marks.typed(words.subject(), words.body().replace("一、", "1. "));
        assertThat(typed.faults()).isEmpty();
        assertThat(typed.text().body())
                .isEqualTo(shipped.body().replace("一、", "1. "))
                .contains("promises.?[!startsWith('到场')]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "〔报价金额〕 | 没有〔报价金额〕这个标记，是不是〔报价〕",
                "〔函号〕 | 没有〔函号〕这个标记：这份通知填不出它",
                "〔〕 | 没有〔〕这个标记",
                "〔如有报价〕报价 | 〔如有报价〕后面没有〔/〕",
                "报价〔/〕 | 有一个〔/〕没有开头",
                "〔如有报价〕〔如有经办人〕〔/〕 | 〔如有报价〕后面没有〔/〕",
                "〔报价〕元 | 〔报价〕不是每张工单都有，请写在〔如有报价〕和〔/〕之间",
                "〔如无报价〕〔报价〕〔/〕 | 〔报价〕不是每张工单都有",
                "〔编号 | 〔和〕要成对",
                "〔编〔号〕〕 | 〔和〕要成对",
                "看 https://pay.example.com | 不能写网址",
                "看 HTTP：//x | 不能写网址",
                "看 ｗｗｗ．ａｂｃ．ｃｎ | 不能写网址",
                "到 pay.example.com 付款 | 不能写网址",
                "到 10.0.0.8 付款 | 不能写网址",
                "看 例子.中国 | 不能写网址（“例子.中国”）",
                "看 例子．公司 | 不能写网址",
                "看 xn--fsqu00a.xn--fiqs8s | 不能写网址",
                "看 münchen.de | 不能写网址",
                "看 пример.рф/оплата | 不能写网址",
                "看 例え.テスト | 不能写网址",
                "mailto:a@b.cn | 不能写网址",
                "[[${number}]] | 不能写“[”",
                "[(${T(java.lang.Runtime).getRuntime()})] | 不能写“[”",
                "[# th:if=\"${true}\"]x[/] | 不能写“[”",
                "[/] | 不能写“[”",
                "] | 不能写“]”",
                "${number} | 不能写“${”",
                "*{number} | 不能写“*{”",
                "#{number} | 不能写“#{”",
                "@{/x} | 不能写“@{”",
                "~{x} | 不能写“~{”",
                "TH:text | 不能写“TH:”",
                "〔[(${number})]〕 | 没有〔[(${number})]〕这个标记",
                "〔编号\" th:utext=\"x〕 | 没有〔编号\" th:utext=\"x〕这个标记",
            })
    void whatCannotBeSentIsSaid(String written, String sentence) {
        assertThat(faults(QUOTE, NUMBER, WHO + "\n" + written))
                .anySatisfy(fault -> assertThat(fault).startsWith("正文：").contains(sentence));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {0, 0x07, 0x1B, 0x7F, 0xAD, 0x200B, 0x200D, 0x202E, 0x2028, 0x2029, 0x2066, 0xFEFF, 0xE000, 0xFFFF})
    void whatCannotBeSeenIsSaid(int sign) {
        assertThat(faults(QUOTE, NUMBER + Character.toString(sign) + "！", WHO))
                .anySatisfy(fault -> assertThat(fault).contains("看不见的字符（U+%04X）".formatted(sign)));
        assertThat(faults(QUOTE, NUMBER, WHO + "\n请" + Character.toString(sign) + "看"))
                .anySatisfy(fault -> assertThat(fault).contains("看不见的字符（U+%04X）".formatted(sign)));
    }

    /** Nothing that is typed within a mark, or beside one, is ever part of an expression. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "〔编号〕[〔编号〕",
                "[〔编号〕]",
                "[[〔编号〕]]",
                "(〔编号〕)]",
                "〔逐项：x : ${T(java.lang.Runtime)}〕x〔/〕",
                "〔如有${1}〕x〔/〕",
                "[# th:each=\"x : ${@beans}\"]〔/〕",
                "[(${@passwords})]",
                "[-]x[/-]",
                "[#th:block]",
                "/*[(${number})]*/",
                "__${number}__",
                "〔视情况而定\"]〕",
            })
    void whateverIsTypedIsNoExpression(String written) {
        assertThat(faults(QUOTE, NUMBER, WHO + written)).isNotEmpty();
    }

    @Test
    void dollarsSlashesAndBackslashesAreText() {
        Typed typed = marks(QUOTE).typed(NUMBER, "1.请带身份证 2.每 m² $12.50，请回电.谢谢，A/B，\\1 $1 {x} (y) 50%\n" + WHO);
        assertThat(typed.faults()).isEmpty();
        assertThat(new Wording(Wording::load)
                        .render(typed.text(), Map.of("number", "1", "firstResponder", "王芳"))
                        .body())
                .isEqualTo("1.请带身份证 2.每 m² $12.50，请回电.谢谢，A/B，\\1 $1 {x} (y) 50%\n首问责任人：王芳");
    }

    @Test
    void whatAnotherFactIsAskedForStaysThere() {
        assertThat(faults("requirements.to-resident", "〔编号〕", WHO + "〔要准备的项数〕"))
                .anySatisfy(fault -> assertThat(fault).contains("〔要准备的项数〕只能写在"));
        assertThat(faults("requirements.to-resident", "〔编号〕", WHO + "〔一项承诺和时限〕"))
                .anySatisfy(fault -> assertThat(fault).contains("〔一项承诺和时限〕只能写在〔"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "quote.to-resident | 报价 | 首问责任人：〔首问责任人〕 | 标题：缺少〔编号〕",
                "quote.to-resident | 报修 〔编号〕 | 请您确认 | 正文：缺少〔首问责任人〕",
                "urged.to-handler | 催单 | 请处理 | 标题：缺少〔编号〕",
                "rectification.to-resident | 整改 〔编号〕 | 〔首问责任人〕 | 正文：缺少〔整改通知书编号〕",
                "quote.to-resident | 报修 〔编号〕〔本件的链接〕 | 〔首问责任人〕 | 标题：〔本件的链接〕只能写在正文里",
                "goods-consent.to-secondperson | 请答复 〔编号〕 | 〔首问责任人〕 | 正文：缺少〔本件的链接〕",
                "goods-consent.to-secondperson | 请答复 〔编号〕 | 〔报事人电话〕 | 没有〔报事人电话〕这个标记",
                "urged.to-handler | 催单 〔编号〕 | 〔本件的链接〕 | 没有〔本件的链接〕这个标记",
                "rule-change-approved.to-staff | 改动〔编号〕 | 已批准 | 没有〔编号〕这个标记",
                "quote.to-resident | '' | 〔首问责任人〕 | 标题是空的",
                "quote.to-resident | 报修 〔编号〕 | '  ' | 正文是空的",
            })
    void whatMustBeThereIsSaid(String name, String subject, String body, String sentence) {
        assertThat(faults(name, subject, body))
                .anySatisfy(fault -> assertThat(fault).contains(sentence));
    }

    @Test
    void aSubjectIsOneShortLineAndABodyIsNotEndless() {
        assertThat(faults(QUOTE, NUMBER + "\n请看", WHO)).contains("标题只能写一行");
        assertThat(faults(QUOTE, NUMBER + "\r\nBcc: a", WHO)).isNotEmpty();
        assertThat(faults(QUOTE, NUMBER + "价".repeat(80), WHO))
                .anySatisfy(fault -> assertThat(fault).startsWith("标题太长，除标记以外最多 80 个字"));
        assertThat(faults(QUOTE, NUMBER, WHO + "价".repeat(2000)))
                .anySatisfy(fault -> assertThat(fault).startsWith("正文太长，除标记以外最多 2000 个字"));
    }
}
