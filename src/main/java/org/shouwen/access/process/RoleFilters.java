package org.shouwen.access.process;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.shouwen.estate.Estate;
import org.shouwen.rights.Role;
import org.shouwen.roster.Duty;
import org.shouwen.roster.Post;
import org.shouwen.roster.Roster;
import org.shouwen.workflow.UserTasks;
import org.springframework.stereotype.Component;

/**
 * The lists that people see in Tasklist; made, or brought up to date by name, at every start. Superiors have those of their
 * own sites, each granted to their posts; who keeps the system going has those of all.
 */
@Component
class RoleFilters {

    private static final String LATE = "#a3201a";
    private static final String OPEN = "#5b6875";

    private static final Set<Role> OVERSEERS = EnumSet.of(Role.LEAD, Role.SUPERVISOR, Role.MANAGER, Role.ADMINISTRATOR);

    /** Duties whose posts have the lists of their site. */
    static final Set<Duty> OVERSEEING = EnumSet.range(Duty.LEAD, Duty.DIRECTOR);

    private final FilterService filters;
    private final TaskService tasks;
    private final Estate estate;
    private final Roster roster;

    RoleFilters(FilterService filters, TaskService tasks, Estate estate, Roster roster) {
        this.filters = filters;
        this.tasks = tasks;
        this.estate = estate;
        this.roster = roster;
    }

    private Stream<Lens> lenses() {
        Set<String> all = groups(EnumSet.allOf(Role.class));
        Set<String> administrators = groups(EnumSet.of(Role.ADMINISTRATOR));
        Stream<Lens> everywhere = Stream.of(
                new Lens("我的任务", "由我承办的任务", "#14568c", 10, all, tasks().taskAssigneeExpression("${currentUser()}")),
                new Lens(
                        "本岗待领",
                        "派到我的岗位、还没有人领的任务",
                        "#1c6b3c",
                        20,
                        all,
                        tasks().taskCandidateGroupInExpression("${currentUserGroups()}")
                                .taskUnassigned()),
                new Lens(
                        "我已超时",
                        "由我承办、已过时限的任务",
                        LATE,
                        30,
                        groups(EnumSet.complementOf(EnumSet.copyOf(OVERSEERS))),
                        tasks().taskAssigneeExpression("${currentUser()}").dueBeforeExpression("${now()}")),
                new Lens("已超时", "所有已过时限的任务", LATE, 30, administrators, tasks().dueBeforeExpression("${now()}")),
                new Lens("全部未办任务", "所有还没有办完的任务", OPEN, 40, administrators, tasks()));
        return Stream.concat(everywhere, estate.sites().stream().flatMap(this::of));
    }

    /** The task's own description says its site, which a query can ask for at no cost. */
    private Stream<Lens> of(String site) {
        String name = estate.siteName(site);
        Set<String> posts = OVERSEEING.stream()
                .flatMap(duty -> roster.postsOf(site, duty).stream())
                .map(Post::code)
                .collect(Collectors.toSet());
        return Stream.of(
                new Lens(
                        "已超时 · " + name,
                        name + "已过时限的任务",
                        LATE,
                        30,
                        posts,
                        tasks().taskDescription(UserTasks.ofSite(site)).dueBeforeExpression("${now()}")),
                new Lens(
                        "全部未办任务 · " + name,
                        name + "还没有办完的任务",
                        OPEN,
                        40,
                        posts,
                        tasks().taskDescription(UserTasks.ofSite(site))));
    }

    private static Set<String> groups(Set<Role> roles) {
        return roles.stream().map(Role::group).collect(Collectors.toSet());
    }

    /** @return ids of the filters that each group may see */
    Map<String, List<String>> apply() {
        Map<String, List<String>> visible = new HashMap<>();
        lenses().forEach(lens -> {
            String id = save(lens);
            lens.groups().forEach(group -> visible.computeIfAbsent(group, g -> new ArrayList<>())
                    .add(id));
        });
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
            String name, String description, String color, int position, Set<String> groups, TaskQuery query) {}
}
