package org.shouwen.estate.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.estate.Building;
import org.shouwen.estate.Community;
import org.shouwen.estate.Consent;
import org.shouwen.estate.Estate;
import org.shouwen.estate.EstateImport;
import org.shouwen.estate.EstateRegister;
import org.shouwen.estate.Home;
import org.shouwen.estate.ImportReport;
import org.shouwen.estate.LineError;
import org.shouwen.estate.Place;
import org.shouwen.estate.Resident;
import org.shouwen.estate.Site;
import org.shouwen.problem.Refusal;
import org.shouwen.rows.Sql;
import org.shouwen.testing.TestDatabase;
import org.shouwen.wording.Moments;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Tag("database")
class EstateIT {

    private static final String HOMES = """
            小区,服务点,楼栋,单元,房号,地址,交房日期
            garden:阳光花园,east:东区,1:1号楼,1,1-1-101,阳光花园 1 号楼 1 单元 101,2024-05-31
            garden,east,1,1,1-1-102,阳光花园 1 号楼 1 单元 102,
            garden,east,1,2,1-2-101,阳光花园 1 号楼 2 单元 101,2024/6/1
            garden,west:西区,12,,12-101,阳光花园 12 号楼 101,
            """;

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Consent CHANGES = new Consent(true, false);
    private static final Consent HOUSEHOLDS = new Consent(true, true);

    private Estate estate;
    private EstateRegister register;
    private EstateImport estateImport;
    private JdbcClient jdbc;
    private final List<Object> left = new ArrayList<>();

    @BeforeEach
    void emptyEstate() {
        DataSource dataSource = TestDatabase.migrated();
        jdbc = JdbcClient.create(dataSource);
        JdbcTemplate template = new JdbcTemplate(dataSource);
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        Sql sql = new Sql(jdbc);
        HomeTable homes = new HomeTable(sql, template);
        ResidentTable residents = new ResidentTable(template);
        Moments moments = new Moments(Clock.fixed(Instant.parse("2026-11-23T01:00:00Z"), ZONE), ZONE);
        estate = new JdbcEstate(sql, moments);
        register = new JdbcEstateRegister(sql, homes, residents, transaction);
        estateImport = new CsvEstateImport(estate, homes, residents, sql, transaction, moments, left::add);
    }

    @Test
    void whatIsRegisteredIsFound() {
        register.addCommunity(new Community("garden", "阳光花园"));
        register.addSite(new Site("east", "garden", "东区"));
        register.addBuildings(List.of(new Building("east", "1", "1号楼")));
        Home home = new Home("1-1-101", "east", "1", "1", "1 号楼 1 单元 101", LocalDate.of(2024, 5, 31));
        register.addHomes(List.of(home));
        Place lamp = new Place("LAMP-E01", Place.Type.LAMP, "east", "东门路灯_1", null);
        register.addPlaces(List.of(lamp, new Place("LIFT-E01", Place.Type.LIFT, "east", "1 号楼电梯", null)));
        register.addResidents(List.of(
                new Resident("1-1-101", 2, "李四", "053188886666", null),
                new Resident("1-1-101", 1, "张三", "138 5311 0001", "zhang@example.com")));

        assertThat(estate.home("1-1-101")).contains(home);
        assertThat(estate.home("1-1-999")).isEmpty();
        assertThat(estate.place("LAMP-E01")).contains(lamp);
        assertThat(estate.searchPlaces("lamp", 10)).containsExactly(lamp);
        assertThat(estate.searchPlaces("灯_", 10)).containsExactly(lamp);
        assertThat(estate.searchPlaces("%", 10)).isEmpty();
        assertThat(estate.searchPlaces(null, 1)).containsExactly(lamp);
        assertThat(estate.sites()).containsExactly("east");
        assertThat(estate.siteName("east")).isEqualTo("东区");
        assertThat(estate.siteName("north")).isEqualTo("north");
        assertThat(estate.residentsOf("1-1-101"))
                .containsExactly(
                        new Resident("1-1-101", 1, "张三", "13853110001", "zhang@example.com"),
                        new Resident("1-1-101", 2, "李四", "0531-88886666", null));
        assertThat(estate.residentsOf("1-1-999")).isEmpty();
        assertThat(estate.householdSizes(List.of("1-1-101", "1-1-999"))).isEqualTo(Map.of("1-1-101", 2, "1-1-999", 0));
        assertThat(estate.householdSizes(List.of())).isEmpty();
    }

    @Test
    void nothingIsRegisteredTwice() {
        estateImport.importHomes(HOMES);
        Home fresh = new Home("1-1-103", "east", "1", "1", "103", null);
        Home known = new Home("1-1-101", "east", "1", "1", "101", null);

        assertThatThrownBy(() -> register.addHomes(List.of(fresh, known)))
                .isInstanceOf(Refusal.class)
                .hasMessage("房屋已经登记过，不能重复登记");
        assertThat(estate.home("1-1-103")).isEmpty();
    }

    @Test
    void homesAreImportedWithAllAboveThem() {
        ImportReport report = estateImport.importHomes("\uFEFF" + HOMES.replace("\n", "\r\n"));

        assertThat(report).isEqualTo(ImportReport.done(4, 0));
        assertThat(report.summary()).isEqualTo("新增 4 条，更新 0 条");
        assertThat(estate.sites()).containsExactly("east", "west");
        assertThat(estate.siteName("west")).isEqualTo("西区");
        assertThat(estate.home("1-2-101"))
                .contains(new Home("1-2-101", "east", "1", "2", "阳光花园 1 号楼 2 单元 101", LocalDate.of(2024, 6, 1)));
        assertThat(estate.home("12-101")).contains(new Home("12-101", "west", "12", "", "阳光花园 12 号楼 101", null));
        assertThat(jdbc.sql("select name from building where site = 'east'")
                        .query(String.class)
                        .single())
                .isEqualTo("1号楼");
    }

    @Test
    void aHomeThatIsKnownIsUpdatedAndABlankDateLeavesTheOldOne() {
        estateImport.importHomes(HOMES);

        ImportReport report = estateImport.importHomes("""
                community,site,building,unit,home,label,handover
                garden,east,1,1,1-1-101,新地址,
                garden,east,1,1,1-1-103,=1+1,
                """);

        assertThat(report).isEqualTo(ImportReport.done(1, 1));
        assertThat(estate.home("1-1-101"))
                .contains(new Home("1-1-101", "east", "1", "1", "新地址", LocalDate.of(2024, 5, 31)));
        assertThat(estate.home("1-1-103").orElseThrow().label()).isEqualTo("=1+1");
    }

    @Test
    void oneWrongLineAndNoHomeIsImported() {
        ImportReport report = estateImport.importHomes(HOMES + """
                garden,east,1,1,1-1-101,又一次,
                other,east,1,1,1-1-104,别的小区,

                garden,east,,1,1-1-105,,2024-13-01
                """);

        assertThat(report.added()).isZero();
        assertThat(report.errors())
                .extracting(LineError::sentence)
                .containsExactly(
                        "第 6 行 房号：1-1-101 与第 2 行重复",
                        "第 7 行 服务点：服务点 east 属于小区 garden，不属于小区 other",
                        "第 9 行 楼栋：不能为空",
                        "第 9 行 地址：不能为空",
                        "第 9 行 交房日期：须为日期，例如 2024-05-31");
        assertThat(report.summary()).isEqualTo("有 5 处错误，没有导入任何内容");
        assertThat(estate.searchHomes(null, 100)).isEmpty();
        assertThat(estate.sites()).isEmpty();
    }

    @Test
    void whatTheDatabaseRefusesIsNotHalfImported() {
        estateImport.importHomes(HOMES);
        jdbc.sql("alter table home add constraint no_basement check (unit <> 'B1')")
                .update();

        assertThatThrownBy(() -> estateImport.importHomes("""
                        community,site,building,unit,home,label,handover
                        lake:湖畔,south:南区,7,1,7-1-101,七号楼,
                        lake,south,7,B1,7-B1-101,地下室,
                        """))
                .isInstanceOf(org.springframework.dao.DataIntegrityViolationException.class);
        assertThat(estate.home("7-1-101")).isEmpty();
        assertThat(estate.sites()).containsExactly("east", "west");
    }

    @Test
    void residentsAreImportedAndNumberedOn() {
        estateImport.importHomes(HOMES);

        ImportReport report = estateImport.importResidents("""
                房号,序号,姓名,电话,邮箱
                1-1-101,,赵六,13853110003,
                1-1-101,1,张三,13853110001,zhang@example.com
                1-1-101,2,李四,0531-88886666,
                1-1-102,,-王五,+8613853110002,
                """);

        assertThat(report).isEqualTo(ImportReport.done(4, 0));
        assertThat(estate.residentsOf("1-1-101")).extracting(Resident::name).containsExactly("张三", "李四", "赵六");
        assertThat(estate.residentsOf("1-1-102"))
                .containsExactly(new Resident("1-1-102", 1, "-王五", "13853110002", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"\"x\"\")", "+1", "@SUM(A1)", "<b>张三</b>", "张三'", "{张三}"})
    void whatIsNobodysNameIsNotTakenForOne(String name) {
        estateImport.importHomes(HOMES);

        assertThat(estateImport
                        .importResidents("房号,序号,姓名,电话,邮箱\n1-1-101,1,\"%s\",13853110001,\n".formatted(name))
                        .errors())
                .singleElement()
                .asString()
                .contains("第 2 行 姓名：须为姓名");
        assertThat(estate.residentsOf("1-1-101")).isEmpty();
    }

    @Test
    void nothingIsHandedOverYearsAhead() {
        assertThat(estateImport
                        .importHomes(HOMES.replace("2024-05-31", "2081-05-31"))
                        .errors())
                .isNotEmpty()
                .allSatisfy(error -> assertThat(error.toString()).contains("交房日期：太远，最多是一年以后"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1号楼1单元102", "1 号楼 1 单元 102 室", "１－１－１０２", "一栋一单元102", "1#1-102", "1-1-102"})
    void aFileNamesHomesAsPeopleSayThem(String said) {
        estateImport.importHomes(HOMES);

        assertThat(estateImport.importResidents("房号,序号,姓名,电话,邮箱\n%s,1,张三,13853110001,\n".formatted(said)))
                .isEqualTo(ImportReport.done(1, 0));
        assertThat(estate.residentsOf("1-1-102")).extracting(Resident::name).containsExactly("张三");
    }

    @Test
    void theSameResidentsAgainAreUpdatesAndABlankEmailLeavesTheOldOne() {
        estateImport.importHomes(HOMES);
        String file = """
                home,number,name,phone,email
                1-1-101,1,张三,13853110001,zhang@example.com
                1-1-101,,李四,13853110002,
                """;
        estateImport.importResidents(file);

        assertThat(estateImport.importResidents(file.replace("zhang@example.com", "")))
                .isEqualTo(ImportReport.done(0, 2));
        assertThat(estate.residentsOf("1-1-101"))
                .containsExactly(
                        new Resident("1-1-101", 1, "张三", "13853110001", "zhang@example.com"),
                        new Resident("1-1-101", 2, "李四", "13853110002", null));
    }

    /** The kind of F5: every way in which somebody else comes in under a registered number. */
    @ParameterizedTest
    @CsvSource({"新业主, 13800006666", "张三, 13800006666", "新业主, 13853110001"})
    void anotherNameOrPhoneIsAnotherPersonWhoIsShownFirstAndInheritsNothing(String name, String phone) {
        estateImport.importHomes(HOMES);
        String header = "home,number,name,phone,email\n";
        estateImport.importResidents(header + "1-1-101,1,张三,13853110001,zhang@example.com\n");
        Resident before = estate.residentsOf("1-1-101").get(0);

        String file = header + "1-1-101,1," + name + "," + phone + ",\n";
        ImportReport asked = estateImport.importResidents(file);
        assertThat(asked.questions())
                .singleElement()
                .asString()
                .contains("张三（138****0001） 换成 " + name + "（" + phone + "）");
        assertThat(asked.summary()).isEqualTo("有 1 处变动要先核对，还没有导入任何内容");
        assertThat(estate.residentsOf("1-1-101")).containsExactly(before);
        assertThat(left).isEmpty();

        assertThat(estateImport.importResidents(new StringReader(file), CHANGES))
                .isEqualTo(ImportReport.done(0, 1));
        assertThat(estate.residentsOf("1-1-101")).containsExactly(new Resident("1-1-101", 1, name, phone, null));
        assertThat(left).containsExactly(new EstateRegister.Left("1-1-101", "张三", "13853110001"));
    }

    @ParameterizedTest
    @CsvSource({
        ", , true",
        "2026-11-23, , true",
        "2026-11-24, , false",
        "2020-01-01, 2026-11-23, false",
        "2020-01-01, 2026-11-24, true"
    })
    void whoeverDoesNotLiveThereOnTheDayIsNotFoundOrOffered(String movedIn, String movedOut, boolean there) {
        estateImport.importHomes(HOMES);
        estateImport.importResidents("房号,序号,姓名,电话,邮箱,入住,迁出\n1-1-101,1,赵六,13853119876,,%s,%s\n"
                .formatted(movedIn == null ? "" : movedIn, movedOut == null ? "" : movedOut));

        assertThat(estate.residentsOf("1-1-101")).hasSize(there ? 1 : 0);
        for (String asked : List.of("赵六", "13853119876", "9876")) {
            assertThat(estate.searchHomes(asked, 10)).as(asked).hasSize(there ? 1 : 0);
        }
        assertThat(estate.householdSizes(List.of("1-1-101"))).containsEntry("1-1-101", there ? 1 : 0);
        assertThat(left).hasSize("2026-11-23".equals(movedOut) ? 1 : 0);
    }

    @Test
    void aFileReplacesAHouseholdWithConsentAndLeavesOtherHomesAlone() {
        estateImport.importHomes(HOMES);
        estateImport.importResidents("home,number,name,phone,email\n1-1-101,1,张三,13853110001,\n"
                + "1-1-101,2,李四,13853110002,\n1-1-102,1,王五,13853110003,\n");
        String file = "home,number,name,phone,email\n1-1-101,1,张三,13853110001,\n";

        assertThat(estateImport
                        .importResidents(new StringReader(file), new Consent(false, true))
                        .questions())
                .containsExactly("房屋 1-1-101：李四（138****0002） 不在文件里，按今天迁出");
        assertThat(estate.residentsOf("1-1-101")).hasSize(2);
        estateImport.importResidents(new StringReader(file), HOUSEHOLDS);
        assertThat(estate.residentsOf("1-1-101")).extracting(Resident::name).containsExactly("张三");
        assertThat(estate.residentsOf("1-1-102")).hasSize(1);
        assertThat(left).containsExactly(new EstateRegister.Left("1-1-101", "李四", "13853110002"));
    }

    @Test
    void aHomeThatWouldStandElsewhereIsShownFirst() {
        estateImport.importHomes(HOMES);
        String file = "community,site,building,unit,home,label,handover\ngarden,west,12,,1-1-101,12 号楼,\n";

        assertThat(estateImport.importHomes(file).questions())
                .containsExactly("房屋 1-1-101：服务点 east、楼栋 1、单元 1 改为 服务点 west、楼栋 12、单元 ");
        assertThat(estate.home("1-1-101").orElseThrow().site()).isEqualTo("east");
        assertThat(estateImport.importHomes(new StringReader(file), CHANGES)).isEqualTo(ImportReport.done(0, 1));
        assertThat(estate.home("1-1-101").orElseThrow().site()).isEqualTo("west");
    }

    @Test
    void oneWrongLineAndNoResidentIsImported() {
        estateImport.importHomes(HOMES);

        ImportReport report = estateImport.importResidents("""
                房号,序号,姓名,电话,邮箱
                1-1-101,1,张三,13853110001,
                1-1-101,1,李四,13853110002,
                9-9-999,0,,138,x
                1-1-102,,王五,13853110003,
                1-1-102,,王五,13853110003,
                """);

        assertThat(report.errors())
                .extracting(LineError::sentence)
                .containsExactly(
                        "第 3 行 序号：房屋 1-1-101 的序号 1 与第 2 行重复",
                        "第 4 行 房号：没有登记房屋 9-9-999，请先导入房屋",
                        "第 4 行 序号：须为 1 到 999 的整数",
                        "第 4 行 姓名：不能为空",
                        "第 4 行 电话：须为 11 位手机号，或带区号的座机号，例如 0531-88886666",
                        "第 4 行 邮箱：不是邮箱地址",
                        "第 6 行 姓名：房屋 1-1-102 的这位联系人在文件中重复");
        assertThat(estate.residentsOf("1-1-101")).isEmpty();
    }

    @Test
    void homesAreFoundByTheStartOfTheirCode() {
        estateImport.importHomes(HOMES);

        assertThat(codes("1-1")).containsExactly("1-1-101", "1-1-102");
        assertThat(codes(" 1-1-102 ")).containsExactly("1-1-102");
        assertThat(codes("1")).containsExactly("1-1-101", "1-1-102", "1-2-101", "12-101");
        assertThat(codes("1-")).containsExactly("1-1-101", "1-1-102", "1-2-101");
        assertThat(codes("12")).containsExactly("12-101");
        assertThat(codes("-101")).isEmpty();
        assertThat(codes("")).hasSize(4);
        assertThat(estate.searchHomes(null, 2)).extracting(Home::code).containsExactly("1-1-101", "1-1-102");
        assertThat(estate.searchHomes("1-", 1)).extracting(Home::code).containsExactly("1-1-101");
    }

    @Test
    void homesAreFoundByAResident() {
        estateImport.importHomes(HOMES + "garden,east,A,1,A-1-101,A 座,\n");
        estateImport.importResidents("""
                房号,序号,姓名,电话,邮箱
                1-1-101,,张三,13853110001,
                1-1-101,,张小三,13853110001,
                1-1-102,,李四,0531-88880001,
                1-2-101,,100%_!,13912340002,
                """);

        assertThat(codes("0001")).containsExactly("1-1-101", "1-1-102");
        assertThat(codes("13853110001")).containsExactly("1-1-101");
        assertThat(codes("138 5311 0001")).containsExactly("1-1-101");
        assertThat(codes("0531-88880001")).containsExactly("1-1-102");
        assertThat(codes("053188880001")).containsExactly("1-1-102");
        // A masked number cannot be searched out digit by digit: whole, or the four digits that everybody reads
        assertThat(codes("88880001")).containsExactly("1-1-102");
        for (String part :
                List.of("139123", "40002", "340002", "110001", "8853110001", "80001", "3853110001", "138531")) {
            assertThat(codes(part)).as(part).isEmpty();
        }
        assertThat(codes("001")).isEmpty();
        assertThat(codes("13853110009")).isEmpty();
        assertThat(codes("三")).containsExactly("1-1-101");
        assertThat(codes("张三")).containsExactly("1-1-101");
        assertThat(codes("王")).isEmpty();
        assertThat(codes("a-1")).containsExactly("A-1-101");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "!", "'", "x%", "张_", "\\", "a\u0000b", "100%"})
    void noSearchTextIsAPattern(String q) {
        estateImport.importHomes(HOMES);
        estateImport.importResidents("房号,序号,姓名,电话,邮箱\n1-1-101,,张三,13853110001,\n");

        assertThat(codes(q)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1号楼1单元102", "1 号楼 1 单元 102", "1-1-102室", "1 1 102", "１－１－１０２", "一栋一单元102", "1号楼1单元10"})
    void aHomeIsFoundAsPeopleSayIt(String said) {
        estateImport.importHomes(HOMES);

        assertThat(codes(said)).contains("1-1-102").doesNotContain("1-2-101");
    }

    @Test
    void aHomeThatIsSaidIsThatOne() {
        estateImport.importHomes(HOMES);

        assertThat(estate.said("1 号楼 1 单元 102 室"))
                .contains(estate.home("1-1-102").orElseThrow());
        assertThat(estate.said("1-1-102")).isEqualTo(estate.home("1-1-102"));
        assertThat(estate.said("1 号楼 1 单元 999")).isEmpty();
    }

    /** Another site, or a firm's other estate, may have a home of that code. */
    @ParameterizedTest
    @ValueSource(strings = {"西区1-1-102", "阳光花园西区 1 号楼 1 单元 102", "碧桂园1号楼1单元102", "别的小区1-1-102"})
    void aHomeIsNotTakenForThatOfAnotherName(String said) {
        estateImport.importHomes(HOMES);
        assertThat(codes(said)).isEmpty();
        assertThat(estate.said(said)).isEmpty();
        assertThat(estateImport
                        .importResidents("房号,序号,姓名,电话,邮箱\n%s,1,张三,13853110001,\n".formatted(said))
                        .errors())
                .hasSize(1);
        String own = said.replaceAll("^\\p{IsHan}+ ?(?=\\d)", "阳光花园东区");
        assertThat(codes(own)).containsExactly("1-1-102");
        assertThat(estate.said(own)).isPresent();
    }

    @Test
    void aLargeFileIsImportedWhole() {
        StringBuilder csv = new StringBuilder("community,site,building,unit,home,label,handover\n");
        IntStream.range(0, 5_000)
                .forEach(i -> csv.append(
                        "garden,east,%d,1,%d-1-%03d,地址 %d,2024-01-01\n".formatted(i / 100, i / 100, i % 100, i)));

        assertThat(estateImport.importHomes(csv.toString())).isEqualTo(ImportReport.done(5_000, 0));
        assertThat(estateImport.importHomes(csv.toString())).isEqualTo(ImportReport.done(0, 5_000));
        assertThat(codes("49-1-09")).hasSize(10);
    }

    private List<String> codes(String q) {
        return estate.searchHomes(q, 100).stream().map(Home::code).toList();
    }

    @Test
    void placesAreImportedAndAWrongLineStopsAll() {
        estateImport.importHomes(HOMES);
        String places = """
                编号,类型,服务点,名称,交付日期
                LAMP-01,路灯,east,东门 1 号路灯,
                LIFT-1-1,LIFT,west,1 号楼电梯,2024-05-31
                """;
        assertThat(estateImport.importPlaces(places)).isEqualTo(ImportReport.done(2, 0));
        assertThat(estateImport.importPlaces(places)).isEqualTo(ImportReport.done(0, 2));
        assertThat(estate.place("LIFT-1-1"))
                .contains(new Place("LIFT-1-1", Place.Type.LIFT, "west", "1 号楼电梯", LocalDate.of(2024, 5, 31)));

        ImportReport refused =
                estateImport.importPlaces("code,type,site,label,handover\nGATE-1,门禁道闸,east,东门,\nX-1,飞机,north,,31.5.\n");
        assertThat(refused.errors())
                .extracting(LineError::sentence)
                .containsExactly(
                        "第 3 行 type：须为 路灯、电梯、门禁道闸、楼道、场地、其他 之一",
                        "第 3 行 site：没有登记服务点 north，请先导入房屋",
                        "第 3 行 label：不能为空",
                        "第 3 行 handover：须为日期，例如 2024-05-31");
        assertThat(estate.place("GATE-1")).isEmpty();
    }
}
