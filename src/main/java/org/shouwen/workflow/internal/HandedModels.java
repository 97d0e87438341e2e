package org.shouwen.workflow.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.xml.ModelException;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.shouwen.workflow.ModelVersions;
import org.shouwen.workflow.ModelVersions.Said;
import org.shouwen.workflow.ModelVersions.Taken;

/**
 * Files as somebody's editor sends them. What they are and what the house calls them stands inside; the name and the type that
 * they are sent under say nothing of it.
 */
final class HandedModels {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Pattern NAMESPACE =
            Pattern.compile("http[^\"'\\s<>]{0,60}/spec/(BPMN|DMN)/[^\"'\\s<>]{0,40}MODEL");
    private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9]*");
    private static final int LONGEST_NAME = 100;

    private HandedModels() {}

    /** A file that cannot be taken, and what to do about it. */
    private static final class NotTaken extends Exception {

        NotTaken(String why) {
            super(why);
        }
    }

    private record Named(String file, byte[] bytes) {}

    /** @param corrected a file with what has one meaning only put right, by its name */
    static Taken of(Map<String, byte[]> handed, BiFunction<String, byte[], byte[]> corrected) {
        Map<String, byte[]> files = new TreeMap<>();
        List<Said> faults = new ArrayList<>();
        handed.forEach((name, bytes) -> {
            try {
                Named named = named(bytes);
                if (files.containsKey(named.file())) {
                    throw new NotTaken("同一次里已经有一个 " + named.file() + "，请只留一个");
                }
                files.put(named.file(), corrected.apply(named.file(), named.bytes()));
            } catch (NotTaken fault) {
                faults.add(new Said(name, "", name + "：" + fault.getMessage()));
            }
        });
        return new Taken(files, List.copyOf(faults));
    }

    private static Named named(byte[] bytes) throws NotTaken {
        if (bytes.length > ModelRules.LARGEST) {
            throw new NotTaken(ModelRules.TOO_LARGE);
        }
        String text = text(bytes);
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        if (text.stripLeading().startsWith("{")) {
            return new Named(form(text), plain);
        }
        Matcher kind = NAMESPACE.matcher(text);
        if (!text.stripLeading().startsWith("<") || !kind.find()) {
            throw new NotTaken("只接受 Camunda 7 的 .bpmn、.dmn、.form 文件，请用 Camunda Modeler 打开后另存");
        }
        return new Named(kind.group(1).equals("BPMN") ? diagram(plain) : table(plain), plain);
    }

    /** Without a byte order mark; everything here is kept and compared as text. */
    private static String text(byte[] bytes) throws NotTaken {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new NotTaken("文件须为 UTF-8 编码，请用 Camunda Modeler 打开后另存");
        }
    }

    private static String form(String text) throws NotTaken {
        try {
            return name(JSON.readTree(text).path("id").asText(), "表单", ModelVersions.FORM);
        } catch (JsonProcessingException e) {
            throw new NotTaken("不是有效的表单，请用 Camunda Modeler 打开改正：" + ModelRules.cause(e));
        }
    }

    private static String diagram(byte[] bytes) throws NotTaken {
        return name(
                only(
                        root(bytes, "BPMN", in -> Bpmn.readModelFromStream(in)
                                .getDocument()
                                .getRootElement()),
                        "process",
                        "流程"),
                "流程",
                ModelVersions.FLOW);
    }

    private static String table(byte[] bytes) throws NotTaken {
        return name(
                only(
                        root(bytes, "DMN", in -> Dmn.readModelFromStream(in)
                                .getDocument()
                                .getRootElement()),
                        "decision",
                        "决策"),
                "决策",
                ModelVersions.TABLE);
    }

    private static DomElement root(byte[] bytes, String what, Function<ByteArrayInputStream, DomElement> reader)
            throws NotTaken {
        try {
            return reader.apply(new ByteArrayInputStream(bytes));
        } catch (ModelException e) {
            throw new NotTaken("不是有效的 " + what + "，请用 Camunda Modeler 打开改正：" + ModelRules.cause(e));
        }
    }

    private static String only(DomElement root, String element, String what) throws NotTaken {
        List<DomElement> found = root.getChildElements().stream()
                .filter(child -> child.getLocalName().equals(element))
                .toList();
        if (found.size() != 1) {
            throw new NotTaken("一个文件须有一个" + what + "，现有 " + found.size() + " 个；请拆成几个文件");
        }
        return String.valueOf(found.get(0).getAttribute("id"));
    }

    private static String name(String id, String what, String ending) throws NotTaken {
        if (!ID.matcher(id).matches() || id.length() > LONGEST_NAME / 2) {
            throw new NotTaken(what + "的 id “" + id + "”须以字母开头、只有字母和数字；请在 Camunda Modeler 里改成“规则”页上那一个的 id");
        }
        return ModelNames.kebab(id) + ending;
    }
}
