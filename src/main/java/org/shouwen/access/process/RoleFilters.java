package org.shouwen.access.process;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.shouwen.rights.Role;
import org.springframework.stereotype.Component;

/** The lists that people see in Tasklist; made, or brought up to date by name, at every start. */
@Component
class RoleFilters {

    private static final Set<Role> ALL = EnumSet.allOf(Role.class);
    private static final Set<Role> OVERSEERS = EnumSet.of(Role.LEAD, Role.SUPERVISOR, Role.MANAGER, Role.ADMINISTRATOR);

    private final FilterService filters;
    private final TaskService tasks;

    RoleFilters(FilterService filters, TaskService tasks) {
        this.filters = filters;
        this.tasks = tasks;
    }

    private List<Lens> lenses() {
        return List.of(
                new Lens("我的任务", "由我承办的任务", "#14568c", 10, ALL, tasks().taskAssigneeExpression("${currentUser()}")),
                new Lens(
                        "本岗待领",
                        "派到我的岗位、还没有人领的任务",
                        "#1c6b3c",
                        20,
                        ALL,
                        tasks().taskCandidateGroupInExpression("${currentUserGroups()}")
                                .taskUnassigned()),
                new Lens(
                        "我已超时",
                        "由我承办、已过时限的任务",
                        "#a3201a",
                        30,
                        EnumSet.complementOf(EnumSet.copyOf(OVERSEERS)),
                        tasks().taskAssigneeExpression("${currentUser()}").dueBeforeExpression("${now()}")),
                new Lens("已超时", "所有已过时限的任务", "#a3201a", 30, OVERSEERS, tasks().dueBeforeExpression("${now()}")),
                new Lens("全部未办任务", "所有还没有办完的任务", "#5b6875", 40, OVERSEERS, tasks()));
    }

    /** @return ids of the filters that each role may see */
    Map<Role, List<String>> apply() {
        Map<Role, List<String>> visible = new EnumMap<>(Role.class);
        for (Lens lens : lenses()) {
            String id = save(lens);
            lens.roles().forEach(role -> visible.computeIfAbsent(role, r -> new ArrayList<>())
                    .add(id));
        }
        return visible;
    }

    private String save(Lens lens) {
        Filter filter =
                filters.createFilterQuery().filterName(lens.name()).filterResourceType(EntityTypes.TASK).list().stream()
                        .findFirst()
                        .orElseGet(() -> filters.newTaskFilter(lens.name()));
        filter.setQuery(lens.query());
        filter.setProperties(Map.of(
                "description",
                lens.description(),
                "color",
                lens.color(),
                "priority",
                lens.position(),
                "refresh",
                true,
                "showUndefinedVariable",
                false,
                "variables",
                List.of(Map.of("name", "show_ticket", "label", "工单"), Map.of("name", "show_standIn", "label", "替代"))));
        return filters.saveFilter(filter).getId();
    }

    private TaskQuery tasks() {
        return tasks.createTaskQuery();
    }

    /** @param position the lowest is shown first, and opened where a person has chosen none */
    private record Lens(
            String name, String description, String color, int position, Set<Role> roles, TaskQuery query) {}
}
