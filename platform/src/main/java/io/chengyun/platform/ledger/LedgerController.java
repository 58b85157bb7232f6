package io.chengyun.platform.ledger;

import io.chengyun.kernel.Needed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.ledger.sign.OrganisationKeys;
import io.chengyun.platform.qr.QrCode;
import io.chengyun.proof.Compact;
import io.chengyun.proof.Policy;
import io.chengyun.proof.ProofFile;
import io.chengyun.proof.Verdict;
import io.chengyun.proof.Verifier;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The door of the ledger over HTTP (存证接口), for those who are signed in; the log itself is open to all. */
@RestController
@RequestMapping("/api/ledger")
class LedgerController {

    /** Four for each square of the largest code. */
    private static final int PAPER_PIXELS = 724;

    private static final int MOST = 200;

    private final Ledger ledger;
    private final LedgerBoard board;
    private final OrganisationKeys keys;

    LedgerController(Ledger ledger, LedgerBoard board, OrganisationKeys keys) {
        this.ledger = ledger;
        this.board = board;
        this.keys = keys;
    }

    record Seals(List<Seal> seals) {}

    /** A proof to be checked: the file's text, or the short form of a QR code. */
    record Given(@Nullable String proof) {}

    /** What came of a check: in one sentence of each language. */
    record Checked(Verdict.Outcome outcome, Verdict.Reason reason, String sentence, String sentenceEn) {}

    @GetMapping("/status")
    LedgerStatus status(Caller caller) {
        return board.status();
    }

    /** The records of one thing. */
    @GetMapping("/seals")
    Seals seals(Caller caller, @RequestParam String subject) {
        return new Seals(ledger.listAbout(subject, caller));
    }

    /** The proof of one record, as a file (C2SP tlog-proof). */
    @GetMapping(path = "/proofs/{number}", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> proof(Caller caller, @PathVariable long number) {
        var name =
                ContentDisposition.attachment().filename(number + ".tlog-proof").build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
                .body(ledger.proof(number, caller).format());
    }

    /**
     * The same as a QR code for paper: whoever scans it holds the whole proof, in its short form; without the organisation's
     * signature where there is no room for it.
     */
    @GetMapping(path = "/proofs/{number}/qr", produces = MediaType.IMAGE_PNG_VALUE)
    byte[] qr(Caller caller, @PathVariable long number) {
        var proof = ledger.proof(number, caller);
        return qr(proof)
                .or(() -> qr(proof.unsigned()))
                .orElseThrow(() -> new Refused(LedgerRefusal.TOO_LONG_FOR_PAPER));
    }

    private static Optional<byte[]> qr(ProofFile proof) {
        return QrCode.png(Compact.pack(proof), PAPER_PIXELS, QrCode.Sturdiness.DENSE);
    }

    record ActList(List<Ledger.Act> acts) {}

    /** What a person of the staff did, the newest first. */
    @GetMapping("/acts")
    ActList acts(Caller caller, @RequestParam String staff, @RequestParam(defaultValue = "100") int limit) {
        return new ActList(ledger.listBy(staff, caller, Math.min(Math.max(limit, 1), MOST)));
    }

    /** Checks a proof against this house's own policy; a stranger uses the jar and a policy that is his own. */
    @PostMapping("/verify")
    Checked verify(Caller caller, @RequestBody Given given) {
        var verdict =
                new Verifier(Policy.parse(board.policy()), keys.book()).verify(Needed.value("proof", given.proof));
        return new Checked(verdict.outcome(), verdict.reason(), verdict.sentence(true), verdict.sentence(false));
    }
}
