package io.chengyun.acceptance.bench.ledger;

import io.chengyun.acceptance.bench.Figure;
import io.chengyun.acceptance.bench.Measurement;
import io.chengyun.acceptance.house.ProofJar;
import io.chengyun.platform.Chengyun;
import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.ledger.Ledger;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.transaction.support.TransactionTemplate;

/** The auditor's two commands on the log of a house in which a million things happened, by its public address. */
public final class MillionEvents implements Measurement {

    private static final int EVENTS = 1_000_000;
    private static final int TOGETHER = 500;
    private static final int WRITERS = 4;

    @Override
    public String name() {
        return "ledger.million";
    }

    @Override
    public Figure measure(Path folder) throws Exception {
        var data = folder.resolve("postgres").toString();
        try (var house = new SpringApplicationBuilder(Chengyun.class)
                .properties(Map.of(
                        "chengyun.postgres.data", data,
                        "chengyun.access.sample-accounts", "true",
                        "chengyun.access.hash-strength", "4",
                        "logging.threshold.console", "off"))
                .run("--server.port=0")) {
            long begin = System.nanoTime();
            long last = happen(house);
            double took = seconds(begin);
            return audit(house, folder.resolve("auditor"), last, took);
        }
    }

    /** @return the last number, when the log holds it */
    private static long happen(ConfigurableApplicationContext house) throws InterruptedException {
        var journal = house.getBean(Journal.class);
        var transaction = house.getBean(TransactionTemplate.class);
        var next = new AtomicInteger();
        var threads = Executors.newFixedThreadPool(WRITERS);
        for (int writer = 0; writer < WRITERS; writer++) {
            threads.execute(() -> {
                for (int i = next.getAndAdd(TOGETHER); i < EVENTS; i = next.getAndAdd(TOGETHER)) {
                    int first = i;
                    transaction.executeWithoutResult(status -> {
                        for (int event = first; event < first + TOGETHER; event++) {
                            journal.append(LedgerLag.event(event));
                        }
                    });
                }
            });
        }
        threads.shutdown();
        if (!threads.awaitTermination(20, TimeUnit.MINUTES)) {
            throw new IllegalStateException("the writers never came to an end");
        }
        var ledger = house.getBean(Ledger.class);
        while (ledger.integrated() < EVENTS || ledger.integrated() < journal.last()) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        TimeUnit.SECONDS.sleep(3); // a checkpoint a second at most
        return journal.last();
    }

    private Figure audit(ConfigurableApplicationContext house, Path auditor, long last, double happened)
            throws IOException, InterruptedException {
        var log = "http://127.0.0.1:" + house.getBean(Environment.class).getRequiredProperty("local.server.port")
                + "/log";
        var jar = ProofJar.in(auditor);
        Files.writeString(auditor.resolve("policy"), get(log + "/policy"));
        long begin = System.nanoTime();
        var fsck = said(jar.run("fsck", log, "--policy", "policy"), last);
        double checked = seconds(begin);
        begin = System.nanoTime();
        said(jar.run("mirror", log, "copy", "--policy", "policy"), last);
        double copied = seconds(begin);
        begin = System.nanoTime();
        said(jar.run("fsck", "copy", "--policy", "policy"), last);
        double copyChecked = seconds(begin);
        var note =
                "fsck over HTTP took %.1f s with its JVM (%s); mirror %.1f s; fsck of the copy %.1f s; the house wrote and integrated %d events in %.0f s"
                        .formatted(checked, fsck.strip(), copied, copyChecked, last, happened);
        return new Figure(
                name(), last / checked, "leaves/s", new Figure.Reference("SHA-256 alone", Leaves.plainRate()), note);
    }

    private static String said(ProofJar.Said said, long last) {
        if (said.code() != 0 || !said.words().contains(" " + last + " entries")) {
            throw new IllegalStateException(said.words());
        }
        return said.words();
    }

    private static String get(String address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
                .body();
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
