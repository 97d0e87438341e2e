package org.shouwen.workflow.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.shouwen.workflow.Blocks;
import org.shouwen.workflow.Difference;
import org.shouwen.workflow.ModelVersions;
import org.shouwen.workflow.RuleTables.RuleTable;
import org.shouwen.workflow.TextVersions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

@Component
record EngineModelVersions(
        RepositoryService repository,
        DeployedFlows flows,
        Program program,
        ModelRules rules,
        ObjectProvider<TextVersions> texts,
        Blocks blocks)
        implements ModelVersions {

    /** Source of what managers bring in force here. */
    static final String STUDIO = "studio";

    private static final byte[] EMPTY_FORM = "{}".getBytes(StandardCharsets.UTF_8);

    /** Of a deployment's name in the engine's table. */
    private static final int LONGEST_NAME = 255;

    @Autowired
    EngineModelVersions(RepositoryService repository, DeployedFlows flows, Blocks blocks, ApplicationContext beans) {
        this(
                repository,
                flows,
                new DeclaredProgram(beans),
                new ModelRules(new DeclaredProgram(beans)),
                beans.getBeanProvider(TextVersions.class),
                blocks);
    }

    // ---- look

    @Override
    public String engine() {
        return ProcessEngine.class.getPackage().getImplementationVersion();
    }

    @Override
    public List<Version> all() {
        Stream<Version> deployed = Stream.concat(
                        repository.createProcessDefinitionQuery().latestVersion().list().stream(),
                        repository.createDecisionDefinitionQuery().latestVersion().list().stream())
                .map(this::version);
        return Stream.concat(deployed, texts.stream().flatMap(some -> some.all().stream()))
                .sorted(Comparator.comparing(Version::model))
                .toList();
    }

    @Override
    public List<Version> of(String model) {
        Optional<TextVersions> kept = texts(model);
        if (kept.isPresent()) {
            return kept.get().of(model);
        }
        String key = key(model);
        List<? extends ResourceDefinition> found = model.endsWith(FLOW)
                ? repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(key)
                        .orderByProcessDefinitionVersion()
                        .desc()
                        .list()
                : repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(key)
                        .orderByDecisionDefinitionVersion()
                        .desc()
                        .list();
        return found.stream().map(this::version).toList();
    }

    @Override
    public Optional<Version> inForce(String model) {
        if (texts(model).isPresent()) {
            return of(model).stream().findFirst();
        }
        String key = key(model);
        return Optional.<ResourceDefinition>ofNullable(
                        model.endsWith(FLOW)
                                ? repository
                                        .createProcessDefinitionQuery()
                                        .processDefinitionKey(key)
                                        .latestVersion()
                                        .singleResult()
                                : repository
                                        .createDecisionDefinitionQuery()
                                        .decisionDefinitionKey(key)
                                        .latestVersion()
                                        .singleResult())
                .map(this::version);
    }

    private Optional<TextVersions> texts(String file) {
        return texts.stream().filter(some -> some.has(file)).findFirst();
    }

    private static String key(String model) {
        int end = model.lastIndexOf('.');
        return ModelNames.camel(end < 0 ? model : model.substring(0, end));
    }

    @Override
    public Optional<Version> find(String id) {
        return Optional.<ResourceDefinition>ofNullable(repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionId(id)
                        .singleResult())
                .or(() -> Optional.ofNullable(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionId(id)
                        .singleResult()))
                .map(this::version)
                .or(() -> texts.stream().flatMap(some -> some.find(id).stream()).findFirst());
    }

    @Override
    public Optional<Version> find(String model, int version) {
        return of(model).stream().filter(one -> one.version() == version).findFirst();
    }

    private Version version(ResourceDefinition definition) {
        Deployment deployment = repository
                .createDeploymentQuery()
                .deploymentId(definition.getDeploymentId())
                .singleResult();
        String key = definition.getKey();
        return new Version(
                definition.getId(),
                definition.getResourceName().endsWith(FLOW) ? ModelVersions.flow(key) : ModelVersions.table(key),
                key,
                Optional.ofNullable(definition.getName()).orElse(key),
                definition.getVersion(),
                deployment.getDeploymentTime().toInstant(),
                origin(String.valueOf(deployment.getSource())));
    }

    private static Origin origin(String source) {
        return switch (source) {
            case ModelDeployer.SOURCE -> Origin.SHIPPED;
            case STUDIO -> Origin.STUDIO;
            default -> Origin.OTHER;
        };
    }

    @Override
    public byte[] source(Version version) {
        Optional<TextVersions> kept = texts(version.model());
        if (kept.isPresent()) {
            return kept.get().source(version);
        }
        return read(
                version.isTable()
                        ? repository.getDecisionModel(version.id())
                        : repository.getProcessModel(version.id()));
    }

    @Override
    public Map<String, byte[]> files(Version version) {
        Map<String, byte[]> files = new TreeMap<>(Map.of(version.model(), source(version)));
        if (version.isFlow()) {
            String deployment = repository.getProcessDefinition(version.id()).getDeploymentId();
            Map<String, String> resources = repository.getDeploymentResourceNames(deployment).stream()
                    .collect(Collectors.toMap(name -> name.substring(name.lastIndexOf('/') + 1), name -> name));
            forms(source(version)).stream()
                    .filter(resources::containsKey)
                    .forEach(form ->
                            files.put(form, read(repository.getResourceAsStream(deployment, resources.get(form)))));
        }
        return files;
    }

    @Override
    public Map<String, byte[]> carried(String model) {
        Map<String, byte[]> files = new TreeMap<>();
        Optional.ofNullable(carriedTexts().get(model)).ifPresent(text -> files.put(model, text));
        program.shipped(model).ifPresent(bytes -> {
            files.put(model, bytes);
            if (model.endsWith(FLOW)) {
                forms(bytes).forEach(form -> program.shipped(form).ifPresent(shipped -> files.put(form, shipped)));
            }
        });
        return files;
    }

    @Override
    public Map<String, byte[]> carriedTexts() {
        Map<String, byte[]> carried = new TreeMap<>();
        texts.forEach(some -> carried.putAll(some.carried()));
        return carried;
    }

    private static byte[] read(InputStream resource) {
        try (InputStream file = resource) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads names alone, for every start of the program asks for those of every flow; it was judged before. */
    @Override
    public Set<String> forms(byte[] diagram) {
        Set<String> forms = new TreeSet<>();
        XMLInputFactory reading = XMLInputFactory.newFactory();
        reading.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try {
            XMLStreamReader names = reading.createXMLStreamReader(new ByteArrayInputStream(diagram));
            while (names.hasNext()) {
                if (names.next() == XMLStreamConstants.START_ELEMENT) {
                    Optional.ofNullable(names.getAttributeValue(Flow.CAMUNDA, "formRef"))
                            .ifPresent(ref -> forms.add(file(ref)));
                }
            }
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("no diagram", e);
        }
        return forms;
    }

    @Override
    public List<Version> showing(String form) {
        return repository
                .createProcessDefinitionQuery()
                .latestVersion()
                .orderByProcessDefinitionKey()
                .asc()
                .list()
                .stream()
                .filter(definition -> shown(flows.of(definition)).contains(form))
                .map(this::version)
                .toList();
    }

    private static String file(String formRef) {
        return ModelNames.kebab(formRef) + FORM;
    }

    private static Set<String> shown(Flow flow) {
        return flow.nodes(node -> !node.camunda("formRef").isEmpty())
                .map(node -> file(node.camunda("formRef")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public RuleTable read(byte[] source) {
        DmnModelInstance model = Dmn.readModelFromStream(new ByteArrayInputStream(source));
        Decision decision =
                model.getModelElementsByType(Decision.class).iterator().next();
        return EngineRuleTables.read(model, decision.getId(), decision.getName(), 0, Instant.EPOCH);
    }

    // ---- judge

    @Override
    public Taken take(Map<String, byte[]> files) {
        Map<Boolean, Map<String, byte[]>> kinds = parts(files, this::isKnownText);
        Taken taken = HandedModels.of(kinds.get(false), rules::corrected);
        Map<String, byte[]> all = new TreeMap<>(taken.files());
        all.putAll(kinds.get(true));
        return new Taken(all, taken.faults());
    }

    private boolean isKnownText(String file) {
        return texts(file).isPresent() && inForce(file).isPresent();
    }

    private static Map<Boolean, Map<String, byte[]>> parts(Map<String, byte[]> files, Predicate<String> which) {
        Map<Boolean, Map<String, byte[]>> parts = Map.of(true, new TreeMap<>(), false, new TreeMap<>());
        files.forEach((file, bytes) -> parts.get(which.test(file)).put(file, bytes));
        return parts;
    }

    @Override
    public Map<String, byte[]> together(Collection<Version> bases, Map<String, byte[]> changed) {
        Map<String, byte[]> all = new TreeMap<>();
        bases.forEach(base -> all.putAll(files(base)));
        all.putAll(changed);
        List<String> shown = all.keySet().stream()
                .filter(file -> file.endsWith(FLOW))
                .flatMap(file -> forms(all.get(file)).stream())
                .toList();
        all.keySet().removeIf(file -> file.endsWith(FORM) && !shown.contains(file) && !changed.containsKey(file));
        return all;
    }

    @Override
    public Judged judge(Map<String, byte[]> files) {
        Map<Boolean, Map<String, byte[]>> kinds =
                parts(files, file -> texts(file).isPresent());
        Judgement judgement = rules.judgeProposed(kinds.get(false), this::isDeployed);
        List<Said> faults = new ArrayList<>(said(judgement.faults()));
        kinds.get(true)
                .forEach(
                        (file, bytes) -> faults.addAll(texts(file).orElseThrow().judge(file, bytes)));
        return new Judged(List.copyOf(faults), said(judgement.warnings()));
    }

    private static List<Said> said(List<Finding> findings) {
        return findings.stream()
                .map(finding -> new Said(finding.file(), finding.element(), finding.sentence()))
                .distinct()
                .toList();
    }

    private boolean isDeployed(String decision) {
        return repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(decision)
                        .count()
                > 0;
    }

    @Override
    public Difference difference(String file, Map<String, byte[]> before, Map<String, byte[]> after) {
        if (file.endsWith(FORM)) {
            return FormDifference.of(before.getOrDefault(file, EMPTY_FORM), after.get(file));
        }
        Optional<TextVersions> kept = texts(file);
        if (kept.isPresent()) {
            return kept.get().difference(before.get(file), after.get(file));
        }
        Map<String, String> names = repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .collect(Collectors.toMap(ResourceDefinition::getKey, ResourceDefinition::getName));
        Function<String, String> called = id -> names.getOrDefault(id, id);
        Collection<List<Blocks.Answer>> answers = blocks.answers(key(file)).values();
        return FlowDifference.of(drawn(file, before, answers), drawn(file, after, answers), program::said, called);
    }

    private static FlowDifference.Drawn drawn(
            String file, Map<String, byte[]> files, Collection<List<Blocks.Answer>> answers) {
        List<byte[]> forms = files.entrySet().stream()
                .filter(other -> other.getKey().endsWith(FORM))
                .map(Map.Entry::getValue)
                .toList();
        return new FlowDifference.Drawn(files.get(file), ConditionWords.of(forms, answers));
    }

    // ---- in force

    @Override
    public List<Version> deploy(Map<String, byte[]> files, boolean shipped) {
        return deploy(files, shipped, builder -> builder);
    }

    /** What the program brings, when it starts: of several nodes that start at once one brings it. */
    void bring(Map<String, byte[]> files) {
        deploy(files, true, builder -> builder.enableDuplicateFiltering(false));
    }

    private List<Version> deploy(Map<String, byte[]> all, boolean shipped, UnaryOperator<DeploymentBuilder> how) {
        Map<Boolean, Map<String, byte[]>> kinds = parts(all, file -> texts(file).isPresent());
        List<Version> deployed = new ArrayList<>();
        kinds.get(true)
                .forEach((file, bytes) -> deployed.add(texts(file).orElseThrow().deploy(file, bytes, shipped)));
        if (!kinds.get(false).isEmpty()) {
            deployed.addAll(deployToEngine(kinds.get(false), shipped, how));
        }
        return List.copyOf(deployed);
    }

    private List<Version> deployToEngine(
            Map<String, byte[]> files, boolean shipped, UnaryOperator<DeploymentBuilder> how) {
        String from = shipped ? ModelDeployer.SOURCE : STUDIO;
        String models =
                files.keySet().stream().filter(file -> !file.endsWith(FORM)).collect(Collectors.joining(", "));
        String name = from + ":" + models;
        DeploymentBuilder deployment = how.apply(repository
                .createDeployment()
                .name(name.substring(0, Math.min(name.length(), LONGEST_NAME)))
                .source(from));
        files.forEach((file, bytes) -> deployment.addInputStream(file, new ByteArrayInputStream(bytes)));
        DeploymentWithDefinitions deployed = deployment.deployWithResult();
        return Stream.of(deployed.getDeployedDecisionDefinitions(), deployed.getDeployedProcessDefinitions())
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .map(this::version)
                .toList();
    }
}
