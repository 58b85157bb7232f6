package io.chengyun.platform.intake.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.intake.Intake;
import io.chengyun.platform.intake.ServiceRequest;
import io.chengyun.platform.intake.ServiceRequest.Channel;
import io.chengyun.platform.intake.batch.Batches.Outcome;
import io.chengyun.platform.intake.batch.Batches.Problem;
import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.postgres.TestDatabase;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** A table of the hotline: each row comes in by itself, once. */
@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
@TestPropertySource(properties = "chengyun.place.district=../districts/minhang")
class BatchTest {

    private static final String HEAD = "工单编号,诉求类别,诉求内容,事发地址,经度,纬度,来电人,联系电话\n";
    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired
    RequestBatchController door;

    @Autowired
    Intake intake;

    @Autowired
    Journal journal;

    private static String id() {
        return "W2026" + COUNT.incrementAndGet();
    }

    private Outcome take(byte[] table) throws IOException {
        return door.take(new MockMultipartFile("file", table), null, caller(Role.ACCEPTOR));
    }

    private Outcome take(String rows) throws IOException {
        return take((HEAD + rows).getBytes(StandardCharsets.UTF_8));
    }

    private static Caller caller(Role role) {
        return new Caller("acceptor", "受理员", "Acceptor", Set.of(role), "D310112", null);
    }

    private ServiceRequest get(String id) {
        return intake.find(Channel.IMPORT, id).orElseThrow();
    }

    @Test
    void rowsBecomeRequestsByPointOrByAddress() throws IOException {
        var point = id();
        var address = id();
        var outcome = take(point + ",道路积水,路口积水,,121.41,31.08,王女士,13800001234\n" + address + ",0503,管道堵了,闵行区莘庄镇,,,,\n");

        assertThat(outcome).isEqualTo(new Outcome(2, 0, 0, java.util.List.of()));
        assertThat(get(point).asked().service()).isEqualTo("0506");
        assertThat(get(address).spot().address()).isEqualTo("闵行区莘庄镇");
        assertThat(get(address).spot().reach()).isNotNull();
        assertThat(intake.get(get(point).id(), "1234").id())
                .isEqualTo(get(point).id());
    }

    @Test
    void theSameTableAgainChangesNothing() throws IOException {
        var row = id() + ",道路积水,路口积水,,121.41,31.08,,\n";
        take(row);
        long before = journal.last();

        assertThat(take(row)).isEqualTo(new Outcome(0, 1, 0, java.util.List.of()));
        assertThat(journal.last()).isEqualTo(before);
    }

    @Test
    void aBadRowIsNamedAndStopsNoOther() throws IOException {
        var good = id();
        var outside = id();
        var unknown = id();
        var nowhere = id();
        var letters = id();
        var outcome = take(outside + ",道路积水,x,,116.4,39.9,,\n"
                + unknown + ",夜市扰民,x,,121.41,31.08,,\n"
                + nowhere + ",道路积水,x,,,,,\n"
                + letters + ",道路积水,x,,east,31.08,,\n"
                + ",道路积水,x,,121.41,31.08,,\n"
                + good + ",道路积水,x,,121.41,31.08,,\n"
                + good + ",道路积水,y,,121.41,31.08,,\n"
                + "short,row\n");

        assertThat(outcome.received()).isOne();
        assertThat(outcome.refused()).isEqualTo(7);
        assertThat(outcome.problems())
                .extracting(Problem::row)
                .containsExactly(outside, unknown, nowhere, letters, "row 6", "row 8", "row 9");
        assertThat(outcome.problems().get(1).why())
                .contains("intake:no-such-service")
                .contains("0506");
        assertThat(get(good).asked().description()).isEqualTo("x");
    }

    @Test
    void officesWriteGbkAndMarksBeforeUtf8() throws IOException {
        var gbk = id();
        var marked = id();
        var row = ",道路积水,路口积水,,121.41,31.08,,\n";
        take((HEAD + gbk + row).getBytes(Charset.forName("GBK")));
        take(("\uFEFF" + HEAD + marked + row).getBytes(StandardCharsets.UTF_8));

        assertThat(get(gbk).asked().description()).isEqualTo("路口积水");
        assertThat(get(marked).asked().description()).isEqualTo("路口积水");
    }

    @Test
    void aFormulaIsATextLikeAnyOther() throws IOException {
        var formula = id();
        take(formula + ",道路积水,=cmd|'/c calc'!A1,,121.41,31.08,,\n");
        assertThat(get(formula).asked().description()).isEqualTo("=cmd|'/c calc'!A1");
    }

    @Test
    void aMappingMayBeSentWithTheTable() throws IOException {
        var id = id();
        var mapping =
                "columns: { id: no, service: kind, description: text, address: where }\nservices: { flood: '0506' }";
        var table = "no,kind,text,where\n" + id + ",flood,water,莘庄镇\n";
        var outcome = door.take(
                new MockMultipartFile("file", table.getBytes(StandardCharsets.UTF_8)),
                new MockMultipartFile("mapping", mapping.getBytes(StandardCharsets.UTF_8)),
                caller(Role.COMMANDER));
        assertThat(outcome.received()).as(outcome.toString()).isOne();
    }

    @Test
    void aMappingThatCannotBeReadIsRefusedWithWhatIsWrong() {
        assertThatThrownBy(() -> BatchMapping.read("columns: { id: no }\nservices: {}"))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("mapping");
        assertThatThrownBy(() -> BatchMapping.read("colums: {}"))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("columns");
        assertThatThrownBy(() -> take("x".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("工单编号");
    }

    @Test
    void othersBringNothingIn() {
        assertThatThrownBy(() -> door.take(
                        new MockMultipartFile("file", HEAD.getBytes(StandardCharsets.UTF_8)),
                        null,
                        caller(Role.HANDLER)))
                .isInstanceOf(Refused.class);
    }
}
