package io.chengyun.platform.ledger.anchor;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Receipts as everybody may read them (锚定接口): beside the log, each by the size of its checkpoint. */
@RestController
class AnchorController {

    private static final MediaType TEXT = MediaType.parseMediaType("text/plain;charset=UTF-8");

    private final AnchorStore store;

    AnchorController(AnchorStore store) {
        this.store = store;
    }

    /** The last one. */
    @GetMapping("/log/anchor")
    ResponseEntity<byte[]> last() {
        return store.last()
                .map(it -> receipt(it.standing().size()))
                .orElse(ResponseEntity.notFound().build());
    }

    @GetMapping("/log/anchor/{size}")
    ResponseEntity<byte[]> receipt(@PathVariable long size) {
        return store.receipt(size)
                .map(file -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noCache())
                        .contentType(TEXT)
                        .body(file.getBytes(StandardCharsets.UTF_8)))
                .orElse(ResponseEntity.notFound().build());
    }
}
