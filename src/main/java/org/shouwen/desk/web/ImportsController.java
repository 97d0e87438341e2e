package org.shouwen.desk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.shouwen.estate.Consent;
import org.shouwen.estate.EstateImport;
import org.shouwen.estate.ImportReport;
import org.shouwen.page.StaffPage;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.shouwen.roster.RosterImport;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * Files with the estate, its people and their plans are taken over. They name people and posts of every site, and so
 * who may do what there: whoever answers for one site does not.
 */
@Allowed(Role.ADMINISTRATOR)
@StaffPage
@RequestMapping("/desk/admin/imports")
class ImportsController {

    private static final long LARGEST = 5L * 1024 * 1024;

    private final EstateImport estate;
    private final RosterImport roster;

    ImportsController(EstateImport estate, RosterImport roster) {
        this.estate = estate;
        this.roster = roster;
    }

    /** What can be imported, in the order in which one builds on the other. */
    enum Table {
        HOMES("房屋", "小区,服务点,楼栋,单元,房号,地址,交房日期", "garden:首问花园,east:东苑,1:1号楼,1,1-1-101,东苑1号楼1单元101,2018-06-01"),
        RESIDENTS("住户", "房号,序号,姓名,电话,邮箱,入住,迁出", "1-1-101,1,张三,13812345678,zhangsan@example.com,2024-06-01,"),
        PLACES("公共部位", "编号,类型,服务点,名称,交付日期", "LIFT-1-1,电梯,east,东苑 1 号楼 1 单元电梯,2018-06-01"),
        POSTS("岗位", "岗位,服务点,名称,职责,工种", "plumbing-east,east,东苑水工,维修工,PLUMBING"),
        STAFF("员工", "工号,姓名,电话,邮箱,岗位", "plumber1,赵强,13700001111,,plumbing-east"),
        SHIFTS("值班表", "服务点,工号,开始,结束,次序,日期类型", "east,plumber1,20:00,08:00,1,每天"),
        STAND_INS("替代表", "岗位,工号,替代人,次序", "plumbing-east,plumber1,plumber2,1"),
        HOUSEKEEPERS("管家表", "服务点,楼栋,单元,工号", "east,1,1,desk1");

        private final String label;
        private final String header;
        private final String example;

        Table(String label, String header, String example) {
            this.label = label;
            this.header = header;
            this.example = example;
        }

        static Table named(String key) {
            return Arrays.stream(values())
                    .filter(table -> table.key().equals(key))
                    .findFirst()
                    .orElseThrow(() -> Refusal.notFound("import-unknown", "没有“" + key + "”这种导入"));
        }

        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public String label() {
            return label;
        }

        public String header() {
            return header;
        }

        public String example() {
            return example;
        }
    }

    /** What came of it. */
    record Outcome(
            String table,
            String file,
            String summary,
            List<String> errors,
            List<String> questions,
            List<String> notes) {}

    /** Also where a report stood before. */
    @GetMapping({"", "/{key}"})
    String page(Caller caller, Model model) {
        model.addAttribute("tables", Table.values());
        return "desk/imports";
    }

    @PostMapping("/{key}")
    String take(
            @PathVariable String key,
            @RequestParam(required = false) MultipartFile file,
            @RequestParam(defaultValue = "false") boolean confirmed,
            @RequestParam(defaultValue = "false") boolean households,
            Caller caller,
            Model model,
            HttpServletResponse response)
            throws IOException {
        Table table = Table.named(key);
        if (file == null || file.isEmpty()) {
            throw Refusal.invalid("file-missing", table.key(), "请先选择要导入的" + table.label() + "文件（.csv）");
        }
        if (file.getSize() > LARGEST) {
            throw Refusal.invalid("file-too-large", table.key(), "导入文件最大 5 MB，请分成几个文件");
        }
        Consent consent = new Consent(confirmed, households);
        ImportReport report;
        try (Reader csv = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            report = switch (table) {
                case PLACES -> estate.importPlaces(csv);
                case SHIFTS -> roster.importShifts(csv);
                case STAND_INS -> roster.importStandIns(csv);
                case HOUSEKEEPERS -> roster.importHousekeepers(csv, caller.code(), caller.at());
                case HOMES -> estate.importHomes(csv, consent);
                case RESIDENTS -> estate.importResidents(csv, consent);
                case POSTS -> roster.importPosts(csv);
                case STAFF -> roster.importStaff(csv);
            };
        }
        if (!report.questions().isEmpty()) {
            response.setStatus(HttpStatus.CONFLICT.value());
        } else if (!report.errors().isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        }
        model.addAttribute("tables", Table.values());
        model.addAttribute(
                "outcome",
                new Outcome(
                        table.label(),
                        file.getOriginalFilename(),
                        report.summary(),
                        report.errors().stream().map(error -> error.sentence()).toList(),
                        report.questions(),
                        report.notes()));
        return "desk/imports";
    }
}
