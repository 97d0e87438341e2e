package org.shouwen.ticket;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The categories people choose from. */
@Component
public class Categories {

    private final CategoryTable table;

    Categories(CategoryTable table) {
        this.table = table;
    }

    /** @return also one that is not offered, or not in the table any more: older tickets keep it */
    public Optional<Category> category(String code) {
        return find(table.rows(), code).or(() -> find(table.ever(), code));
    }

    private static Optional<Category> find(List<Category> categories, String code) {
        return categories.stream()
                .filter(category -> category.code().equals(code))
                .findFirst();
    }

    /** @return codes of all that there ever were, so that every ticket has one of them */
    public List<String> codes() {
        return table.ever().stream().map(Category::code).distinct().toList();
    }

    /** @return the categories that a new ticket of the kind may have, in the order people see them */
    public List<Category> ofKind(String kind) {
        return table.rows().stream()
                .filter(category -> category.offered() && category.kind().equals(kind))
                .toList();
    }
}
