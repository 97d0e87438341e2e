package org.shouwen.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.shouwen.testing.Browser;
import org.shouwen.testing.BrowserTest;
import org.shouwen.workflow.FormSheets;
import org.shouwen.workflow.internal.DrawnForms;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.ViewResolver;

/**
 * Every form in force, drawn with the library that Tasklist draws with and by the server: the same questions with the same words,
 * choices and first answers, and the same of them asked whatever is answered.
 */
@BrowserTest
class FormsDrawnAlikeIT extends DeskInBrowser {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Each part that is to be seen, as a line: words, whether it must be answered, help, choices, first answer. */
    private static final String READ = """
            const line = text => (text ?? '').replace(/\\s+/g, ' ').trim();
            const read = element => line(element.innerHTML.replace(/<br>/g, ' ').replace(/<\\/?[a-z0-9]+[^>]*>/g, ''));
            const words = (element, without) => {
              if (!element) return '';
              const copy = element.cloneNode(true);
              copy.querySelectorAll(without).forEach(each => each.remove());
              return line(copy.textContent);
            };
            const told = (...parts) => parts.join(' | ');
            window.theirs = root => [...root.querySelectorAll('.fjs-form-field:not(.fjs-powered-by)')]
              .filter(field => !field.querySelector('.fjs-form-field'))
              .map(field => {
                const type = ([...field.classList].find(name => /^fjs-form-field-[a-z-]+$/.test(name)) ?? 'fjs-form-field-' + field.className).slice(15);
                if (type === 'text') return told('text', read(field));
                const label = field.querySelector('.fjs-form-field-label');
                const several = ['radio', 'checklist'].includes(type);
                const options = several ? [...field.querySelectorAll('label')].filter(each => each.querySelector('input')).map(each => words(each, '.fjs-asterix')) : [];
                const first = several ? [...field.querySelectorAll('input:checked')].map(each => words(each.closest('label'), '.fjs-asterix')).join()
                  : type === 'checkbox' ? field.querySelector('input').checked
                  : type === 'select' ? line(field.querySelector('.fjs-select-display, input')?.value ?? field.querySelector('.fjs-select-display')?.textContent).replace(/^Select$/, '')
                  : type === 'datetime' ? '' : field.querySelector('input, textarea').value;
                return told(type, words(label, '.fjs-asterix, input'), !!field.querySelector('.fjs-asterix'),
                  line(field.querySelector('.fjs-form-field-description')?.textContent), options.join(), first);
              });
            window.ours = root => [...root.querySelectorAll('.part')].filter(part => !part.hidden && part.children.length).map(part => {
              const text = part.querySelector('.told-form');
              if (text) return told('text', read(text));
              const field = part.querySelector('input, textarea, select') ?? part.querySelector('fieldset');
              const set = part.querySelector('fieldset');
              const type = part.dataset.type;
              const label = words(part.querySelector('legend, label'), '.when, select, textarea');
              const must = / \\*$/.test(label);
              const options = set ? [...set.querySelectorAll('.option')].map(each => words(each, '.x')) : [];
              const first = set ? [...set.querySelectorAll('input:checked')].map(each => words(each.closest('label'), '.x')).join()
                : type === 'checkbox' ? field.checked
                : type === 'select' ? (field.value ? line(field.selectedOptions[0].textContent) : '')
                : type === 'datetime' ? '' : field.value;
              return told(type, label.replace(/ \\*$/, ''), must, line(part.querySelector('.help')?.textContent), options.join(), first);
            });
            window.drawn = async (schema, data, answers, html) => {
              const theirs = document.createElement('div');
              const ours = document.createElement('div');
              document.body.append(theirs, ours);
              const { render } = await import('/studio/form.js');
              await render(theirs, schema, data);
              ours.innerHTML = html;
              for (const [name, value] of Object.entries(answers)) {
                for (const field of ours.querySelectorAll(`[name="${name}"]`)) {
                  if (field.type === 'radio') field.checked = field.value === value;
                  else if (field.type === 'checkbox') field.checked = value;
                  else field.value = value;
                }
              }
              window.turn = (window.turn ?? 0) + 1;
              await import('/studio/steps.js?' + window.turn);
              await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
              const read = [window.theirs(theirs), window.ours(ours)];
              theirs.remove();
              ours.remove();
              return read;
            };
            """;

    @Autowired
    private FormSheets sheets;

    @Autowired
    @Qualifier("thymeleafViewResolver")
    private ViewResolver views;

    @Autowired
    private WebApplicationContext context;

    private String html(String id, JsonNode form, Map<String, Object> facts) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest(context.getServletContext());
        request.setAttribute(DispatcherServlet.WEB_APPLICATION_CONTEXT_ATTRIBUTE, context);
        MockHttpServletResponse response = new MockHttpServletResponse();
        response.setCharacterEncoding("UTF-8");
        Map<String, Object> model = new HashMap<>();
        model.put("turn", DrawnForms.taskForm(id, form, facts, clock().instant(), ZoneId.of("Asia/Shanghai")));
        model.put("number", "BX-26-000001");
        views.resolveViewName("desk/step :: form(turn=${turn}, number=${number})", Locale.CHINA)
                .render(model, request, response);
        return response.getContentAsString();
    }

    @Test
    void byTheServerAsInTasklist() throws Exception {
        SoftAssertions all = new SoftAssertions();
        List<String> compared = new ArrayList<>();
        try (Browser.Person manager = person("manager", 1440)) {
            Page page = manager.page();
            page.navigate("/desk/rules/forms/reportWork");
            page.evaluate("() => { " + READ + " }");
            for (FormSheets.FormSheet sheet : sheets.all()) {
                JsonNode form = JSON.readTree(sheets.written(sheet.id()).orElseThrow());
                Map<String, Object> facts = DrawnForms.facts(form);
                String html = html(sheet.id(), form, facts);
                for (Map<String, Object> answers : DrawnForms.states(form)) {
                    List<?> read = (List<?>) page.evaluate(
                            "([schema, data, answers, html]) => window.drawn(JSON.parse(schema), JSON.parse(data), JSON.parse(answers), html)",
                            List.of(
                                    form.toString(),
                                    DrawnForms.data(facts, answers).toString(),
                                    JSON.writeValueAsString(answers),
                                    html));
                    all.assertThat(lines(read.get(1)))
                            .as(sheet.id() + " " + answers)
                            .isEqualTo(lines(read.get(0)));
                    compared.add(sheet.id() + answers);
                }
            }
            assertThat(manager.complaints()).isEmpty();
        }
        all.assertAll();
        assertThat(compared).hasSizeGreaterThan(sheets.all().size() + 50);
    }

    private static List<String> lines(Object read) {
        return ((List<?>) read).stream().map(String::valueOf).toList();
    }
}
