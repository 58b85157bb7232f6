package io.chengyun.platform.evaluation.report;

import io.chengyun.kernel.Fault;
import io.chengyun.platform.evaluation.indicator.Indicator;
import io.chengyun.platform.evaluation.indicator.Sheet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A report as a workbook (电子表格): all figures side by side, one by one, and what they mean. */
final class ReportWorkbook {

    private static final String TEXT = "@";
    private static final String PERCENT = "0.00%";
    private static final String MEASURED = "0.00";
    private static final String WHOLE = "0";

    private final Report report;
    private final ZoneId zone;

    ReportWorkbook(Report report, ZoneId zone) {
        this.report = report;
        this.zone = zone;
    }

    byte[] bytes() {
        var out = new ByteArrayOutputStream();
        try {
            var book = new Workbook(out, "Chengyun", "1.0");
            sideBySide(book.newWorksheet("汇总"));
            oneByOne(book.newWorksheet("逐项"));
            meanings(book.newWorksheet("口径"));
            book.finish();
        } catch (IOException full) {
            throw new Fault("evaluation:workbook-unwritable", full);
        }
        return out.toByteArray();
    }

    private void sideBySide(Worksheet page) {
        var sheet = report.members();
        var question = sheet.question();
        text(page, 0, 0, Wording.subject(question.subject()) + "评价 " + Wording.period(question.period()));
        text(page, 1, 0, "统计至 " + Wording.moment(sheet.countedTo(), zone));
        heading(page, 3, List.of("代码", "名称", "Name"));
        page.width(1, 24);
        int column = 3;
        for (var indicator : sheet.indicators()) {
            heading(page, 3, column, indicator.name().zh() + "（" + Wording.unit(indicator) + "）");
            heading(page, 3, column + 1, "n");
            column += 2;
        }
        int row = 4;
        for (var line : sheet.lines()) {
            member(page, row, line.member());
            for (int at = 0; at < line.figures().size(); at++) {
                var figure = line.figures().get(at);
                value(page, row, 3 + 2 * at, sheet.indicators().get(at), figure);
                number(page, row, 4 + 2 * at, figure.n(), WHOLE);
            }
            row++;
        }
        page.freezePane(3, 4);
    }

    private void oneByOne(Worksheet page) {
        heading(page, 0, List.of("代码", "名称", "Name", "指标代码", "指标", "Indicator", "值", "单位", "分子", "分母 n"));
        page.width(1, 24);
        page.width(4, 20);
        var sheet = report.members();
        int row = 1;
        for (var line : sheet.lines()) {
            for (int at = 0; at < line.figures().size(); at++) {
                var indicator = sheet.indicators().get(at);
                var figure = line.figures().get(at);
                member(page, row, line.member());
                text(page, row, 3, indicator.code());
                text(page, row, 4, indicator.name().zh());
                text(page, row, 5, indicator.name().en());
                value(page, row, 6, indicator, figure);
                text(page, row, 7, Wording.unit(indicator));
                number(page, row, 8, figure.counted(), WHOLE);
                number(page, row, 9, figure.n(), WHOLE);
                row++;
            }
        }
        page.freezePane(0, 1);
    }

    private void meanings(Worksheet page) {
        heading(page, 0, List.of("指标代码", "指标", "Indicator", "口径", "Definition"));
        page.width(1, 20);
        page.width(3, 70);
        page.width(4, 70);
        int row = 1;
        for (var indicator : report.members().indicators()) {
            text(page, row, 0, indicator.code());
            text(page, row, 1, indicator.name().zh());
            text(page, row, 2, indicator.name().en());
            text(page, row, 3, Wording.definition(indicator));
            text(page, row, 4, Wording.definitionEn(indicator));
            row++;
        }
        for (var note : Wording.NOTES) {
            text(page, ++row, 3, note);
        }
    }

    private static void member(Worksheet page, int row, Sheet.Member member) {
        text(page, row, 0, member.code());
        text(page, row, 1, member.name());
        text(page, row, 2, member.nameEn());
    }

    private static void value(Worksheet page, int row, int column, Indicator indicator, Sheet.Figure figure) {
        var value = figure.value();
        if (value == null) {
            text(page, row, column, Wording.UNKNOWN);
            return;
        }
        var format = switch (indicator.measure()) {
            case SHARE, RATIO -> PERCENT;
            case COUNT -> WHOLE;
            case MEAN_HOURS, MEAN_KILOMETRES, HALF_HOURS, MOST_HOURS -> MEASURED;
        };
        number(page, row, column, value, format);
    }

    private static void number(Worksheet page, int row, int column, Number value, String format) {
        page.value(row, column, value);
        page.style(row, column).format(format).set();
    }

    private static void heading(Worksheet page, int row, List<String> words) {
        for (int column = 0; column < words.size(); column++) {
            heading(page, row, column, words.get(column));
        }
    }

    private static void heading(Worksheet page, int row, int column, String words) {
        page.value(row, column, words);
        page.style(row, column).bold().fillColor("E1EFF2").wrapText(true).set();
    }

    /** A cell of the type and format text: what begins like a formula stays text, when it is edited too. */
    private static void text(Worksheet page, int row, int column, @Nullable String words) {
        page.value(row, column, words);
        page.style(row, column).format(TEXT).set();
    }
}
