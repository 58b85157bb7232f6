package io.chengyun.platform.exchange;

import io.chengyun.platform.access.Caller;
import io.chengyun.platform.exchange.DataSets.Board;
import io.chengyun.platform.exchange.DataSets.Sheet;
import io.chengyun.platform.exchange.Imports.Outcome;
import io.chengyun.platform.exchange.Traces.Found;
import io.chengyun.platform.exchange.Traces.TraceQuery;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.HexFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Data sets over HTTP (数据共享接口). */
@RestController
@RequestMapping("/api/datasets")
class DataSetController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final DataSets sets;
    private final Traces traces;
    private final Imports imports;
    private final Shares shares;
    private final Uses uses;

    DataSetController(DataSets sets, Traces traces, Imports imports, Shares shares, Uses uses) {
        this.sets = sets;
        this.traces = traces;
        this.imports = imports;
        this.shares = shares;
        this.uses = uses;
    }

    /** The catalogue. */
    @GetMapping
    Board board(Caller caller) {
        return sets.board();
    }

    @GetMapping("/{code}")
    Sheet sheet(@PathVariable String code, Caller caller) {
        return sets.sheet(code, caller);
    }

    /** Who did what with it, the newest first: all of it for its owner, and for others what their organisation did. */
    @GetMapping("/{code}/traces")
    Found traces(@PathVariable String code, TraceQuery query, Caller caller) {
        return traces.find(code, query, caller);
    }

    /** Takes a table in; 422 with what is wrong by row and column, and then nothing is kept. */
    @PostMapping("/{code}/versions")
    ResponseEntity<Outcome> take(
            @PathVariable String code,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String source,
            Caller caller)
            throws IOException {
        var table = Files.createTempFile("version", ".csv");
        try {
            file.transferTo(table);
            var outcome = imports.take(code, table, purpose, source, caller);
            return ResponseEntity.status(outcome.version() == null ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
                    .body(outcome);
        } finally {
            Files.deleteIfExists(table);
        }
    }

    /** Gives a version as CSV, those fields that the caller may have for this purpose. Each time is noted. */
    @GetMapping(path = "/{code}/versions/{number}", produces = "text/csv")
    ResponseEntity<byte[]> give(
            @PathVariable String code,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String purpose,
            Caller caller) {
        var given = uses.give(code, number, purpose, caller);
        var name = ContentDisposition.attachment()
                .filename(code + "-" + number + ".csv")
                .build();
        var digest = Base64.getEncoder()
                .encodeToString(HexFormat.of().parseHex(given.use().given()));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .header("Content-Digest", "sha-256=:" + digest + ":")
                .cacheControl(CacheControl.noStore())
                .contentType(CSV)
                .body(given.table());
    }

    /** Grants an organisation a purpose, until a day. */
    @PostMapping("/{code}/shares")
    Share grant(@PathVariable String code, @RequestBody Shares.Wanted wanted, Caller caller) {
        return shares.grant(code, wanted, caller);
    }

    @DeleteMapping("/{code}/shares/{id}")
    Share revoke(@PathVariable String code, @PathVariable String id, Caller caller) {
        return shares.revoke(code, id, caller);
    }
}
