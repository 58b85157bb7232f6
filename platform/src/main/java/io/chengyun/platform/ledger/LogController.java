package io.chengyun.platform.ledger;

import io.chengyun.platform.ledger.sign.OrganisationKeys;
import io.chengyun.proof.tile.TileStore;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The log as everybody may read it (公开账本, C2SP tlog-tiles): files, nothing computed. Any static server can do the same. */
@RestController
class LogController {

    private static final String PREFIX = "/log/";
    private static final MediaType TEXT = MediaType.parseMediaType("text/plain;charset=UTF-8");
    private static final Duration FOREVER = Duration.ofDays(365);
    private static final Pattern TILE =
            Pattern.compile("tile/([0-9]|[1-5][0-9]|6[0-3]|entries)/(x[0-9]{3}/)*[0-9]{3}(\\.p/[1-9][0-9]{0,2})?");

    private final TileStore tiles;
    private final LedgerBoard board;
    private final OrganisationKeys keys;

    LogController(TileStore tiles, LedgerBoard board, OrganisationKeys keys) {
        this.tiles = tiles;
        this.board = board;
        this.keys = keys;
    }

    @GetMapping(PREFIX + "checkpoint")
    ResponseEntity<byte[]> checkpoint() {
        return tiles.find(Publication.PATH)
                .map(bytes -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noCache())
                        .contentType(TEXT)
                        .body(bytes))
                .orElse(ResponseEntity.notFound().build());
    }

    /** Whom this house would have you believe: fetch it once, from somebody you know, not with each proof. */
    @GetMapping(PREFIX + "policy")
    ResponseEntity<byte[]> policy() {
        return text(board.policy());
    }

    /** By which keys organisations sign, and signed, what their people do. */
    @GetMapping(PREFIX + "organisations")
    ResponseEntity<byte[]> organisations() {
        return text(keys.book().format());
    }

    private static ResponseEntity<byte[]> text(String text) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .contentType(TEXT)
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping(PREFIX + "tile/**")
    ResponseEntity<byte[]> tile(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length() + PREFIX.length());
        if (!TILE.matcher(path).matches()) {
            return ResponseEntity.notFound().build();
        }
        return tiles.find(path)
                .map(bytes -> ResponseEntity.ok()
                        .cacheControl(CacheControl.maxAge(FOREVER).cachePublic().immutable())
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .body(bytes))
                .orElse(ResponseEntity.notFound().build());
    }
}
