package org.shouwen.studio.web;

import java.util.List;
import org.shouwen.page.Shown;
import org.shouwen.rights.Caller;
import org.shouwen.rulebook.ModelPart;
import org.shouwen.studio.Change;
import org.shouwen.studio.FourEyes;
import org.shouwen.studio.StudioDesk;
import org.shouwen.studio.StudioDesk.Past;
import org.springframework.stereotype.Component;

/** On the page of a table or flow: which versions were in force since when, by whom and why; what waits for a decision. */
@Component
record ModelHistory(StudioDesk desk, FourEyes eyes) implements ModelPart {

    /**
     * @param others changes that are not, or never were, in force
     * @param mayUndo whether there is something that the reader may take back
     */
    record View(List<Past> versions, List<Change> others, boolean mayUndo) {}

    @Override
    public Shown of(String model, Caller reader) {
        List<Past> versions = desk.history(model);
        boolean undoable = desk.canBeUndone(versions.get(0).version());
        return new Shown(
                "studio/history :: part",
                new View(versions, desk.notInForce(model), undoable && eyes.mayChange(reader)));
    }

    @Override
    public Shown story(String model, int version) {
        return new Shown(
                "studio/history :: story",
                desk.history(model).stream()
                        .filter(past -> past.version().version() == version)
                        .findFirst()
                        .orElse(null));
    }
}
