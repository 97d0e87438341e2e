package org.shouwen.workflow.internal;

import java.io.InputStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.impl.BpmnParser;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.impl.DmnParser;
import org.camunda.bpm.model.xml.instance.DomDocument;
import org.xml.sax.SAXException;

/**
 * Camunda's readers of diagrams and tables compile the schema again for every file, which takes most of their time. These
 * compile it once, and read the same. They stand where Camunda says to put others: {@link Bpmn#INSTANCE}, {@link Dmn#INSTANCE}.
 */
public final class ModelReaders {

    private static final String LANGUAGE = "http://java.sun.com/xml/jaxp/properties/schemaLanguage";
    private static final String SOURCE = "http://java.sun.com/xml/jaxp/properties/schemaSource";

    private ModelReaders() {}

    /** For everything in this machine, the engine too. */
    public static synchronized void stand() {
        if (Bpmn.INSTANCE instanceof Diagrams) {
            return;
        }
        Bpmn.INSTANCE = new Diagrams();
        Dmn.INSTANCE = new Tables();
    }

    private static final class Diagrams extends Bpmn {

        private final BpmnParser parser = new BpmnParser() {
            @Override
            protected void configureFactory(DocumentBuilderFactory factory) {
                super.configureFactory(factory);
                compiled(factory);
            }

            @Override
            protected Schema createSchema(String location, ClassLoader loader) {
                return null;
            }

            @Override
            public void validateModel(DomDocument read) {
                // Done while it was read
            }
        };

        @Override
        protected BpmnModelInstance doReadModelFromInputStream(InputStream file) {
            return parser.parseModelFromStream(file);
        }
    }

    private static final class Tables extends Dmn {

        private final DmnParser parser = new DmnParser() {
            @Override
            protected void configureFactory(DocumentBuilderFactory factory) {
                super.configureFactory(factory);
                compiled(factory);
            }

            @Override
            protected Schema createSchema(String location, ClassLoader loader) {
                return null;
            }

            @Override
            public void validateModel(DomDocument read) {
                // Done while it was read
            }
        };

        @Override
        protected DmnModelInstance doReadModelFromInputStream(InputStream file) {
            return parser.parseModelFromStream(file);
        }
    }

    /** With a schema of its own a factory must not be told of another, nor that it validates by one inside the file. */
    private static void compiled(DocumentBuilderFactory factory) {
        Object named = factory.getAttribute(SOURCE);
        factory.setAttribute(SOURCE, null);
        factory.setAttribute(LANGUAGE, null);
        factory.setValidating(false);
        factory.setSchema(schema(named instanceof Object[] several ? several : new Object[] {named}));
    }

    private static Schema schema(Object[] named) {
        Source[] sources = Stream.of(named)
                .map(source -> new StreamSource(source.toString()))
                .toArray(Source[]::new);
        try {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(sources);
        } catch (SAXException e) {
            throw new IllegalStateException("Camunda's schema cannot be read", e);
        }
    }
}
