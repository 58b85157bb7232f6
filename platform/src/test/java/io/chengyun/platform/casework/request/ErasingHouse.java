package io.chengyun.platform.casework.request;

import io.chengyun.platform.SetClock;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.casework.CaseFile;
import io.chengyun.platform.casework.Casework;
import io.chengyun.platform.casework.Given;
import io.chengyun.platform.intake.Contact;
import io.chengyun.platform.intake.Erasure;
import io.chengyun.platform.intake.Intake;
import io.chengyun.platform.intake.NewRequest;
import io.chengyun.platform.intake.ServiceRequest;
import io.chengyun.platform.intake.ServiceRequest.Asked;
import io.chengyun.platform.intake.ServiceRequest.Channel;
import io.chengyun.platform.intake.duplicates.Duplicates;
import io.chengyun.platform.intake.topics.Topics;
import io.chengyun.platform.journal.Follower;
import io.chengyun.platform.journal.House;
import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.ledger.Ledger;
import io.chengyun.platform.ledger.sign.KeyPair;
import io.chengyun.platform.place.Position;
import io.chengyun.platform.postgres.TestDatabase;
import io.chengyun.proof.tile.TileStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** A reporter who calls, is spoken to and erased. Tests share one database, and with it one log. */
@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
@Import(DuplicateMergeTest.Time.class)
@TestPropertySource(properties = {"chengyun.journal.live=false", "chengyun.ledger.tamper.rows=500"})
@NullUnmarked
abstract class ErasingHouse {

    private static final Instant NINE = Instant.parse("2024-03-04T01:00:00Z");
    static final Caller STEWARD = person(Role.DATA_STEWARD, "D310112");

    @Autowired
    Intake intake;

    @Autowired
    Erasure erasure;

    @Autowired
    Casework casework;

    @Autowired
    Duplicates duplicates;

    @Autowired
    Topics topics;

    @Autowired
    Ledger ledger;

    @Autowired
    @Qualifier("logKeys")
    KeyPair log;

    @Autowired
    TileStore tiles;

    @Autowired
    Journal journal;

    @Autowired
    House house;

    @Autowired
    ObjectProvider<Follower<?>> followers;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SetClock clock;

    @Value("${chengyun.ledger.folder}")
    Path folder;

    private static int months;

    String name;
    String phone;
    String digits;
    /** A word that only the reporter used. */
    String word;

    /** Another reporter for each test. */
    @BeforeEach
    void anotherTime() {
        clock.set(NINE.plus(Duration.ofDays(60L * ++months)));
        name = "张翠山" + months;
        phone = "139-1765-" + (4320 + months);
        digits = phone.replace("-", "");
        word = "青鸾" + months + "公寓";
    }

    static Caller person(Role role, String organisation) {
        return new Caller(role.name().toLowerCase(java.util.Locale.ROOT), "x", "x", Set.of(role), organisation, null);
    }

    final ServiceRequest ask(String words, String address, Contact contact) {
        return ask(new Asked("0506", words, Map.of(), null), address, contact);
    }

    final ServiceRequest ask(Asked asked, String address, Contact contact) {
        clock.move(Duration.ofMinutes(10));
        var here = new Position(121.41, 31.08);
        var request = intake.receive(new NewRequest(Channel.HOTLINE, null, asked, here, address, contact));
        house.settle();
        return intake.get(request.id());
    }

    final ServiceRequest asked() {
        var words = word + "门口积水没过脚踝，请回电" + digits;
        var picture = "https://example.org/" + word + ".jpg";
        return ask(
                new Asked("0506", words, Map.of("where", List.of(word)), picture),
                "沪闵路100号" + word,
                new Contact("翠山", name, phone, "zcs@example.org", null, null));
    }

    final CaseFile act(String id, String action, Given given, Role role) {
        clock.move(Duration.ofMinutes(1));
        var file = casework.act(id, action, given, person(role, "D310112"));
        house.settle();
        return file;
    }

    final CaseFile file(String id) {
        return casework.find(id).orElseThrow();
    }

    static String own(ServiceRequest request) {
        return Objects.requireNonNull(request.progress().caseId());
    }

    final void filed(String id) {
        act(id, "accept", Given.nothing(), Role.ACCEPTOR);
        act(id, "contact", Given.note(name + "说" + word + "的水还在涨"), Role.ACCEPTOR);
        act(id, "file", Given.standard("0506-1").saying("住户" + digits + "在家等候"), Role.ACCEPTOR);
    }

    final CaseFile handled(String id) {
        filed(id);
        return act(id, "dispatch", Given.nothing(), Role.DISPATCHER);
    }

    /** What follows hears of it, and the log takes it in. */
    final void erased(ServiceRequest request) {
        erasure.erase(request.id(), "本人申请", STEWARD);
        tick(5);
    }

    final void tick(int times) {
        for (int i = 0; i < times; i++) {
            house.settle();
            clock.move(Duration.ofSeconds(1));
            house.fireDue();
        }
    }

    final TreeSet<String> holding() {
        var traces = new Traces(jdbc);
        var all = new TreeSet<String>();
        for (var trace : List.of(name, phone, digits, word)) {
            all.addAll(traces.of(trace));
        }
        return all;
    }
}
