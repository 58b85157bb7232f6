package io.chengyun.platform.evaluation.report;

import io.chengyun.platform.evaluation.indicator.Indicator;
import io.chengyun.platform.evaluation.indicator.Sheet;
import io.chengyun.platform.evaluation.report.Charts.Bar;
import io.chengyun.platform.evaluation.report.Charts.Frame;
import io.chengyun.platform.evaluation.report.Charts.Series;
import io.chengyun.platform.evaluation.report.Paper.At;
import io.chengyun.platform.evaluation.report.Paper.Type;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A report for print (打印报告): charts, every figure with its definition, the members side by side, notes. */
final class ReportPdf {

    private static final Type TITLE = new Type(17, Ink.BLACK);
    private static final Type HEAD = new Type(11.5f, Ink.TEAL);
    private static final Type BODY = new Type(8.5f, Ink.BLACK);
    private static final Type SMALL = new Type(7, Ink.MUTED);
    private static final float BOTTOM = Paper.HEIGHT - Paper.MARGIN;
    private static final float INNER = Paper.WIDTH - 2 * Paper.MARGIN;
    private static final float VALUE_AT = 190;
    private static final float BEHIND_AT = 265;
    private static final float MEANING_AT = 280;
    private static final float LEADING = 10;
    private static final float ROW = 25;
    private static final float NAME_WIDTH = 120;
    private static final float CHART_HEIGHT = 140;

    private final Report report;
    private final ZoneId zone;
    private final Paper paper;
    private float y = Paper.MARGIN;

    private ReportPdf(Report report, ZoneId zone, Paper paper) {
        this.report = report;
        this.zone = zone;
        this.paper = paper;
    }

    static byte[] bytes(Report report, ZoneId zone) {
        try (var paper = new Paper("城运评价报告", report.madeAt())) {
            var print = new ReportPdf(report, zone, paper);
            print.heading();
            print.trend();
            print.comparison();
            print.figures();
            print.members();
            print.notes();
            return paper.bytes();
        }
    }

    private void heading() {
        var sheet = report.whole();
        var question = report.members().question();
        var names = sheet.lines().stream().map(line -> line.member().name()).collect(Collectors.joining("、"));
        paper.text(at(0, 14), TITLE, "城运评价报告　" + names);
        y += 34;
        paper.text(
                at(0, 0),
                BODY,
                "统计期 " + Wording.period(question.period()) + "　按" + Wording.subject(question.subject()) + "统计");
        y += 13;
        paper.text(at(0, 0), SMALL, "统计至 " + moment(sheet.countedTo()) + "　编制于 " + moment(report.madeAt()));
        y += 22;
    }

    private String moment(Instant at) {
        return Wording.moment(at, zone);
    }

    private void trend() {
        var labels = report.months().stream()
                .map(sheet -> sheet.question().period().from().toString().substring(2, 7))
                .toList();
        new Charts(paper)
                .lines(
                        new Frame(at(0, 0), INNER, CHART_HEIGHT),
                        "近 12 个月结案",
                        labels,
                        List.of(series("按期结案率", Ink.PLUM, "closing_in_time"), series("结案率", Ink.TEAL, "closing")));
        y += CHART_HEIGHT + 18;
    }

    private Series series(String name, Ink ink, String indicator) {
        var values = new ArrayList<@Nullable Double>();
        for (var sheet : report.months()) {
            var figure = Report.figure(sheet, indicator);
            values.add(figure == null ? null : figure.value());
        }
        return new Series(name, ink, values);
    }

    private void comparison() {
        var bars = new ArrayList<Bar>();
        for (var line : report.members().lines()) {
            line.find("closing_in_time")
                    .filter(figure -> figure.n() > 0)
                    .ifPresent(figure -> bars.add(new Bar(line.member().name(), figure.value(), figure.n())));
        }
        int fitting = (int) ((BOTTOM - y - Charts.barsHeight(0)) / (Charts.barsHeight(1) - Charts.barsHeight(0)));
        var shown = bars.subList(0, Math.max(0, Math.min(bars.size(), fitting)));
        if (!shown.isEmpty()) {
            float height = Charts.barsHeight(shown.size());
            new Charts(paper).bars(new Frame(at(0, 0), INNER, height), "按期结案率（按上报数排列）", shown);
            y += height + 18;
        }
    }

    private void figures() {
        var sheet = report.whole();
        paper.turn();
        y = Paper.MARGIN;
        head("全部指标");
        for (var line : sheet.lines()) {
            for (int at = 0; at < line.figures().size(); at++) {
                figure(sheet.indicators().get(at), line.figures().get(at));
            }
        }
        y += LEADING;
    }

    private void figure(Indicator indicator, Sheet.Figure figure) {
        var meaning = paper.wrapped(SMALL, Wording.definition(indicator), INNER - MEANING_AT);
        room(ROW + LEADING * (meaning.size() - 1));
        paper.text(at(0, 9), BODY, indicator.name().zh());
        paper.text(at(0, 18), SMALL, indicator.name().en());
        paper.textEndingAt(at(VALUE_AT, 9), BODY, Wording.value(indicator, figure));
        paper.textEndingAt(at(BEHIND_AT, 9), SMALL, Wording.behind(indicator, figure));
        for (int row = 0; row < meaning.size(); row++) {
            paper.text(at(MEANING_AT, 9 + LEADING * row), SMALL, meaning.get(row));
        }
        y += Math.max(ROW, 4 + LEADING * meaning.size());
        paper.line(at(0, 0), at(INNER, 0), 0.4f, Ink.LINE);
    }

    private void members() {
        var sheet = report.members();
        var columns = sheet.indicators().stream()
                .filter(indicator -> Report.COMPARED.contains(indicator.code()))
                .toList();
        if (sheet.lines().size() < 2 || columns.isEmpty()) {
            return;
        }
        float step = (INNER - NAME_WIDTH) / columns.size();
        room(3 * ROW);
        head("按" + Wording.subject(sheet.question().subject()) + "比较（上报数相近的相邻）");
        for (int at = 0; at < columns.size(); at++) {
            var name = columns.get(at).name().zh();
            paper.textEndingAt(at(NAME_WIDTH + step * (at + 1), 4), SMALL, name);
        }
        y += LEADING;
        for (var line : sheet.lines()) {
            room(ROW);
            paper.text(at(0, 9), BODY, line.member().name());
            for (int at = 0; at < columns.size(); at++) {
                compared(columns.get(at), line, NAME_WIDTH + step * (at + 1));
            }
            y += ROW;
            paper.line(at(0, 0), at(INNER, 0), 0.4f, Ink.LINE);
        }
        y += LEADING;
    }

    private void compared(Indicator indicator, Sheet.Line line, float right) {
        line.find(indicator.code()).ifPresent(figure -> {
            paper.textEndingAt(at(right, 9), BODY, Wording.value(indicator, figure));
            paper.textEndingAt(at(right, 18), SMALL, Wording.behind(indicator, figure));
        });
    }

    private void notes() {
        room(ROW + 2 * LEADING * Wording.NOTES.size());
        head("说明");
        for (var note : Wording.NOTES) {
            for (var line : paper.wrapped(BODY, note, INNER)) {
                paper.text(at(0, 9), BODY, line);
                y += LEADING + 3;
            }
        }
    }

    private void head(String words) {
        paper.text(at(0, 10), HEAD, words);
        y += 20;
    }

    /** Another page, if this much does not fit on this one. */
    private void room(float needed) {
        if (y + needed > BOTTOM) {
            paper.turn();
            y = Paper.MARGIN;
        }
    }

    private At at(float right, float down) {
        return new At(Paper.MARGIN + right, y + down);
    }
}
