package org.shouwen.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.SimpleBeanDefinitionRegistry;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.util.ClassUtils;

/** The beans that Spring would find, by name, found without starting it. */
public final class Beans {

    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Map<String, Class<?>> ALL = scan();

    private Beans() {}

    public static Map<String, Class<?>> all() {
        return ALL;
    }

    /** @return beans that may be used in a model: those of {@code process} packages */
    public static Map<String, Class<?>> ofProcessPackages() {
        return ALL.entrySet().stream()
                .filter(bean -> isProcessPackage(bean.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
    }

    /** @return beans of a type, by name */
    public static <T> Map<String, Class<? extends T>> of(Class<T> type) {
        return ALL.entrySet().stream()
                .filter(bean -> type.isAssignableFrom(bean.getValue()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, bean -> bean.getValue().asSubclass(type), (a, b) -> a, TreeMap::new));
    }

    public static boolean isProcessPackage(Class<?> type) {
        return type.getPackageName().endsWith(".process");
    }

    /** @return an instance whose collaborators are all null: good for asking what it declares, for nothing else */
    public static <T> T bare(Class<T> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            return type.cast(constructor.newInstance(new Object[constructor.getParameterCount()]));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a bare " + type.getName(), e);
        }
    }

    /** @return source text of a class of ours */
    public static String source(Class<?> type) {
        try {
            return Files.readString(SOURCES.resolve(type.getName().replace('.', '/') + ".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Class<?>> scan() {
        Map<String, Class<?>> beans = new TreeMap<>();
        var registry = new SimpleBeanDefinitionRegistry();
        for (BeanDefinition bean :
                new ClassPathScanningCandidateComponentProvider(true).findCandidateComponents("org.shouwen")) {
            boolean ours = String.valueOf(((AbstractBeanDefinition) bean).getSource())
                    .replace('\\', '/')
                    .contains("/target/classes/");
            if (ours) {
                String name = AnnotationBeanNameGenerator.INSTANCE.generateBeanName(bean, registry);
                beans.put(name, ClassUtils.resolveClassName(bean.getBeanClassName(), Beans.class.getClassLoader()));
            }
        }
        return beans;
    }
}
