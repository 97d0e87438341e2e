package org.shouwen.testing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A diagram or a table as somebody edits it who does not know the rules: by element, by row and column. */
public final class ModelEdit {

    private static final String CAMUNDA = "camunda:";

    private final Document document;

    private ModelEdit(Document document) {
        this.document = document;
    }

    public static ModelEdit of(byte[] model) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return new ModelEdit(factory.newDocumentBuilder().parse(new ByteArrayInputStream(model)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public static byte[] edited(byte[] model, Consumer<ModelEdit> edit) {
        ModelEdit edited = of(model);
        edit.accept(edited);
        return edited.bytes();
    }

    public byte[] bytes() {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            TransformerFactory.newInstance().newTransformer().transform(new DOMSource(document), new StreamResult(out));
            return out.toByteArray();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return every element, in the file's order */
    public List<Element> elements() {
        return elements(element -> true);
    }

    public List<Element> elements(Predicate<Element> which) {
        var all = document.getElementsByTagName("*");
        return IntStream.range(0, all.getLength())
                .mapToObj(i -> (Element) all.item(i))
                .filter(which)
                .toList();
    }

    public Element byId(String id) {
        return only(elements(element -> id.equals(element.getAttribute("id"))), id);
    }

    /** @return the only element of a kind within another */
    public Element within(String id, String kind) {
        return only(inside(byId(id), kind), kind + " in " + id);
    }

    private static List<Element> inside(Element outer, String kind) {
        var all = outer.getElementsByTagNameNS("*", kind);
        return IntStream.range(0, all.getLength())
                .mapToObj(i -> (Element) all.item(i))
                .toList();
    }

    private static Element only(List<Element> found, String what) {
        if (found.size() != 1) {
            throw new IllegalStateException(found.size() + " of " + what);
        }
        return found.get(0);
    }

    /** @param value null takes the attribute away */
    public ModelEdit set(String id, String attribute, String value) {
        set(byId(id), attribute, value);
        return this;
    }

    /** @param value null takes the attribute away */
    public static void set(Element element, String attribute, String value) {
        String namespace = attribute.startsWith(CAMUNDA) ? element.lookupNamespaceURI(CAMUNDA.replace(":", "")) : null;
        if (value == null) {
            element.removeAttributeNS(namespace, attribute.replace(CAMUNDA, ""));
        } else {
            element.setAttributeNS(namespace, attribute, value);
        }
    }

    /** Another id, wherever it stands, as where a step is drawn anew. */
    public ModelEdit anew(String id, String other) {
        for (Element element : elements()) {
            for (String reference : List.of("id", "sourceRef", "targetRef", "bpmnElement")) {
                if (id.equals(element.getAttribute(reference))) {
                    element.setAttribute(reference, other);
                }
            }
        }
        return this;
    }

    public ModelEdit text(String id, String kind, String text) {
        within(id, kind).setTextContent(text);
        return this;
    }

    public static void remove(Node node) {
        node.getParentNode().removeChild(node);
    }

    /** Takes an element away with its arrows and its drawing, as an editor does. */
    public ModelEdit drop(String id) {
        Element element = byId(id);
        elements(arrow -> arrow.getLocalName().equals("sequenceFlow")
                        && (id.equals(arrow.getAttribute("sourceRef")) || id.equals(arrow.getAttribute("targetRef"))))
                .forEach(this::dropArrow);
        List<Element> inner = new ArrayList<>(inside(element, "*"));
        inner.add(element);
        inner.forEach(gone -> undraw(gone.getAttribute("id")));
        remove(element);
        return this;
    }

    public ModelEdit dropArrow(Element arrow) {
        String id = arrow.getAttribute("id");
        elements(reference -> reference.getLocalName().matches("incoming|outgoing")
                        && id.equals(reference.getTextContent().strip()))
                .forEach(ModelEdit::remove);
        elements(gateway -> id.equals(gateway.getAttribute("default")))
                .forEach(gateway -> gateway.removeAttribute("default"));
        undraw(id);
        remove(arrow);
        return this;
    }

    private void undraw(String id) {
        if (!id.isEmpty()) {
            elements(shape -> id.equals(shape.getAttribute("bpmnElement"))).forEach(ModelEdit::remove);
        }
    }

    /** Takes a step away and joins its arrows, as a person heals the picture. */
    public ModelEdit bridge(String id) {
        Element in = only(elements(arrow -> id.equals(arrow.getAttribute("targetRef"))), "arrows to " + id);
        Element out = only(elements(arrow -> id.equals(arrow.getAttribute("sourceRef"))), "arrows from " + id);
        String target = out.getAttribute("targetRef");
        dropArrow(out);
        in.removeAttribute("targetRef");
        drop(id);
        lead(in.getAttribute("id"), target);
        return this;
    }

    /** Lets an arrow end elsewhere; where it is drawn stays. */
    public ModelEdit lead(String arrow, String target) {
        elements(incoming -> incoming.getLocalName().equals("incoming")
                        && arrow.equals(incoming.getTextContent().strip()))
                .forEach(ModelEdit::remove);
        Element end = byId(target);
        Element incoming = document.createElementNS(end.getNamespaceURI(), "bpmn:incoming");
        incoming.setTextContent(arrow);
        Element before = inside(end, "*").stream()
                .filter(child -> child.getParentNode() == end)
                .filter(child -> !child.getLocalName().matches("documentation|extensionElements|incoming"))
                .findFirst()
                .orElse(null);
        end.insertBefore(incoming, before);
        byId(arrow).setAttribute("targetRef", target);
        return this;
    }

    /** Makes an element one of another kind, with the same content. */
    public Element rename(Element element, String kind) {
        String prefix = element.getPrefix() == null ? "" : element.getPrefix() + ":";
        return (Element) document.renameNode(element, element.getNamespaceURI(), prefix + kind);
    }

    /** Puts markup, in the file's own prefixes, at the end of an element. */
    public ModelEdit add(String id, String kind, String... attributesAndText) {
        Element element = byId(id);
        Element child = document.createElementNS(element.getNamespaceURI(), "bpmn:" + kind);
        for (int i = 0; i + 1 < attributesAndText.length; i += 2) {
            child.setAttribute(attributesAndText[i], attributesAndText[i + 1]);
        }
        element.appendChild(child);
        return this;
    }

    // ---- tables

    public List<Element> rows() {
        return elements(element -> element.getLocalName().equals("rule"));
    }

    /** @param row from 1 */
    public ModelEdit dropRow(int row) {
        remove(rows().get(row - 1));
        return this;
    }

    /** @param row from 1 */
    public ModelEdit doubleRow(int row) {
        Element original = rows().get(row - 1);
        Element copy = (Element) original.cloneNode(true);
        inside(copy, "*").stream()
                .filter(inner -> inner.hasAttribute("id"))
                .forEach(inner -> inner.setAttribute("id", inner.getAttribute("id") + "_2"));
        copy.setAttribute("id", copy.getAttribute("id") + "_2");
        original.getParentNode().insertBefore(copy, original.getNextSibling());
        return this;
    }

    /**
     * @param row from 1
     * @param column name of an output, or of the fact that an input asks for
     */
    public ModelEdit cell(int row, String column, String text) {
        List<Element> inputs = elements(element -> element.getLocalName().equals("input"));
        List<Element> outputs = elements(element -> element.getLocalName().equals("output"));
        for (int i = 0; i < inputs.size(); i++) {
            if (inside(inputs.get(i), "text").get(0).getTextContent().strip().equals(column)) {
                inside(inside(rows().get(row - 1), "inputEntry").get(i), "text")
                        .get(0)
                        .setTextContent(text);
                return this;
            }
        }
        for (int i = 0; i < outputs.size(); i++) {
            if (outputs.get(i).getAttribute("name").equals(column)) {
                inside(inside(rows().get(row - 1), "outputEntry").get(i), "text")
                        .get(0)
                        .setTextContent(text);
                return this;
            }
        }
        throw new IllegalStateException("no column " + column);
    }

    /** Takes a column of the answer away, with its cells. */
    public ModelEdit dropOutput(String column) {
        List<Element> outputs = elements(element -> element.getLocalName().equals("output"));
        int index = IntStream.range(0, outputs.size())
                .filter(i -> outputs.get(i).getAttribute("name").equals(column))
                .findFirst()
                .orElseThrow();
        rows().forEach(row -> remove(inside(row, "outputEntry").get(index)));
        remove(outputs.get(index));
        return this;
    }
}
