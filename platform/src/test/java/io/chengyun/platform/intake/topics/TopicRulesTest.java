package io.chengyun.platform.intake.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Malformed;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class TopicRulesTest {

    private static final List<TopicPolicy> POLICIES = TopicPolicy.read(Path.of("../districts/minhang"));
    private static final LocalDate FIRST = LocalDate.parse("2026-11-01");

    private final TopicRules rules = new TopicRules(TopicPolicy.on(POLICIES, FIRST));

    private static Said said(String id, String text, int day) {
        return new Said(id, text, FIRST.plusDays(day), null);
    }

    private static List<Said> noise() {
        var words = List.of("路灯不亮", "公交改线", "学校报名", "社保转移", "医院挂号", "停车收费", "河道发臭", "树枝折断");
        var all = new ArrayList<Said>();
        for (int i = 0; i < words.size(); i++) {
            all.add(said("N" + i, words.get(i) + "，请尽快处理，谢谢" + i, i * 3));
        }
        return all;
    }

    private static List<Said> mixers(int... days) {
        var ends = List.of("晚上吵得睡不着", "灰尘太大窗户不敢开", "味道难闻孩子咳嗽", "什么时候能搬走", "环保部门管不管", "大车进出危险", "夜里施工");
        var all = new ArrayList<Said>();
        for (int i = 0; i < days.length; i++) {
            all.add(said("M" + i, "丽发新城旁边的搅拌站，" + ends.get(i % ends.size()), days[i]));
        }
        return all;
    }

    private List<Topic> group(List<Said> some) {
        var all = new ArrayList<>(noise());
        all.addAll(some);
        return rules.group(all);
    }

    @Test
    void whatSpeaksOfOneMatterIsOneTopicAndNothingElseIs() {
        var topics = group(mixers(0, 2, 4, 6, 8));

        assertThat(topics).hasSize(1);
        assertThat(topics.get(0).requests()).containsExactly("M0", "M1", "M2", "M3", "M4");
        assertThat(topics.get(0).title()).startsWith("丽发新城旁边的搅拌站");
    }

    @Test
    void itIsHotSinceTheDayOnWhichTheFifthCameWithinAMonth() {
        assertThat(group(mixers(0, 2, 4, 6, 8)).get(0).hotOn()).isEqualTo(FIRST.plusDays(8));
        assertThat(group(mixers(0, 40, 45, 50, 55, 60)).get(0).hotOn()).isEqualTo(FIRST.plusDays(60));
    }

    @Test
    void fewOrSlowOnesAreATopicThatIsNotHot() {
        assertThat(group(mixers(0, 1, 2, 3)).get(0).hotOn()).isNull();
        assertThat(group(mixers(0, 8, 16, 24, 30)).get(0).hotOn()).isNull();
        assertThat(group(mixers(0, 8, 16, 24, 29)).get(0).hotOn()).isEqualTo(FIRST.plusDays(29));
    }

    @Test
    void textsThatSayNothingAreInNoTopic() {
        var topics = rules.group(
                List.of(said("a", "", 0), said("b", "😀😀😀", 0), said("c", "……", 1), said("d", "😀😀😀", 2)));

        assertThat(topics).isEmpty();
        assertThat(rules.group(List.of())).isEmpty();
    }

    @Test
    void aTitleShowsNoTelephoneNumber() {
        var all = new ArrayList<Said>();
        for (int i = 0; i < 5; i++) {
            all.add(said("P" + i, "电话13800001234，丽发新城旁边的搅拌站很吵", i));
        }

        assertThat(rules.group(all).get(0).title()).doesNotContain("13800001234");
    }

    @Property(tries = 20)
    void theOrderOfTheFileDoesNotMatter(@ForAll @LongRange(min = 0, max = 1_000) long seed) {
        var all = new ArrayList<>(noise());
        all.addAll(mixers(0, 2, 4, 6, 8, 9, 9));
        var known = rules.group(all);
        Collections.shuffle(all, new Random(seed));

        assertThat(rules.group(all)).isEqualTo(known);
    }

    @Test
    void aWrongFileIsRefused() {
        assertThatThrownBy(
                        () -> TopicPolicy.read(
                                "- { from: 2026-01-01, likeness: 2, read: 120, ignored: [], hot: { requests: 5, within: P30D }, memory: P180D }"))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> TopicPolicy.read("- { from: soon }")).isInstanceOf(Malformed.class);
    }
}
