package io.chengyun.platform.evaluation.report;

import io.chengyun.platform.evaluation.report.Paper.At;
import io.chengyun.platform.evaluation.report.Paper.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Charts of shares, drawn with lines and boxes (图表). What is unknown leaves a gap. */
final class Charts {

    private static final Type LABEL = new Type(7, Ink.MUTED);
    private static final Type TITLE = new Type(9.5f, Ink.BLACK);
    private static final int STEPS = 4;
    private static final float TITLE_HEIGHT = 16;
    private static final float AXIS_WIDTH = 26;
    private static final float LABEL_HEIGHT = 14;
    private static final float DOT = 1.6f;
    private static final float BAR_ROW = 13;
    private static final float NAME_WIDTH = 96;
    private static final float VALUE_WIDTH = 92;

    private final Paper paper;

    Charts(Paper paper) {
        this.paper = paper;
    }

    /** Where a chart stands. */
    record Frame(At at, float width, float height) {}

    /** A line of the chart: shares from 0 to 1, null for a gap. */
    record Series(String name, Ink ink, List<@Nullable Double> values) {}

    /** A bar: a share from 0 to 1, null for unknown, and the number of rows behind it. */
    record Bar(String name, @Nullable Double value, long n) {}

    void lines(Frame frame, String title, List<String> labels, List<Series> all) {
        legend(frame, title, all);
        var plot = new Frame(
                frame.at().moved(AXIS_WIDTH, TITLE_HEIGHT),
                frame.width() - AXIS_WIDTH,
                frame.height() - TITLE_HEIGHT - LABEL_HEIGHT);
        grid(plot);
        float step = plot.width() / labels.size();
        for (int at = 0; at < labels.size(); at++) {
            paper.text(plot.at().moved(step * at + 2, plot.height() + 10), LABEL, labels.get(at));
        }
        for (var series : all) {
            runs(plot, series).forEach(run -> draw(run, series.ink()));
        }
    }

    /** How much room that many bars need. */
    static float barsHeight(int bars) {
        return TITLE_HEIGHT + BAR_ROW * bars;
    }

    void bars(Frame frame, String title, List<Bar> bars) {
        paper.text(frame.at().moved(0, 8), TITLE, title);
        float full = frame.width() - NAME_WIDTH - VALUE_WIDTH;
        for (int row = 0; row < bars.size(); row++) {
            var bar = bars.get(row);
            var at = frame.at().moved(0, TITLE_HEIGHT + BAR_ROW * row);
            paper.text(at.moved(0, 8), LABEL, bar.name());
            paper.box(at.moved(NAME_WIDTH, 1), full, BAR_ROW - 4, Ink.WASH);
            var value = bar.value();
            if (value != null) {
                paper.box(at.moved(NAME_WIDTH, 1), (float) (full * Math.min(1, value)), BAR_ROW - 4, Ink.TEAL);
            }
            paper.text(at.moved(NAME_WIDTH + full + 6, 8), LABEL, share(value) + "　n = " + bar.n());
        }
    }

    private void legend(Frame frame, String title, List<Series> all) {
        paper.text(frame.at().moved(0, 8), TITLE, title);
        float x = frame.width();
        for (var series : all) {
            x -= paper.width(LABEL, series.name()) + 20;
            var at = frame.at().moved(x, 8);
            paper.line(at.moved(0, -2.5f), at.moved(10, -2.5f), 1.4f, series.ink());
            paper.text(at.moved(13, 0), LABEL, series.name());
        }
    }

    private void grid(Frame plot) {
        for (int step = 0; step <= STEPS; step++) {
            var at = plot.at().moved(0, plot.height() * (STEPS - step) / STEPS);
            paper.line(at, at.moved(plot.width(), 0), 0.4f, Ink.LINE);
            paper.textEndingAt(at.moved(-4, 2.5f), LABEL, step * 100 / STEPS + "%");
        }
    }

    /** The points of a line, in runs between its gaps. */
    private static List<List<At>> runs(Frame plot, Series series) {
        var runs = new ArrayList<List<At>>();
        var run = new ArrayList<At>();
        float step = plot.width() / series.values().size();
        for (int at = 0; at < series.values().size(); at++) {
            var value = series.values().get(at);
            if (value == null) {
                runs.add(List.copyOf(run));
                run.clear();
            } else {
                float down = (float) (plot.height() * (1 - Math.min(1, value)));
                run.add(plot.at().moved(step * at + step / 2, down));
            }
        }
        runs.add(List.copyOf(run));
        return runs.stream().filter(points -> !points.isEmpty()).toList();
    }

    private void draw(List<At> run, Ink ink) {
        if (run.size() > 1) {
            paper.polyline(run, 1.4f, ink);
        }
        run.forEach(point -> paper.box(point.moved(-DOT, -DOT), 2 * DOT, 2 * DOT, ink));
    }

    private static String share(@Nullable Double value) {
        return value == null ? Wording.UNKNOWN : String.format(Locale.ROOT, "%.2f %%", value * 100);
    }
}
