package org.shouwen.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.spring.ProcessEngineFactoryBean;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.spin.plugin.impl.SpinProcessEnginePlugin;
import org.mockito.Mockito;
import org.shouwen.access.Accounts;
import org.shouwen.citypack.SitePolicies;
import org.shouwen.citypack.SitePolicy;
import org.shouwen.estate.Building;
import org.shouwen.estate.Community;
import org.shouwen.estate.EstateRegister;
import org.shouwen.estate.Home;
import org.shouwen.estate.Place;
import org.shouwen.estate.Resident;
import org.shouwen.estate.Site;
import org.shouwen.roster.Duty;
import org.shouwen.roster.OnCallShift;
import org.shouwen.roster.Post;
import org.shouwen.roster.Roster;
import org.shouwen.roster.Staff;
import org.shouwen.roster.StandIn;
import org.springframework.aop.AfterReturningAdvice;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the flows touch, and nothing else: the guarded engine with the models the product carries, the real desks on an
 * empty database, one small site. No Spring Boot, no web, no job executor; notices are only remembered. Not annotated as a
 * configuration, so that the application's own scan does not find it.
 */
@EnableTransactionManagement(proxyTargetClass = true)
@ComponentScan(
        basePackages = {
            "org.shouwen.wording",
            "org.shouwen.rows",
            "org.shouwen.calendar",
            "org.shouwen.estate",
            "org.shouwen.roster",
            "org.shouwen.ticket",
            "org.shouwen.workflow",
            "org.shouwen.timelimit",
            "org.shouwen.onetimenotice",
            "org.shouwen.firstresponsibility",
            "org.shouwen.repair",
            "org.shouwen.matter",
            "org.shouwen.enquiry",
            "org.shouwen.goodsrelease",
            "org.shouwen.externalparty",
            "org.shouwen.returnvisit",
            "org.shouwen.complaint",
            "org.shouwen.paper",
            "org.shouwen.incident",
            "org.shouwen.citypack",
            "org.shouwen.attachment",
            "org.shouwen.renovation",
            "org.shouwen.credential",
            "org.shouwen.worksite",
            "org.shouwen.notification.process"
        },
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = ".*(\\.web\\..*|HolidayEdits|Forgetting|(Test|IT)(\\$.*)?)"))
@ComponentScan(
        basePackages = {"org.shouwen.access.process", "org.shouwen.notification.internal"},
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.(AccessPlugin|Directory|WordingNeeds)"))
class SlimDesk {

    /** Every sequence flow that was taken, as {@code process flow}. */
    static final Set<String> TAKEN = ConcurrentHashMap.newKeySet();

    static AnnotationConfigApplicationContext open() {
        AnnotationConfigApplicationContext desk = new AnnotationConfigApplicationContext();
        // A test of a diagram stops at each of its save points
        desk.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("walk", Map.of("shouwen.pass-over-save-points", false)));
        desk.register(SlimDesk.class);
        desk.refresh();
        desk.registerShutdownHook();
        furnish(desk.getBean(EstateRegister.class));
        desk.getBean(SitePolicies.class).choose(SitePolicy.usual("east"), "manager", Instant.EPOCH);
        staff(desk.getBean(Roster.class));
        return desk;
    }

    private static void furnish(EstateRegister estate) {
        estate.addCommunity(new Community("garden", "首问花园"));
        estate.addSite(new Site("east", "garden", "东苑"));
        estate.addBuildings(List.of(new Building("east", "1", "1 号楼")));
        estate.addHomes(List.of(
                new Home("1-1-101", "east", "1", "1", "首问花园东苑 1 号楼 1 单元 101", LocalDate.of(2018, 6, 1)),
                new Home("1-2-201", "east", "1", "2", "首问花园东苑 1 号楼 2 单元 201", LocalDate.of(2018, 6, 1))));
        estate.addResidents(List.of(new Resident("1-1-101", 1, "张三", "13812345678", null)));
        estate.addPlaces(List.of(new Place("LAMP-01", Place.Type.LAMP, "east", "东苑 1 号路灯", null)));
    }

    private static void staff(Roster roster) {
        List.of("desk1", "desk2", "plumber1", "plumber2", "electrician1", "lead", "manager")
                .forEach(code -> roster.hire(new Staff(code, code, "13800000000", null)));
        post(roster, "front-desk-east", Duty.FRONT_DESK, Set.of(), "desk1", "desk2");
        post(roster, "plumbing-east", Duty.TECHNICIAN, Set.of("PLUMBING"), "plumber1", "plumber2");
        post(roster, "electrical-east", Duty.TECHNICIAN, Set.of("ELECTRICAL"), "electrician1");
        post(roster, "lead-east", Duty.LEAD, Set.of(), "lead");
        post(roster, "manager-east", Duty.MANAGER, Set.of(), "manager");
        roster.addShift(new OnCallShift("east", "plumber2", LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, 1));
        roster.addShift(new OnCallShift("east", "electrician1", LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, 2));
        roster.addStandIn(new StandIn("plumbing-east", "plumber1", "plumber2", 1));
        roster.addStandIn(new StandIn("plumbing-east", "plumber2", "plumber1", 1));
    }

    private static void post(Roster roster, String code, Duty duty, Set<String> trades, String... holders) {
        roster.create(new Post(code, "east", code, duty, trades));
        for (String holder : holders) {
            roster.appoint(holder, code);
        }
    }

    @Bean
    TimeMachine clock() {
        return new TimeMachine();
    }

    @Bean
    DataSource dataSource() {
        return TestDatabase.migrated();
    }

    @Bean
    JdbcTemplate jdbcTemplate(DataSource dataSource) {
        return new JdbcTemplate(dataSource);
    }

    @Bean
    JdbcClient jdbcClient(JdbcTemplate template) {
        return JdbcClient.create(template);
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new DataSourceTransactionManager(dataSource);
    }

    @Bean
    TransactionTemplate transactionTemplate(PlatformTransactionManager transactions) {
        return new TransactionTemplate(transactions);
    }

    @Bean
    RecordedNotices notices() {
        return new RecordedNotices();
    }

    /** Whoever is hired can sign in. */
    @Bean
    static BeanPostProcessor everybodyHasAnAccount(ObjectProvider<DataSource> dataSource) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof Roster roster ? givingAccounts(roster, dataSource) : bean;
            }
        };
    }

    private static Roster givingAccounts(Roster roster, ObjectProvider<DataSource> dataSource) {
        ProxyFactory proxy = new ProxyFactory(roster);
        proxy.addAdvice((AfterReturningAdvice) (result, method, arguments, target) -> {
            if (method.getName().equals("hire")) {
                TestDatabase.giveAccounts(dataSource.getObject());
            }
        });
        return (Roster) proxy.getProxy();
    }

    /** Nobody has a role here; the groups are the posts. */
    @Bean
    Accounts accounts() {
        return Mockito.mock(Accounts.class);
    }

    @Bean
    ProcessEngineFactoryBean engine(
            ApplicationContext desk,
            DataSource dataSource,
            PlatformTransactionManager transactions,
            ObjectProvider<ProcessEnginePlugin> guards) {
        SpringProcessEngineConfiguration configuration = new SpringProcessEngineConfiguration();
        configuration.setApplicationContext(desk);
        // Beside the application's own in one virtual machine, whose pages ask for the one named default
        configuration.setProcessEngineName("slim");
        configuration.setDataSource(dataSource);
        configuration.setTransactionManager(transactions);
        // As in application.yaml
        configuration.setDatabaseType("postgres");
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("activity");
        configuration.setHistoryTimeToLive("P180D");
        configuration.setMetricsEnabled(false);
        configuration.setJobExecutorActivate(false);
        configuration.getProcessEnginePlugins().add(new SpinProcessEnginePlugin());
        guards.orderedStream().forEach(configuration.getProcessEnginePlugins()::add);
        configuration.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(watched())));
        ProcessEngineFactoryBean engine = new ProcessEngineFactoryBean();
        engine.setProcessEngineConfiguration(configuration);
        return engine;
    }

    private static BpmnParseListener watched() {
        return new AbstractBpmnParseListener() {
            @Override
            public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
                String process = ((ProcessDefinition) flow.getProcessDefinition()).getKey();
                String name = process + " " + flow.getId();
                flow.addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) execution -> TAKEN.add(name));
            }
        };
    }

    @Bean
    RepositoryService repositoryService(ProcessEngine engine) {
        return engine.getRepositoryService();
    }

    @Bean
    ManagementService managementService(ProcessEngine engine) {
        return engine.getManagementService();
    }

    @Bean
    RuntimeService runtimeService(ProcessEngine engine) {
        return engine.getRuntimeService();
    }

    @Bean
    TaskService taskService(ProcessEngine engine) {
        return engine.getTaskService();
    }

    @Bean
    FormService formService(ProcessEngine engine) {
        return engine.getFormService();
    }

    @Bean
    DecisionService decisionService(ProcessEngine engine) {
        return engine.getDecisionService();
    }
}
