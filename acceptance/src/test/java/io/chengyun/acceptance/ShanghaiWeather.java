package io.chengyun.acceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * Turns the hourly weather of Shanghai (UCI "PM2.5 data of five Chinese cities", CC BY 4.0) into observations for a
 * replay. Runs without a build: {@code java ShanghaiWeather.java ShanghaiPM.csv.gz out.csv 2013-10-05 2013-10-10}.
 *
 * <p>The file's hour is local time, UTC+8. What is missing there stays NA here. Columns without a property in the
 * district's registry (dew point, humidity, air pressure, accumulated wind) are left out.
 */
public final class ShanghaiWeather {

    private static final String TIME = "%04d-%02d-%02dT%02d:00:00+08:00";
    /** Column, thing and property. */
    private static final List<String[]> SERIES = List.of(
            new String[] {"precipitation", "shanghai", "rainfall"},
            new String[] {"TEMP", "shanghai", "temperature"},
            new String[] {"PM_Jingan", "jingan", "pm25"},
            new String[] {"PM_US Post", "us-post", "pm25"},
            new String[] {"PM_Xuhui", "xuhui", "pm25"});

    private ShanghaiWeather() {}

    /** Arguments: input, output, and optionally the first and the last day. */
    public static void main(String[] arguments) throws IOException {
        var first = arguments.length > 2 ? LocalDate.parse(arguments[2]) : LocalDate.MIN;
        var last = arguments.length > 3 ? LocalDate.parse(arguments[3]) : LocalDate.MAX;
        convert(Path.of(arguments[0]), Path.of(arguments[1]), first, last);
    }

    /** Writes the observations of the days from first to last, both included. */
    static void convert(Path weather, Path observations, LocalDate first, LocalDate last) throws IOException {
        try (var out = new PrintWriter(Files.newBufferedWriter(observations))) {
            out.print("thing,property,time,value\n");
            for (var hour : read(weather)) {
                var day = LocalDate.of(number(hour, "year"), number(hour, "month"), number(hour, "day"));
                if (!day.isBefore(first) && !day.isAfter(last)) {
                    write(out, day, number(hour, "hour"), hour);
                }
            }
        }
    }

    private static void write(PrintWriter out, LocalDate day, int hour, Map<String, String> cells) {
        var time = String.format(TIME, day.getYear(), day.getMonthValue(), day.getDayOfMonth(), hour);
        for (var series : SERIES) {
            var value = cells.getOrDefault(series[0], "");
            out.print(series[1] + "," + series[2] + "," + time + "," + (value.isEmpty() ? "NA" : value) + "\n");
        }
    }

    /** The file's hours as column → cell, missing cells as they stand. */
    static List<Map<String, String>> read(Path weather) throws IOException {
        try (var in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(weather)), StandardCharsets.UTF_8))) {
            var columns = Arrays.asList(in.readLine().split(",", -1));
            var hours = new ArrayList<Map<String, String>>();
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var cells = line.split(",", -1);
                var hour = new HashMap<String, String>();
                for (int i = 0; i < cells.length; i++) {
                    hour.put(columns.get(i), cells[i]);
                }
                hours.add(hour);
            }
            return hours;
        }
    }

    private static int number(Map<String, String> hour, String column) {
        return Integer.parseInt(hour.getOrDefault(column, ""));
    }
}
