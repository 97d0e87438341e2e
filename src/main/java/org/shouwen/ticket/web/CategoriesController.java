package org.shouwen.ticket.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.shouwen.rights.Allowed;
import org.shouwen.ticket.Area;
import org.shouwen.ticket.Categories;
import org.shouwen.ticket.TicketDesk;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a matter can be about. */
@Allowed
@RestController
@Tag(name = "categories")
class CategoriesController {

    private final Categories categories;
    private final TicketDesk desk;

    CategoriesController(Categories categories, TicketDesk desk) {
        this.categories = categories;
        this.desk = desk;
    }

    /** @param area HOME or PUBLIC; missing where the location decides */
    record CategoryView(String code, String kind, String label, String area, String trade) {}

    record CategoriesView(List<CategoryView> items) {}

    @GetMapping("/api/categories")
    @Operation(summary = "The categories of a kind, in the order people see them")
    CategoriesView ofKind(@RequestParam(defaultValue = "REPAIR") String kind) {
        return new CategoriesView(categories.ofKind(desk.kind(kind).code()).stream()
                .map(category -> new CategoryView(
                        category.code(),
                        category.kind(),
                        category.label(),
                        category.fixedArea().map(Area::name).orElse(null),
                        category.trade().name()))
                .toList());
    }
}
