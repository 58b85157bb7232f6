package io.chengyun.platform.evaluation.report;

import io.chengyun.platform.evaluation.indicator.Indicator;
import io.chengyun.platform.evaluation.indicator.Period;
import io.chengyun.platform.evaluation.indicator.Sheet;
import io.chengyun.platform.evaluation.indicator.Subject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How figures and periods are said in print (报告用语). */
final class Wording {

    static final String UNKNOWN = "未知";

    static final List<String> NOTES = List.of(
            "应结案件：已立案，且时限在本期内到期或在本期内结案；挂账、并案的除外。同一案件可在两期中各算一次。",
            "没有分母的指标为“未知”，不写 0 %。统计期未满的，只算到统计时刻。",
            "逾期率已剔除申诉成立的案件；申诉前的原始数据并列。",
            "工作时按本区工作日历计算，含调休；紧急案件在非工作时间的处置见“处置历时”。",
            "工时与里程由处置单位填报，只统计填报了的案件，n 为其件数。");

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private Wording() {}

    static String value(Indicator indicator, Sheet.@Nullable Figure figure) {
        var value = figure == null ? null : figure.value();
        if (value == null) {
            return UNKNOWN;
        }
        return switch (indicator.measure()) {
            case SHARE, RATIO -> String.format(Locale.ROOT, "%.2f %%", value * 100);
            case COUNT -> String.format(Locale.ROOT, "%.0f", value);
            case MEAN_HOURS, HALF_HOURS, MOST_HOURS -> String.format(Locale.ROOT, "%.2f h", value);
            case MEAN_KILOMETRES -> String.format(Locale.ROOT, "%.2f km", value);
        };
    }

    /** 911 / 972, or n = 972 where nothing is divided. */
    static String behind(Indicator indicator, Sheet.Figure figure) {
        return switch (indicator.measure()) {
            case SHARE, RATIO -> figure.counted() + " / " + figure.n();
            case COUNT, MEAN_HOURS, MEAN_KILOMETRES, HALF_HOURS, MOST_HOURS -> "n = " + figure.n();
        };
    }

    static String definition(Indicator indicator) {
        return switch (indicator.measure()) {
            case SHARE, RATIO ->
                indicator.counted().zh() + " ÷ " + indicator.divisor().zh();
            case COUNT -> indicator.divisor().zh();
            case MEAN_HOURS, MEAN_KILOMETRES, HALF_HOURS, MOST_HOURS ->
                indicator.counted().zh() + "；" + indicator.divisor().zh();
        };
    }

    static String definitionEn(Indicator indicator) {
        return switch (indicator.measure()) {
            case SHARE, RATIO ->
                indicator.counted().en() + " ÷ " + indicator.divisor().en();
            case COUNT -> indicator.divisor().en();
            case MEAN_HOURS, MEAN_KILOMETRES, HALF_HOURS, MOST_HOURS ->
                indicator.counted().en() + "; " + indicator.divisor().en();
        };
    }

    static String unit(Indicator indicator) {
        return switch (indicator.measure()) {
            case SHARE, RATIO -> "%";
            case COUNT -> "件";
            case MEAN_HOURS, HALF_HOURS, MOST_HOURS -> "小时";
            case MEAN_KILOMETRES -> "公里";
        };
    }

    static String subject(Subject subject) {
        return switch (subject) {
            case DISTRICT -> "区";
            case TOWN -> "街镇";
            case GRID -> "综合网格";
            case DEPARTMENT -> "部门";
            case POST -> "岗位";
            case PERSON -> "人员";
        };
    }

    /** The last day belongs to what is said, as people say it. */
    static String period(Period period) {
        return period.from() + " 至 " + period.to().minusDays(1);
    }

    static String moment(Instant at, ZoneId zone) {
        return MOMENT.format(at.atZone(zone));
    }
}
