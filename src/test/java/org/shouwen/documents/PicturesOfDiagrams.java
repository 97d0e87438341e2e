package org.shouwen.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shouwen.testing.Browser;
import org.shouwen.testing.BrowserTest;

/** Draws the documents' diagrams with bpmn.io in Chromium; run by {@code docs/pictures/take}, never by the gate. */
@BrowserTest
class PicturesOfDiagrams {

    private static final Path RENDERER = Path.of("docs/pictures/node_modules/bpmn-js/dist");

    /** At its own size with a white margin of 20. */
    private static final String DRAW = """
            async source => {
              document.body.innerHTML = '<div id="stage" style="width:100vw;height:100vh"></div>';
              const viewer = new BpmnJS({ container: '#stage' });
              const { warnings } = await viewer.importXML(source);
              const canvas = viewer.get('canvas');
              const { x, y, width, height } = canvas.viewbox().inner;
              canvas.viewbox({ x: x - 20, y: y - 20, width: width + 40, height: height + 40 });
              return { width: Math.ceil(width + 40), height: Math.ceil(height + 40), warnings: warnings.length };
            }""";

    @Test
    void diagrams() throws IOException {
        List<Picture> due = Document.pictures().stream()
                .filter(Picture::isOfDiagram)
                .filter(Picture::isDue)
                .toList();
        if (due.isEmpty()) {
            return;
        }
        try (Browser browser = Browser.launch();
                Browser.Person person = browser.person("about:blank", Instant.EPOCH, 1600, 1000)) {
            Page page = person.page();
            page.setContent("<body style=\"margin:0;background:#fff\"></body>");
            for (String style : List.of("diagram-js.css", "bpmn-js.css", "bpmn-font/css/bpmn-embedded.css")) {
                page.addStyleTag(new Page.AddStyleTagOptions()
                        .setPath(RENDERER.resolve("assets").resolve(style)));
            }
            page.addScriptTag(new Page.AddScriptTagOptions()
                    .setPath(RENDERER.resolve("bpmn-navigated-viewer.production.min.js")));
            for (Picture picture : due) {
                String source = Files.readString(picture.diagram());
                // Twice: once to see how large it is, once at that size
                Map<?, ?> size = (Map<?, ?>) page.evaluate(DRAW, source);
                assertThat(size.get("warnings"))
                        .as("warnings of %s", picture.diagram())
                        .isEqualTo(0);
                page.setViewportSize((int) size.get("width"), (int) size.get("height"));
                page.evaluate(DRAW, source);
                picture.keep(page.screenshot(), List.of(picture.diagram()));
            }
        }
    }
}
