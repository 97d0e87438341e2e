package org.shouwen.access.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What of Camunda's webapps is open: an allow-list of methods and paths, read off the scripts of Tasklist and Cockpit
 * 7.24.0. Whatever is not listed is closed to everybody.
 *
 * <p>{@code {id}} stands for one segment, a trailing {@code **} for any number of them. Paths are compared as they
 * came over the wire; one that is percent-encoded, has empty or dotted segments or matrix parameters matches nothing.
 */
final class CamundaRoutes {

    /** Tasklist: list, open, claim, complete, start. */
    private static final List<Route> STAFF = routes("""
            # pages and what they load
            GET     /camunda
            GET     /camunda/favicon.ico
            GET     /camunda/lib/**
            GET     /camunda/assets/**
            GET     /camunda/app
            GET     /camunda/app/welcome
            GET     /camunda/app/welcome/**
            GET     /camunda/app/tasklist
            GET     /camunda/app/tasklist/**
            GET     /camunda/api/tasklist/plugin/{plugin}/static/**
            GET     /camunda/api/welcome/plugin/{plugin}/static/**

            # who is signed in
            GET     /camunda/api/engine/engine
            GET     /camunda/api/admin/auth/user/default
            POST    /camunda/api/admin/auth/user/default/logout
            GET     /camunda/api/engine/engine/default/user
            GET     /camunda/api/engine/engine/default/user/{id}/profile

            # filters, read only
            OPTIONS /camunda/api/engine/engine/default/filter
            GET     /camunda/api/engine/engine/default/filter
            GET     /camunda/api/engine/engine/default/filter/count
            GET     /camunda/api/engine/engine/default/filter/{id}
            POST    /camunda/api/engine/engine/default/filter/{id}/list

            # tasks
            GET     /camunda/api/engine/engine/default/task
            GET     /camunda/api/engine/engine/default/task/{id}
            GET     /camunda/api/engine/engine/default/task/{id}/form
            GET     /camunda/api/engine/engine/default/task/{id}/deployed-form
            GET     /camunda/api/engine/engine/default/task/{id}/form-variables
            POST    /camunda/api/engine/engine/default/task/{id}/claim
            POST    /camunda/api/engine/engine/default/task/{id}/submit-form

            # history and diagram tabs of a task
            GET     /camunda/api/engine/engine/default/history/user-operation
            GET     /camunda/api/engine/engine/default/history/user-operation/count
            GET     /camunda/api/engine/engine/default/process-definition/{id}/xml

            # starting a process
            GET     /camunda/api/engine/engine/default/process-definition
            GET     /camunda/api/engine/engine/default/process-definition/count
            GET     /camunda/api/engine/engine/default/process-definition/{id}
            GET     /camunda/api/engine/engine/default/process-definition/{id}/startForm
            GET     /camunda/api/engine/engine/default/process-definition/{id}/deployed-start-form
            GET     /camunda/api/engine/engine/default/process-definition/{id}/form-variables
            POST    /camunda/api/engine/engine/default/process-definition/{id}/submit-form
            """);

    /** Cockpit, on top: look at everything, retry jobs. No instance deleted or suspended: its ticket would be nobody's. No deployment, no token moved, no variable set. */
    private static final List<Route> ADMINISTRATORS = routes("""
            # pages and what they load
            GET     /camunda/app/cockpit
            GET     /camunda/app/cockpit/**
            GET     /camunda/api/cockpit/plugin/{plugin}/static/**

            # looking
            GET     /camunda/api/engine/engine/default/**
            GET     /camunda/api/cockpit/plugin/base/default/**
            POST    /camunda/api/cockpit/plugin/base/default/process-definition/{id}/called-process-definitions
            POST    /camunda/api/cockpit/plugin/base/default/process-instance
            POST    /camunda/api/cockpit/plugin/base/default/process-instance/count
            POST    /camunda/api/cockpit/plugin/base/default/process-instance/{id}/called-process-instances
            POST    /camunda/api/cockpit/plugin/base/default/incident
            POST    /camunda/api/cockpit/plugin/base/default/incident/count

            # queries whose criteria travel in the body
            POST    /camunda/api/engine/engine/default/process-instance
            POST    /camunda/api/engine/engine/default/process-instance/count
            POST    /camunda/api/engine/engine/default/execution
            POST    /camunda/api/engine/engine/default/execution/count
            POST    /camunda/api/engine/engine/default/task
            POST    /camunda/api/engine/engine/default/task/count
            POST    /camunda/api/engine/engine/default/variable-instance
            POST    /camunda/api/engine/engine/default/variable-instance/count
            POST    /camunda/api/engine/engine/default/job
            POST    /camunda/api/engine/engine/default/job/count
            POST    /camunda/api/engine/engine/default/job-definition
            POST    /camunda/api/engine/engine/default/job-definition/count
            POST    /camunda/api/engine/engine/default/external-task
            POST    /camunda/api/engine/engine/default/external-task/count
            POST    /camunda/api/engine/engine/default/group
            POST    /camunda/api/engine/engine/default/history/process-instance
            POST    /camunda/api/engine/engine/default/history/process-instance/count
            POST    /camunda/api/engine/engine/default/history/activity-instance
            POST    /camunda/api/engine/engine/default/history/activity-instance/count
            POST    /camunda/api/engine/engine/default/history/task
            POST    /camunda/api/engine/engine/default/history/task/count
            POST    /camunda/api/engine/engine/default/history/variable-instance
            POST    /camunda/api/engine/engine/default/history/variable-instance/count
            POST    /camunda/api/engine/engine/default/history/job-log
            POST    /camunda/api/engine/engine/default/history/job-log/count

            # repairing
            PUT     /camunda/api/engine/engine/default/job/{id}/retries
            PUT     /camunda/api/engine/engine/default/job-definition/{id}/retries
            """);

    /** Closed to everybody, whatever the lists above may come to say. */
    private static final List<Route> NEVER = routes("""
            *       /camunda/api/admin/setup
            *       /camunda/api/admin/setup/**
            *       /camunda/app/admin
            *       /camunda/app/admin/**
            *       /camunda/api/engine/engine/default/deployment/create
            """);

    /** Closed routes behind buttons that Tasklist shows all the same, and what to do instead. */
    private static final List<Hint> HINTS = List.of(
            new Hint("POST    /camunda/api/engine/engine/default/task/{id}/unclaim", "退回任务请在任务表单里填写，不能直接取消认领"),
            new Hint("POST    /camunda/api/engine/engine/default/task/{id}/assignee", "改派请在工单页办理，不能直接改任务的经办人"),
            new Hint("PUT     /camunda/api/engine/engine/default/task/{id}", "时限和经办人由首问按规定计算，不能在任务列表里修改"),
            new Hint("POST    /camunda/api/engine/engine/default/task/{id}/comment/create", "跟进情况请写在工单里，任务列表不收备注"),
            new Hint("POST    /camunda/api/engine/engine/default/task/{id}/identity-links", "任务归哪个岗位由流程决定，不能在这里修改"),
            new Hint(
                    "POST    /camunda/api/engine/engine/default/task/{id}/identity-links/delete",
                    "任务归哪个岗位由流程决定，不能在这里修改"),
            new Hint("POST    /camunda/api/engine/engine/default/task/create", "任务由工单的流程产生，不能单独新建"),
            new Hint("POST    /camunda/api/engine/engine/default/filter/create", "任务清单由系统按角色统一提供，不能新建"),
            new Hint("PUT     /camunda/api/engine/engine/default/filter/{id}", "任务清单由系统按角色统一提供，不能修改"),
            new Hint("DELETE  /camunda/api/engine/engine/default/filter/{id}", "任务清单由系统按角色统一提供，不能删除"),
            new Hint(
                    "DELETE  /camunda/api/engine/engine/default/process-instance/{id}",
                    "流程不能在这里删除，否则工单没有人办；不办的请在工单页撤回"),
            new Hint(
                    "PUT     /camunda/api/engine/engine/default/process-instance/{id}/suspended",
                    "流程不能在这里暂停，否则工单没有人办；要等的请在工单页暂停计时"),
            new Hint("POST    /camunda/api/engine/engine/default/deployment/create", "流程图请在首问的流程页上传，不能在这里部署"),
            new Hint("POST    /camunda/api/admin/auth/user/default/login/{app}", "请在首问的登录页 /login 登录"));

    private static final String CLOSED = "首问没有开放这个功能";

    private CamundaRoutes() {}

    /**
     * @param path as it came over the wire, without the context path
     * @return why the request is refused, in one sentence; empty where it is open
     */
    static Optional<String> refusal(String method, String path, boolean administrator) {
        boolean open = matches(STAFF, method, path) || administrator && matches(ADMINISTRATORS, method, path);
        if (open && !matches(NEVER, method, path)) {
            return Optional.empty();
        }
        return Optional.of(HINTS.stream()
                .filter(hint -> hint.route().matches(method, path))
                .map(Hint::sentence)
                .findFirst()
                .orElse(CLOSED));
    }

    private static boolean matches(List<Route> routes, String method, String path) {
        return routes.stream().anyMatch(route -> route.matches(method, path));
    }

    private static List<Route> routes(String lines) {
        List<Route> routes = new ArrayList<>();
        lines.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Route::of)
                .forEach(routes::add);
        return List.copyOf(routes);
    }

    private record Hint(Route route, String sentence) {

        Hint(String line, String sentence) {
            this(Route.of(line), sentence);
        }
    }

    private record Route(String method, Pattern path) {

        /** Neither dots alone, nor anything encoded, nor parameters. */
        private static final String SEGMENT = "(?!\\.+(?:/|$))[A-Za-z0-9._:~@-]+";

        static Route of(String line) {
            String[] parts = line.trim().split("\\s+");
            StringBuilder regex = new StringBuilder();
            for (String segment : parts[1].substring(1).split("/", -1)) {
                regex.append('/');
                if (segment.equals("**")) {
                    regex.append(SEGMENT).append("(?:/").append(SEGMENT).append(")*");
                } else if (segment.startsWith("{")) {
                    regex.append(SEGMENT);
                } else {
                    regex.append(Pattern.quote(segment));
                }
            }
            // JAX-RS takes no notice of a last slash, and the scripts send it or not as they please
            return new Route(parts[0], Pattern.compile(regex.append("/?").toString()));
        }

        boolean matches(String requested, String wire) {
            return (method.equals("*") || method.equals(requested))
                    && path.matcher(wire).matches();
        }
    }
}
