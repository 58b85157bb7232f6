package io.chengyun.platform.web;

import io.chengyun.kernel.Fault;
import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Refused;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers whatever goes wrong as a problem (RFC 9457): code, advice, and what is allowed instead. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final String RETRY_SECONDS = "5";

    @ExceptionHandler
    ResponseEntity<ProblemDetail> malformed(Malformed problem) {
        var answer = problem(HttpStatus.BAD_REQUEST, "kernel:malformed", String.valueOf(problem.getMessage()));
        answer.setProperty("field", problem.field());
        return ResponseEntity.badRequest().body(answer);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refused problem) {
        var refusal = problem.refusal();
        var status = HttpStatus.valueOf(refusal.kind().status());
        var answer = problem(status, refusal.code(), refusal.advice());
        answer.setProperty("advice", refusal.advice());
        answer.setProperty("allowed", problem.allowed());
        var response = ResponseEntity.status(status);
        if (!problem.comeAgainIn().isZero()) {
            response.header(
                    HttpHeaders.RETRY_AFTER,
                    Long.toString(problem.comeAgainIn().plusMillis(999).toSeconds()));
        }
        return response.body(answer);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> fault(Fault fault) {
        return unavailable(fault.code(), fault);
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<ProblemDetail> databaseGone(RuntimeException fault) {
        return unavailable("postgres:not-available", fault);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException torn, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        for (Throwable cause = torn.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Malformed malformed) {
                return new ResponseEntity<>(malformed(malformed).getBody(), HttpStatus.BAD_REQUEST);
            }
        }
        var answer = problem(
                HttpStatus.BAD_REQUEST, "web:unreadable", "body: send a whole JSON document of the documented shape");
        return new ResponseEntity<>(answer, HttpStatus.BAD_REQUEST);
    }

    private static ResponseEntity<ProblemDetail> unavailable(String code, Throwable fault) {
        log.error("{} could not be served", code, fault);
        var answer =
                problem(HttpStatus.SERVICE_UNAVAILABLE, code, "nothing of this was kept: try again in a few seconds");
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .body(answer);
    }

    private static ProblemDetail problem(HttpStatus status, String code, String detail) {
        var answer = ProblemDetail.forStatusAndDetail(status, detail);
        answer.setType(URI.create("urn:chengyun:problem:" + code));
        answer.setProperty("code", code);
        return answer;
    }
}
