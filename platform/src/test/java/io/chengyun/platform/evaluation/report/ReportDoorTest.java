package io.chengyun.platform.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.platform.evaluation.HouseInDecember;
import io.chengyun.platform.evaluation.MadeFacts;
import io.chengyun.platform.postgres.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Indicators and reports over real HTTP, as the console and a spreadsheet program get them. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
@TestPropertySource(properties = {"chengyun.access.sample-accounts=true", "chengyun.access.hash-strength=4"})
@Import(HouseInDecember.class)
class ReportDoorTest {

    private static final String DECEMBER = "from=2016-12-01&to=2017-01-01";
    private static final String FORMULA = "=cmd|' /C calc'!A0";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    @TempDir
    Path folder;

    private MadeFacts facts;

    @BeforeEach
    void fourCases() {
        facts = new MadeFacts(jdbc);
        facts.clear();
        facts.closed("2016-12-04T02:00:00Z").save();
        facts.closed("2016-12-04T02:00:00Z").save();
        facts.closed("2016-12-20T02:00:00Z").save();
        facts.aCase().with("town", "310112102").with("grid", "310112102G01").save();
    }

    private HttpResponse<byte[]> get(String name, String path) {
        var http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        var entry = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/session"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"name\":\"" + name + "\",\"password\":\"chengyun\"}"))
                .build();
        var asked = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/evaluation/" + path))
                .build();
        try {
            assertThat(http.send(entry, BodyHandlers.discarding()).statusCode()).isLessThan(300);
            return http.send(asked, BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private JsonNode json(String name, String path) {
        var answer = get(name, path);
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private void refused(String name, String path, int status, String said) {
        var answer = get(name, path);
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(status);
        assertThat(text(answer)).contains(said);
    }

    @Test
    void figuresComeWithTheirDefinitions() {
        var sheet = json("commander", "indicators?subject=TOWN&" + DECEMBER);
        assertThat(sheet.get("lines")).hasSize(2);
        assertThat(sheet.get("countedTo").asString()).isEqualTo("2016-12-31T16:00:00Z");
        var indicators = sheet.get("indicators");
        assertThat(indicators.get(0).get("divisor").get("zh").asString()).isEqualTo("本期上报的案件");
        assertThat(indicators.get(0).has("sql")).isFalse();
        var rows = json("commander", "indicators/closing/rows?subject=TOWN&of=310112101&" + DECEMBER);
        assertThat(rows.get("total").asLong()).isEqualTo(3);
        assertThat(rows.get("rows").get(0).get("caseClass").asString()).isEqualTo("0506");
    }

    @Test
    void withoutDaysItIsTheMonthThatTheDistrictIsIn() {
        var period = json("commander", "indicators").get("question").get("period");
        assertThat(period.get("from").asString()).isEqualTo("2017-02-01");
        assertThat(period.get("to").asString()).isEqualTo("2017-03-01");
        refused("commander", "indicators?from=2017-01-01", 400, "\"field\":\"to\"");
    }

    @Test
    void badQuestionsAreAnsweredWithWhatToAskInstead() {
        refused("commander", "indicators?subject=TOWN&from=2017-01-01&to=2016-12-01", 400, "\"field\":\"to\"");
        refused("commander", "indicators?subject=CITY&" + DECEMBER, 400, "DISTRICT, TOWN");
        refused("commander", "indicators/none/rows?" + DECEMBER, 404, "evaluation:no-such-indicator");
        refused("handler", "indicators?subject=PERSON&" + DECEMBER, 403, "of=<your own id>");
        refused("handler", "indicators/closing/rows?subject=PERSON&" + DECEMBER, 403, "evaluation:persons-hidden");
        refused("handler", "report.xlsx?subject=PERSON&" + DECEMBER, 403, "evaluation:persons-hidden");
        var other = "subject=TOWN&of=310112102&" + DECEMBER;
        refused("handler-310112101", "indicators?" + other, 404, "evaluation:no-such-member");
        refused("handler-310112101", "report.pdf?" + other, 404, "evaluation:no-such-member");
        refused("handler-310112101", "report?subject=DISTRICT&" + DECEMBER, 403, "evaluation:district-hidden");
    }

    @Test
    void reportOfATownsOwnStaffIsTheirTowns() {
        var report = json("handler-310112101", "report?subject=DEPARTMENT&" + DECEMBER);
        assertThat(report.get("whole")
                        .get("lines")
                        .get(0)
                        .get("member")
                        .get("name")
                        .asString())
                .isEqualTo("莘庄镇");
        assertThat(report.get("whole")
                        .get("lines")
                        .get(0)
                        .get("figures")
                        .get(0)
                        .get("n")
                        .asLong())
                .isEqualTo(3);
        assertThat(report.get("months")).hasSize(12);
        assertThat(report.get("months")
                        .get(11)
                        .get("question")
                        .get("period")
                        .get("from")
                        .asString())
                .isEqualTo("2016-12-01");
    }

    @Test
    void workbookSaysWhatTheFiguresSay() throws IOException {
        facts.aCase().with("organisation", FORMULA).save();
        var answer = get("commander", "report.xlsx?subject=DEPARTMENT&" + DECEMBER);
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("evaluation-DEPARTMENT-2016-12-01.xlsx");
        try (var book =
                new ReadableWorkbook(new ByteArrayInputStream(answer.body()), new ReadingOptions(true, false))) {
            var names = book.getSheets().map(sheet -> sheet.getName()).toList();
            assertThat(names).containsExactly("汇总", "逐项", "口径");
            var rows = book.findSheet("逐项").orElseThrow().read();
            var inTime = rows.stream()
                    .filter(row -> "D-DRAINAGE".equals(row.getCellText(0)))
                    .filter(row -> "closing_in_time".equals(row.getCellText(3)))
                    .findFirst()
                    .orElseThrow();
            assertThat(inTime.getCell(4).getText()).isEqualTo("按期结案率");
            assertThat(inTime.getCellAsNumber(6).orElseThrow().doubleValue()).isEqualTo(0.5);
            assertThat(inTime.getCellAsNumber(8).orElseThrow().intValue()).isEqualTo(2);
            assertThat(inTime.getCellAsNumber(9).orElseThrow().intValue()).isEqualTo(4);
            unknownIsSaid(rows);
            formulasAreText(rows);
            assertThat(part(answer.body(), "xl/styles.xml")).contains("formatCode=\"@\"");
            assertThat(part(answer.body(), "xl/worksheets/sheet2.xml")).doesNotContain("<f>");
            var wide = book.findSheet("汇总").orElseThrow().read();
            assertThat(wide.get(0).getCellText(0)).isEqualTo("部门评价 2016-12-01 至 2016-12-31");
            var meanings = book.findSheet("口径").orElseThrow().read();
            assertThat(meanings.stream().map(row -> row.getCellText(3)))
                    .anySatisfy(words -> assertThat(words).contains("本期到期或本期结案；挂账、并案的除外"));
        }
    }

    private String part(byte[] book, String name) throws IOException {
        var file = Files.write(folder.resolve("report.xlsx"), book);
        try (var zip = new ZipFile(file.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void unknownIsSaid(List<Row> rows) {
        var satisfied = rows.stream()
                .filter(row -> "satisfied".equals(row.getCellText(3)))
                .findFirst()
                .orElseThrow();
        assertThat(satisfied.getCellText(6)).isEqualTo("未知");
        assertThat(satisfied.getCellAsNumber(9).orElseThrow().intValue()).isZero();
    }

    private static void formulasAreText(List<Row> rows) {
        var cells =
                rows.stream().flatMap(Row::stream).filter(cell -> cell != null).toList();
        assertThat(cells).extracting(Cell::getType).doesNotContain(CellType.FORMULA);
        var risky = cells.stream()
                .filter(cell -> FORMULA.equals(cell.getText()))
                .findFirst()
                .orElseThrow();
        assertThat(risky.getType()).isEqualTo(CellType.STRING);
    }

    @Test
    void printSaysWhatTheFiguresSay() throws IOException {
        facts.aCase().with("organisation", "D-\uD840\uDC00").save(); // a character that the font does not have
        var answer = get("commander", "report.pdf?subject=DEPARTMENT&" + DECEMBER);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        try (var document = Loader.loadPDF(answer.body())) {
            var text = new PDFTextStripper().getText(document);
            assertThat(text)
                    .contains("城运评价报告", "闵行区", "统计期 2016-12-01 至 2016-12-31", "按部门统计")
                    .contains("按期结案率", "40.00 %", "2 / 5", "未知", "D-□")
                    .contains("挂账、并案的除外", "近 12 个月结案");
            assertThat(document.getNumberOfPages()).isBetween(2, 6);
        }
        assertThat(answer.body().length).isLessThan(300_000);
    }
}
