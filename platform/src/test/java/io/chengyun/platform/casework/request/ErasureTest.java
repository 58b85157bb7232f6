package io.chengyun.platform.casework.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.DomainEvent;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.SetClock;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.casework.CaseEvent;
import io.chengyun.platform.casework.CaseFile;
import io.chengyun.platform.casework.CaseState;
import io.chengyun.platform.casework.Casework;
import io.chengyun.platform.casework.Given;
import io.chengyun.platform.casework.Given.Answer;
import io.chengyun.platform.casework.Given.Named;
import io.chengyun.platform.intake.Contact;
import io.chengyun.platform.intake.Erasure;
import io.chengyun.platform.intake.Intake;
import io.chengyun.platform.intake.NewRequest;
import io.chengyun.platform.intake.RequestEvent;
import io.chengyun.platform.intake.ServiceRequest;
import io.chengyun.platform.intake.ServiceRequest.Asked;
import io.chengyun.platform.intake.ServiceRequest.Channel;
import io.chengyun.platform.intake.duplicates.Duplicates;
import io.chengyun.platform.intake.topics.Topics;
import io.chengyun.platform.journal.Entry;
import io.chengyun.platform.journal.Follower;
import io.chengyun.platform.journal.House;
import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.ledger.Ledger;
import io.chengyun.platform.ledger.Seal;
import io.chengyun.platform.ledger.tamper.TamperEvent;
import io.chengyun.platform.place.Position;
import io.chengyun.platform.postgres.TestDatabase;
import io.chengyun.proof.NoteSigner;
import io.chengyun.proof.Policy;
import io.chengyun.proof.Verdict;
import io.chengyun.proof.Verifier;
import io.chengyun.proof.audit.Fsck;
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
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** A reporter is erased: nothing of who and in which words is left in the house, and all that was proven still stands. */
@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
@Import(DuplicateMergeTest.Time.class)
@TestPropertySource(properties = {"chengyun.journal.live=false", "chengyun.ledger.tamper.rows=500"})
@NullUnmarked
class ErasureTest {

    private static final Instant NINE = Instant.parse("2024-03-04T01:00:00Z");
    private static final Caller STEWARD = person(Role.DATA_STEWARD, "D310112");

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
    NoteSigner signer;

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

    private String name;
    private String phone;
    private String digits;
    /** A word that only the reporter used. */
    private String word;

    /** Another reporter for each test: they share one database, and with it one log. */
    @BeforeEach
    void anotherTime() {
        clock.set(NINE.plus(Duration.ofDays(60L * ++months)));
        name = "张翠山" + months;
        phone = "139-1765-" + (4320 + months);
        digits = phone.replace("-", "");
        word = "青鸾" + months + "公寓";
    }

    private static Caller person(Role role, String organisation) {
        return new Caller(role.name().toLowerCase(java.util.Locale.ROOT), "x", "x", Set.of(role), organisation, null);
    }

    private ServiceRequest ask(String words, String address, Contact contact) {
        return ask(new Asked("0506", words, Map.of(), null), address, contact);
    }

    private ServiceRequest ask(Asked asked, String address, Contact contact) {
        clock.move(Duration.ofMinutes(10));
        var here = new Position(121.41, 31.08);
        var request = intake.receive(new NewRequest(Channel.HOTLINE, null, asked, here, address, contact));
        house.settle();
        return intake.get(request.id());
    }

    private ServiceRequest asked() {
        var words = word + "门口积水没过脚踝，请回电" + digits;
        var picture = "https://example.org/" + word + ".jpg";
        return ask(
                new Asked("0506", words, Map.of("where", List.of(word)), picture),
                "沪闵路100号" + word,
                new Contact("翠山", name, phone, "zcs@example.org", null, null));
    }

    private CaseFile act(String id, String action, Given given, Role role) {
        clock.move(Duration.ofMinutes(1));
        var file = casework.act(id, action, given, person(role, "D310112"));
        house.settle();
        return file;
    }

    private CaseFile file(String id) {
        return casework.find(id).orElseThrow();
    }

    private static String own(ServiceRequest request) {
        return Objects.requireNonNull(request.progress().caseId());
    }

    private void filed(String id) {
        act(id, "accept", Given.nothing(), Role.ACCEPTOR);
        act(id, "contact", Given.note(name + "说" + word + "的水还在涨"), Role.ACCEPTOR);
        act(id, "file", Given.standard("0506-1").saying("住户" + digits + "在家等候"), Role.ACCEPTOR);
    }

    private CaseFile handled(String id) {
        filed(id);
        return act(id, "dispatch", Given.nothing(), Role.DISPATCHER);
    }

    /** What follows hears of it, and the log takes it in. */
    private void erased(ServiceRequest request) {
        erasure.erase(request.id(), "本人申请", STEWARD);
        tick(5);
    }

    private void tick(int times) {
        for (int i = 0; i < times; i++) {
            house.settle();
            clock.move(Duration.ofSeconds(1));
            house.fireDue();
        }
    }

    private TreeSet<String> holding() {
        var traces = new Traces(jdbc);
        var all = new TreeSet<String>();
        for (var trace : List.of(name, phone, digits, word)) {
            all.addAll(traces.of(trace));
        }
        return all;
    }

    @Test
    void nothingOfTheReporterIsLeftInAnyTableOrFile() {
        var request = asked();
        var id = own(request);
        filed(id);
        act(
                id,
                "split",
                Given.note("井盖破损，电话" + digits).naming(new Named(null, null, null, "P0101", null)),
                Role.ACCEPTOR);
        act(id, "dispatch", Given.nothing(), Role.DISPATCHER);
        duplicates.list(ask("门口积水很深", "沪闵路100号", Contact.unknown()).id());
        tick(3);
        assertThat(holding())
                .as("the walk sees what is there")
                .contains("casework.case_file", "casework.line", "intake.contact", "intake.request", "journal.entry")
                .contains("situation.thing");
        assertThat(jdbc.sql("select count(*) from intake.meaning where request = ?")
                        .param(request.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);

        erased(request);
        assertThat(holding()).isEmpty();
        assertThat(jdbc.sql("select count(*) from intake.meaning where request = ?")
                        .param(request.id())
                        .query(Long.class)
                        .single())
                .isZero();
        for (var trace : List.of(name, phone, digits, word)) {
            assertThat(Traces.of(trace, folder)).isEmpty();
        }
    }

    @Test
    void requestAndCaseReadErasedAndWhatWasDoneStays() {
        var request = asked();
        var before = handled(own(request));
        erased(request);

        var now = intake.get(request.id());
        assertThat(now.erasedAt()).isNotNull();
        assertThat(now.asked()).isEqualTo(new Asked("0506", "", Map.of(), null));
        assertThat(now.spot().address()).isNull();
        assertThat(now.spot().grid()).isEqualTo(request.spot().grid());
        assertThat(now.receivedAt()).isEqualTo(request.receivedAt());
        assertThat(intake.listFrom(digits, 9)).isEmpty();
        assertThat(intake.get(request.id(), "0000"))
                .as("nothing of it has to be guarded any more")
                .isEqualTo(now);

        var file = file(before.id());
        assertThat(file.matter().title()).isEqualTo("已抹除");
        assertThat(file.matter().description()).isEmpty();
        assertThat(file.matter().spot()).isEqualTo(before.matter().spot());
        assertThat(file.origin().erasedAt()).isNotNull();
        assertThat(file.state()).isEqualTo(before.state());
        assertThat(file.course().contact()).isEqualTo(before.course().contact());
        var notes = casework.timeline(file);
        assertThat(notes)
                .filteredOn(line -> line.type().equals("casework.Contacted"))
                .singleElement()
                .satisfies(line -> assertThat(line.note()).isNull());
        assertThat(notes)
                .filteredOn(line -> line.type().equals("casework.Filed"))
                .singleElement()
                .satisfies(line -> assertThat(line.note()).isEqualTo("住户***在家等候"));
        assertThat(notes).last().satisfies(line -> {
            assertThat(line.type()).isEqualTo("casework.Erased");
            assertThat(line.by()).isEqualTo(STEWARD.id());
            assertThat(line.note()).isEqualTo("本人申请");
        });
    }

    @Test
    void aPartThatWasSplitOffIsErasedWithIt() {
        var request = asked();
        var id = own(request);
        act(id, "accept", Given.nothing(), Role.ACCEPTOR);
        act(id, "split", Given.note("井盖破损").naming(new Named(null, null, null, "P0101", null)), Role.ACCEPTOR);
        erased(request);
        assertThat(casework.list(Casework.Query.all()))
                .filteredOn(file -> id.equals(file.course().ties().splitFrom()))
                .singleElement()
                .satisfies(part -> assertThat(part.matter().description()).isEmpty());
    }

    @Test
    void whatOthersAskedForKeepsItsWords() {
        var first = ask("门口积水", "沪闵路140号", Contact.unknown());
        var second = ask("门口积水很深", "沪闵路140号", new Contact(null, name, phone, null, null, null));
        assertThat(own(second)).isEqualTo(own(first));
        erased(second);
        assertThat(file(own(first)).matter().title()).isEqualTo("门口积水");
        assertThat(intake.get(second.id()).asked().description()).isEmpty();
        assertThat(casework.list(Casework.Query.all()))
                .filteredOn(file -> second.id().equals(file.origin().request()))
                .singleElement()
                .satisfies(own -> assertThat(own.matter().title()).isEqualTo("已抹除"));
    }

    @Test
    void everyProofStillVerifiesAndWhatFollowsIsProvenAnew() {
        var request = asked();
        var id = own(request);
        handled(id);
        tick(2);
        long before = journal.last();
        erased(request);
        act(id, "sign", Given.nothing(), Role.HANDLER);
        tick(2);

        for (var subject : List.of(request.id(), id)) {
            var states = ledger.listAbout(subject, STEWARD).stream()
                    .map(Seal::state)
                    .distinct()
                    .toList();
            assertThat(states).containsExactly(Seal.State.ERASED, Seal.State.PUBLISHED);
            for (var entry : journal.listAbout(subject)) {
                var reason = new Verifier(Policy.of(signer.key()))
                        .verify(ledger.proof(entry.number(), STEWARD).format())
                        .reason();
                boolean open = entry.number() > before && !(entry.event() instanceof RequestEvent.Progressed);
                if (entry.type().endsWith(".Erased") || open) {
                    assertThat(reason).as(entry.type()).isEqualTo(Verdict.Reason.STANDS);
                } else if (entry.number() <= before) {
                    assertThat(reason).as(entry.type()).isEqualTo(Verdict.Reason.ERASED);
                }
            }
        }
        assertThat(new Fsck(tiles, Policy.of(signer.key())).check().size()).isEqualTo(journal.last());
    }

    @Test
    void theWatchOverTheTablesFindsNothingWrong() {
        var request = asked();
        handled(own(request));
        tick(20);
        erased(request);
        tick(40);
        assertThat(journal.list(0, 100_000)).extracting(Entry::event).noneMatch(TamperEvent.class::isInstance);
    }

    /** As a new read model would be made: every follower hears the whole journal again. */
    @Test
    void theRewrittenJournalCanBeFollowedFromTheBeginning() {
        var request = asked();
        var id = own(request);
        handled(id);
        erased(request);
        var things = rows("situation.thing");
        var facts = rows("evaluation.case_fact");
        var files = rows("casework.case_file");
        jdbc.sql("delete from situation.thing").update();
        jdbc.sql("delete from evaluation.case_fact").update();
        followers.stream().forEach(this::hearsAll);
        house.settle();

        assertThat(rows("situation.thing")).isEqualTo(things);
        assertThat(rows("evaluation.case_fact")).isEqualTo(facts);
        assertThat(rows("casework.case_file")).isEqualTo(files);
        assertThat(journal.listAbout(id))
                .filteredOn(entry -> entry.event() instanceof CaseEvent.Contacted)
                .isNotEmpty();
    }

    private <E extends DomainEvent> void hearsAll(Follower<E> follower) {
        for (var entry : journal.list(0, 100_000)) {
            if (follower.hears().isInstance(entry.event())) {
                var event = follower.hears().cast(entry.event());
                if (follower.heeds(event)) {
                    transaction.executeWithoutResult(status -> follower.on(entry.number(), event));
                }
            }
        }
    }

    private List<String> rows(String table) {
        return jdbc.sql("select one::text from " + table + " as one order by id")
                .query(String.class)
                .list();
    }

    @Test
    void theCaseStillGoesOnToItsEndAndIsCalledBack() {
        var request = asked();
        var id = own(request);
        act(id, "accept", Given.nothing(), Role.ACCEPTOR);
        erased(request);
        act(id, "file", Given.standard("0506-1"), Role.ACCEPTOR);
        act(id, "dispatch", Given.nothing(), Role.DISPATCHER);
        act(id, "sign", Given.nothing(), Role.HANDLER);
        casework.act(id, "force-close", Given.note("已退水").on("办法第 9 条"), person(Role.COMMANDER, "D310112"));
        act(id, "call-back", Given.note("不再联系").answering(new Answer(true, null)), Role.ACCEPTOR);
        assertThat(file(id).state()).isEqualTo(CaseState.FORCED_CLOSED);
        assertThat(intake.get(request.id()).progress().status()).isEqualTo(ServiceRequest.Status.CLOSED);
        assertThat(intake.get(request.id()).erasedAt()).isNotNull();
    }

    @Test
    void topicsOfErasedWordsAreShownNoMore() {
        for (int i = 0; i < 6; i++) {
            ask(word + "门口积水", "沪闵路" + (200 + i) + "号", Contact.unknown());
        }
        assertThat(topics.list(null).toString()).contains(word);
        intake.list(all()).stream()
                .filter(one -> one.asked().description().contains(word))
                .forEach(this::erased);
        assertThat(topics.list(null).toString()).doesNotContain(word);
    }

    private Intake.Query all() {
        return new Intake.Query(
                List.of(),
                List.of(),
                Instant.EPOCH,
                clock.instant().plusSeconds(1),
                null,
                null,
                new Intake.Page(500, 0));
    }

    @Test
    void erasingTwiceAnswersAsItStands() {
        var request = asked();
        erased(request);
        var at = intake.get(request.id()).erasedAt();
        long last = journal.last();
        assertThat(erasure.erase(request.id(), "再次申请", STEWARD).erasedAt()).isEqualTo(at);
        house.settle();
        assertThat(journal.last()).isEqualTo(last);
    }

    @Test
    void onlyADataStewardErasesAndOnlyWhatIsThere() {
        var id = asked().id();
        refused(id, person(Role.COMMANDER, "D310112"), "intake:not-a-steward");
        refused("R-none", STEWARD, "intake:absent");
        var town = new AreaCode("310112999");
        refused(id, new Caller("s", "x", "x", Set.of(Role.DATA_STEWARD), "T310112999", town), "intake:absent");
        assertThat(intake.get(id).erasedAt()).isNull();
    }

    private void refused(String id, Caller caller, String code) {
        assertThatThrownBy(() -> erasure.erase(id, "本人申请", caller))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal().code()).isEqualTo(code));
    }
}
