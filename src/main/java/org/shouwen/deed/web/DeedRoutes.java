package org.shouwen.deed.web;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.shouwen.deed.Deed;
import org.shouwen.deed.DeedDesk;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Each deed has two addresses of its own, so that whatever walks the addresses meets it. */
@Component
class DeedRoutes {

    private static final String API = "/api/tickets/{number}/";
    private static final String PAGE = "/desk/tickets/{number}/";

    private final Map<String, Deed> deeds;

    DeedRoutes(DeedDesk desk) {
        this.deeds = desk.all().stream().collect(Collectors.toMap(Deed::path, deed -> deed));
    }

    /** @return the deed to which the request's address belongs */
    Deed deed(HttpServletRequest request) {
        String pattern = (String) request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return deeds.get(pattern.substring((pattern.startsWith(API) ? API : PAGE).length()));
    }

    /** Opens the doors; once, as the application starts. */
    @Component
    static class Opening {

        Opening(
                DeedRoutes routes,
                DeedApi api,
                DeedPage page,
                RequestMappingHandlerMapping requestMappingHandlerMapping) {
            routes.deeds.keySet().forEach(path -> {
                open(requestMappingHandlerMapping, API + path, api);
                open(requestMappingHandlerMapping, PAGE + path, page);
            });
        }

        private static void open(RequestMappingHandlerMapping mapping, String address, Object door) {
            Method method = Arrays.stream(door.getClass().getDeclaredMethods())
                    .filter(found -> found.getName().equals("perform"))
                    .findFirst()
                    .orElseThrow();
            mapping.registerMapping(
                    RequestMappingInfo.paths(address)
                            .methods(RequestMethod.POST)
                            .options(mapping.getBuilderConfiguration())
                            .build(),
                    door,
                    method);
        }
    }
}
