package org.shouwen.notification.internal;

import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shouwen.workflow.NoticeNames;

/**
 * What a wording may fill in, in words: [(${number})] is 〔编号〕, a condition is 〔如有报价〕…〔/〕. Each mark that stands in the
 * wording has words of its own and means just what stands there, whatever its expression is; besides there are the plain facts
 * that every ticket, or this wording, has. People type words only: nothing that they type is ever part of an expression.
 */
final class WordingMarks {

    private static final Pattern RAW = Pattern.compile(
            "\\[# th:(?<how>if|unless|each)=\"(?<what>[^\"]*)\"]|\\[\\(\\$\\{(?<fact>[^}]*)}\\)]|\\[/]");
    private static final Pattern WORDS = Pattern.compile("〔([^〔〕]*)〕");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z]\\w*");
    private static final Pattern KNOWN = Pattern.compile("(?<name>[a-zA-Z]\\w*) (?<how>[!=]=) null");
    private static final Pattern EACH = Pattern.compile("(?<one>\\w+)(?:,(?<row>\\w+))? : .*");
    private static final Pattern SAID = Pattern.compile("'([^']*\\p{IsHan}[^']*)'");
    private static final Pattern CODE = Pattern.compile("[\\[\\]]|[@$#*~]\\{|\\bth:", Pattern.CASE_INSENSITIVE);
    /** Domains in Chinese signs; any other two signs may follow a full stop that somebody typed with a Latin keyboard. */
    private static final String CHINESE_DOMAINS = "中国|中國|公司|网络|網絡|网址|网站|網站|网店|中文网|在线|商城|商标|商店|购物|手机|移动|通信|信息"
            + "|集团|企业|机构|组织|政务|公益|慈善|世界|我爱你|香港|台湾|台灣|澳门|澳門|新加坡|广东|佛山|新闻|娱乐|游戏|健康|餐厅|酒店|食品"
            + "|时尚|珠宝|手表|书籍|影视|电影|招聘|教育|银行|保险|八卦|微博|点看|天主教|中信|工行";

    private static final Pattern ADDRESS = Pattern.compile(
            "(?:https?|ftp|mailto|javascript|data|file)\\s*:|://|\\bwww\\.|\\b\\d{1,3}(?:\\.\\d{1,3}){3}\\b"
                    + "|[\\p{L}\\p{N}-]+\\.(?:[\\p{L}&&[^\\p{IsHan}]]{2,}|(?:" + CHINESE_DOMAINS + "))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\u2028\\u2029&&[^\\n]]");

    private static final String CLOSE = "/";
    private static final String CLOSED = "[/]";
    private static final String LINK = output("link");
    private static final String NUMBER = output("number");
    private static final String RESPONDER = output("firstResponder");

    private static final int LONGEST_SUBJECT = 80;
    private static final int LONGEST_BODY = 2000;
    private static final int LONGEST_LABEL = 40;

    /** What every ticket has. */
    private static final Set<String> ALWAYS =
            Set.of("number", "kind", "category", "description", "location", "site", "priority", "status", "openedAt");

    private static final Set<String> PEOPLE = Set.of("reporterName", "firstResponder");

    /** What a ticket may have. */
    private static final Set<String> AT_TIMES = Set.of(
            "firstResponderPhone", "handler", "handlerPhone", "appointment", "respondBy", "arriveBy", "finishBy");

    private static final String RESIDENT = "resident";
    private static final String SECOND_PERSON = "secondperson";
    private static final String STAFF = "staff";

    private final String audience;
    private final Text shipped;
    private final Map<String, String> raws = new LinkedHashMap<>();
    private final Map<String, String> words = new LinkedHashMap<>();
    private final Set<String> always = new HashSet<>();
    private final Set<String> loops = new HashSet<>();

    /** Within which conditions a mark stands in the wording as it is. */
    private final Map<String, Set<Set<String>>> places = new LinkedHashMap<>();

    /** A mark where it stands. */
    private record Placed(String raw, Set<String> within) {}

    /** @param text what there was to turn back; @param faults empty: it can be sent */
    record Typed(Text text, List<String> faults) {}

    private WordingMarks(String audience, Text shipped, List<Text> texts) {
        this.audience = audience;
        this.shipped = shipped;
        texts.forEach(text -> Stream.of(text.subject(), text.body()).forEach(this::learn));
        Set<String> plain = new TreeSet<>();
        if (!audience.equals(STAFF)) {
            always.addAll(audience.equals(SECOND_PERSON) ? Set.of("number", "location", "site") : ALWAYS);
            always.addAll(audience.equals(SECOND_PERSON) ? Set.of("firstResponder") : PEOPLE);
            plain.addAll(AT_TIMES);
        }
        if (audience.equals(RESIDENT) || audience.equals(SECOND_PERSON)) {
            always.add("link");
        } else if (!audience.equals(STAFF)) {
            plain.addAll(Set.of("deskUrl", "reporterPhone"));
        }
        plain.addAll(always);
        plain.addAll(namesOf(words.keySet()));
        plain.removeAll(loops);
        plain.stream().filter(FactNames.WORDS::containsKey).forEach(name -> {
            offer(FactNames.WORDS.get(name), output(name));
            offer("如有" + FactNames.WORDS.get(name), "[# th:if=\"${" + name + " != null}\"]");
            offer("如无" + FactNames.WORDS.get(name), "[# th:if=\"${" + name + " == null}\"]");
        });
    }

    /**
     * @param name of the wording
     * @param inForce as it is changed
     * @param shipped as the program carries it
     */
    static WordingMarks of(String name, Text inForce, Text shipped) {
        return new WordingMarks(NoticeNames.audience(name), shipped, List.of(inForce, shipped));
    }

    /** @return those of texts that are only read, in words */
    static WordingMarks of(Text... texts) {
        return new WordingMarks(STAFF, null, List.of(texts));
    }

    private static String output(String name) {
        return "[(${" + name + "})]";
    }

    /** @return what every ticket has, whomever it is told */
    static Set<String> always() {
        return Stream.of(ALWAYS, PEOPLE, Set.of("link")).flatMap(Set::stream).collect(Collectors.toSet());
    }

    /** @return names of facts that are filled in just so */
    private static Set<String> namesOf(Set<String> marks) {
        return marks.stream()
                .map(RAW::matcher)
                .filter(Matcher::matches)
                .map(mark -> mark.group("fact"))
                .filter(fact -> fact != null && NAME.matcher(fact).matches())
                .collect(Collectors.toSet());
    }

    // ---- the words of a mark

    private void learn(String template) {
        Deque<String> open = new ArrayDeque<>();
        Matcher mark = RAW.matcher(template);
        while (mark.find()) {
            String raw = mark.group();
            if (raw.equals(CLOSED)) {
                open.poll();
                continue;
            }
            if (!words.containsKey(raw)) {
                String plain = plain(mark);
                String label = plain;
                for (int i = 2; raws.containsKey(label); i++) {
                    label = plain + "（" + i + "）";
                }
                raws.put(label, raw);
                words.put(raw, label);
            }
            places.computeIfAbsent(raw, any -> new LinkedHashSet<>()).add(Set.copyOf(new HashSet<>(open)));
            if (mark.group("how") != null) {
                open.push(raw);
            }
        }
    }

    private void offer(String label, String raw) {
        if (!words.containsKey(raw) && !raws.containsKey(label)) {
            raws.put(label, raw);
            words.put(raw, label);
        }
    }

    private String plain(Matcher mark) {
        String what = mark.group("what");
        if (what == null) {
            return fact(mark.group("fact"));
        }
        if (mark.group("how").equals("each")) {
            Matcher each = EACH.matcher(what);
            if (each.matches()) {
                loops.add(each.group("one"));
                loops.add(String.valueOf(each.group("row")));
                return "逐项：" + fact(each.group("one"));
            }
        }
        String asked = what.replaceAll("^\\$\\{|}$", "");
        Matcher known = KNOWN.matcher(asked);
        if (mark.group("how").equals("if") && known.matches() && FactNames.WORDS.containsKey(known.group("name"))) {
            return (known.group("how").equals("!=") ? "如有" : "如无") + fact(known.group("name"));
        }
        String facts = names(asked).distinct().collect(Collectors.joining("、"));
        return "视" + (facts.isEmpty() ? "情况" : facts) + "而定";
    }

    private static String fact(String expression) {
        String either =
                SAID.matcher(expression).results().map(said -> said.group(1)).collect(Collectors.joining("／"));
        return either.isEmpty() ? names(expression).findFirst().orElse("随工单") : either;
    }

    private static Stream<String> names(String expression) {
        return NAME.matcher(expression)
                .results()
                .map(name -> FactNames.WORDS.get(name.group()))
                .filter(name -> name != null);
    }

    /** @return every mark that this wording knows, as it is typed, in the order in which it has them */
    List<String> known() {
        return raws.keySet().stream().map(WordingMarks::marked).toList();
    }

    private static String marked(String label) {
        return "〔" + label + "〕";
    }

    /** @return names of the plain facts that it fills in, with their words */
    static Map<String, String> facts(Text text) {
        Map<String, String> facts = new LinkedHashMap<>();
        RAW.matcher(text.subject() + text.body()).results().forEach(mark -> {
            Matcher raw = RAW.matcher(mark.group());
            if (raw.matches() && raw.group("fact") != null && FactNames.WORDS.containsKey(raw.group("fact"))) {
                facts.put(raw.group("fact"), FactNames.WORDS.get(raw.group("fact")));
            }
        });
        loopsIn(text).forEach(facts::remove);
        return facts;
    }

    private static Set<String> loopsIn(Text text) {
        return new WordingMarks(STAFF, null, List.of(text)).loops;
    }

    // ---- there and back

    Text inWords(Text text) {
        return new Text(inWords(text.subject()), inWords(text.body()));
    }

    private String inWords(String template) {
        return RAW.matcher(template)
                .replaceAll(mark -> Matcher.quoteReplacement(
                        mark.group().equals(CLOSED) ? marked(CLOSE) : marked(words.getOrDefault(mark.group(), "？"))));
    }

    /** Turns words back, each mark into the very one that it stands for. */
    Typed typed(String subject, String body) {
        List<String> faults = new ArrayList<>();
        List<Placed> inSubject = new ArrayList<>();
        List<Placed> inBody = new ArrayList<>();
        String head = part("标题", subject.strip(), LONGEST_SUBJECT, inSubject, faults);
        String rest = part("正文", lines(body), LONGEST_BODY, inBody, faults);
        if (subject.strip().contains("\n") || subject.strip().contains("\r")) {
            faults.add("标题只能写一行");
        }
        if (faults.isEmpty()) {
            mustStay(inSubject, inBody, faults);
        }
        return new Typed(new Text(head, rest), List.copyOf(faults));
    }

    private static String lines(String body) {
        return body.replace("\r\n", "\n").replace('\t', ' ').strip();
    }

    private String part(String where, String typed, int longest, List<Placed> placed, List<String> faults) {
        Deque<String> open = new ArrayDeque<>();
        StringBuilder raw = new StringBuilder();
        String said = WORDS.matcher(typed).replaceAll(" ");
        if (said.length() > longest) {
            faults.add(where + "太长，除标记以外最多 " + longest + " 个字，现在 " + said.length() + " 个");
            return "";
        }
        text(where, said, faults);
        Matcher mark = WORDS.matcher(typed);
        while (mark.find()) {
            String label = mark.group(1).strip();
            mark.appendReplacement(raw, "");
            String meant = raws.get(label);
            if (label.equals(CLOSE)) {
                if (open.isEmpty()) {
                    faults.add(where + "：有一个〔/〕没有开头，前面要有〔如有…〕之类的标记");
                } else {
                    open.pop();
                    raw.append(CLOSED);
                }
            } else if (meant == null) {
                String cut = label.length() > LONGEST_LABEL ? label.substring(0, LONGEST_LABEL) + "…" : label;
                faults.add(where + "：没有" + marked(cut) + "这个标记" + near(cut));
            } else {
                Set<String> within = Set.copyOf(new HashSet<>(open));
                mayStand(where, meant, within, faults);
                placed.add(new Placed(meant, within));
                raw.append(meant);
                if (meant.startsWith("[#")) {
                    open.push(meant);
                }
            }
        }
        mark.appendTail(raw);
        open.forEach(meant -> faults.add(where + "：" + marked(words.get(meant)) + "后面没有〔/〕"));
        if (typed.isBlank()) {
            faults.add(where + "是空的");
        }
        return raw.toString();
    }

    private static void text(String where, String said, List<String> faults) {
        Matcher unseen = UNSEEN.matcher(said.replace("\r\n", "\n"));
        if (unseen.find()) {
            faults.add(
                    "%s：有看不见的字符（U+%04X），请删去重打".formatted(where, unseen.group().codePointAt(0)));
        }
        if (said.contains("〔") || said.contains("〕")) {
            faults.add(where + "：〔和〕要成对，里面是标记的名称");
        }
        Matcher code = CODE.matcher(said);
        if (code.find()) {
            faults.add(where + "：不能写“" + code.group() + "”；要加方括号的请用【】，要填工单里的内容请用〔编号〕这样的标记");
        }
        Matcher address = ADDRESS.matcher(Normalizer.normalize(said, Normalizer.Form.NFKC));
        if (address.find()) {
            faults.add(where + "：不能写网址（“" + address.group() + "”），只能用〔" + FactNames.WORDS.get("link") + "〕");
        }
    }

    private String near(String label) {
        List<String> near = raws.keySet().stream()
                .filter(known -> isCondition(known) == isCondition(label) && alike(known, label) > 0)
                .sorted(Comparator.comparing((String known) -> -alike(known, label))
                        .thenComparing(String::length))
                .limit(3)
                .map(WordingMarks::marked)
                .toList();
        return (FactNames.WORDS.containsValue(label) ? "：这份通知填不出它" : "")
                + (near.isEmpty() ? "" : "，是不是" + String.join("、", near));
    }

    private static boolean isCondition(String label) {
        return label.matches("(?:如有|如无|视|逐项).*");
    }

    private static long alike(String known, String label) {
        return label.chars().distinct().filter(sign -> known.indexOf(sign) >= 0).count();
    }

    /** A fact that not every ticket has is said where there is one; what looks into another fact stays where that is asked for. */
    private void mayStand(String where, String raw, Set<String> within, List<String> faults) {
        Set<Set<String>> usual = places.getOrDefault(raw, Set.of());
        if (usual.stream().anyMatch(within::containsAll)) {
            return;
        }
        Matcher mark = RAW.matcher(raw);
        mark.matches();
        String fact = mark.group("fact");
        boolean plain = fact != null && NAME.matcher(fact).matches() && !loops.contains(fact);
        if (plain && (always.contains(fact) || within.contains("[# th:if=\"${" + fact + " != null}\"]"))) {
            return;
        }
        if (plain) {
            faults.add(
                    where + "：" + marked(words.get(raw)) + "不是每张工单都有，请写在〔如有" + FactNames.WORDS.get(fact) + "〕和〔/〕之间");
        } else if (!isKnown(mark)) {
            faults.add(where + "：" + marked(words.get(raw)) + "只能写在"
                    + usual.iterator().next().stream()
                            .map(outer -> marked(words.get(outer)))
                            .collect(Collectors.joining("、"))
                    + "和〔/〕之间");
        }
    }

    private static boolean isKnown(Matcher mark) {
        return "if".equals(mark.group("how"))
                && KNOWN.matcher(mark.group("what").replaceAll("^\\$\\{|}$", ""))
                        .matches();
    }

    // ---- what must be there

    /** By what somebody who was told asks and is found: the number, who answers to him, his link, the number of a paper. */
    private void mustStay(List<Placed> subject, List<Placed> body, List<String> faults) {
        boolean outside = audience.equals(RESIDENT) || audience.equals(SECOND_PERSON);
        if (subject.stream().anyMatch(mark -> mark.raw().equals(LINK))) {
            faults.add("标题：" + marked(words.get(LINK)) + "只能写在正文里");
        }
        must("标题", NUMBER, shipped.subject(), subject, "收件人凭它来问", faults);
        if (outside) {
            must("正文", RESPONDER, shipped.body(), body, "有事找谁，业主要知道", faults);
        }
        if (audience.equals(SECOND_PERSON)) {
            must("正文", LINK, shipped.body(), body, "没有它不能答复", faults);
        }
        if (outside) {
            new WordingMarks(STAFF, null, List.of(new Text("", shipped.body())))
                    .places.keySet().stream()
                            .filter(raw -> raw.matches("\\[\\(\\$\\{(\\w+Number|letterReference)}\\)]"))
                            .forEach(raw -> must("正文", raw, shipped.body(), body, "业主凭它来查", faults));
        }
    }

    /** Where the program says it, it is said: always, or in each of those cases. */
    private void must(String where, String raw, String template, List<Placed> placed, String why, List<String> faults) {
        Set<Set<String>> shippedAt =
                new WordingMarks(STAFF, null, List.of(new Text("", template))).places.getOrDefault(raw, Set.of());
        Set<Set<String>> at = placed.stream()
                .filter(mark -> mark.raw().equals(raw))
                .map(Placed::within)
                .collect(Collectors.toSet());
        boolean said = at.stream().anyMatch(Set::isEmpty) || !at.isEmpty() && at.containsAll(shippedAt);
        if (!shippedAt.isEmpty() && !said) {
            faults.add(where + "：缺少" + marked(words.get(raw)) + (at.isEmpty() ? "" : "，每一种情况都要有") + "（" + why + "）");
        }
    }
}
