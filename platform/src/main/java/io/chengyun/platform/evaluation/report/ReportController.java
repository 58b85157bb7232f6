package io.chengyun.platform.evaluation.report;

import io.chengyun.platform.access.Caller;
import io.chengyun.platform.evaluation.indicator.Asked;
import io.chengyun.platform.place.Places;
import java.time.ZoneId;
import java.util.function.BiFunction;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The door of reports over HTTP (报告接口): for the console, as a workbook, for print. */
@RestController
class ReportController {

    private static final MediaType WORKBOOK =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Reports reports;
    private final Places places;

    ReportController(Reports reports, Places places) {
        this.reports = reports;
        this.places = places;
    }

    @GetMapping("/api/evaluation/report")
    Report report(Asked asked, Caller caller) {
        return reports.make(reports.read(asked), caller);
    }

    @GetMapping("/api/evaluation/report.xlsx")
    ResponseEntity<byte[]> workbook(Asked asked, Caller caller) {
        return file(asked, caller, "xlsx", WORKBOOK, (report, zone) -> new ReportWorkbook(report, zone).bytes());
    }

    @GetMapping("/api/evaluation/report.pdf")
    ResponseEntity<byte[]> print(Asked asked, Caller caller) {
        return file(asked, caller, "pdf", MediaType.APPLICATION_PDF, ReportPdf::bytes);
    }

    private ResponseEntity<byte[]> file(
            Asked asked, Caller caller, String ending, MediaType type, BiFunction<Report, ZoneId, byte[]> maker) {
        var question = reports.read(asked);
        var report = reports.make(question, caller);
        var name = "evaluation-" + question.subject() + "-" + question.period().from() + "." + ending;
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(maker.apply(report, places.district().zone()));
    }
}
