package io.chengyun.platform.address.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.chengyun.kernel.Malformed;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TaggerTest {

    private static final Lexicon WORDS = new Lexicon(Map.of("town", Set.of("莘庄镇", "七宝镇", "莘庄")));

    private static List<Tagged> texts() {
        var texts = new ArrayList<Tagged>();
        for (var town : List.of("莘庄镇", "梅陇镇", "华漕镇", "颛桥镇")) {
            for (var road : List.of("春申路", "沪闵路", "银都路")) {
                for (int number = 1; number < 30; number += 7) {
                    var text = town + road + number + "号";
                    texts.add(new Tagged(
                            text,
                            List.of(Span.of("town", 0, 3), Span.of("road", 3, 6), Span.of("no", 6, text.length()))));
                }
            }
        }
        return texts;
    }

    private static List<String> words(Tagger tagger, String text) {
        return tagger.tag(text).stream()
                .map(span -> span.label() + ":" + span.in(text))
                .toList();
    }

    @Test
    void namesThatWereNeverShownAreFoundByTheirForm() {
        var tagger = Tagger.train(texts(), WORDS);

        assertThat(words(tagger, "七宝镇顾戴路8号")).containsExactly("town:七宝镇", "road:顾戴路", "no:8号");
    }

    @Test
    void theSameTextsGiveTheSameTagger() throws IOException {
        assertThat(bytes(Tagger.train(texts(), WORDS))).isEqualTo(bytes(Tagger.train(texts(), WORDS)));
    }

    @Test
    void aTaggerThatWasWrittenTagsAsBefore() throws IOException {
        var tagger = Tagger.train(texts(), WORDS);
        var read = Tagger.read(new ByteArrayInputStream(bytes(tagger)), WORDS);

        for (var text : texts()) {
            assertThat(read.tag(text.text())).isEqualTo(tagger.tag(text.text()));
        }
    }

    @Test
    void aTaggerCutShortIsRefused() throws IOException {
        var whole = bytes(Tagger.train(texts(), WORDS));

        assertThatThrownBy(() -> Tagger.read(new ByteArrayInputStream(Arrays.copyOf(whole, whole.length / 2)), WORDS))
                .isInstanceOf(Malformed.class);
    }

    private static byte[] bytes(Tagger tagger) throws IOException {
        var out = new ByteArrayOutputStream();
        tagger.write(out);
        return out.toByteArray();
    }

    @Test
    void partsLieInOrderInsideTheTextAndNoneOverAnother() {
        var tagger = Tagger.train(texts(), WORDS);
        for (var text : List.of("", "号", "😀12号😀", "莘庄镇莘庄镇莘庄镇", "a b c 12 号", "\n\n", "１２号莘庄")) {
            int end = 0;
            for (var span : tagger.tag(text)) {
                assertThat(span.from()).isGreaterThanOrEqualTo(end);
                assertThat(span.to()).isGreaterThan(span.from()).isLessThanOrEqualTo(text.length());
                assertThat(span.certainty()).isBetween(0.0, 1.0 + 1e-9);
                end = span.to();
            }
        }
    }

    @Test
    void aPartNeverGoesOnWhereNoneBegan() {
        var tags = new TagSet(List.of("a", "b"));

        assertThat(tags.mayFollow(0, 2)).isFalse();
        assertThat(tags.mayFollow(3, 2)).isFalse();
        assertThat(tags.mayFollow(1, 2)).isTrue();
        assertThat(tags.mayFollow(2, 2)).isTrue();
        assertThat(tags.mayFollow(2, 1)).isTrue();
    }

    /** Against adding up every way there is. */
    @Test
    void beliefsAreWhatAllWaysTogetherSay() {
        var tags = new TagSet(List.of("a"));
        var emission = new double[][] {{0.3, 1.1, 0}, {-0.2, 0.4, 0.9}, {0.7, -1, 0.2}};
        var weights = new float[] {0.1f, -0.3f, 0, 0.5f, 0.2f, 0.9f, -0.4f, 0.6f, 0.3f};
        Weights.forbidFirst(emission, tags);
        var moves = Weights.Moves.of(weights, tags);
        var lattice = new Lattice(emission, new Weights.Moves[] {moves, moves, moves});

        var sums = new double[3][3];
        double all = 0;
        double best = -1;
        int[] bestWay = {};
        for (int way = 0; way < 27; way++) {
            var one = new int[] {way % 3, way / 3 % 3, way / 9};
            double weight = Math.exp(emission[0][one[0]] + emission[1][one[1]] + emission[2][one[2]])
                    * moves.factors()[one[0]][one[1]]
                    * moves.factors()[one[1]][one[2]];
            all += weight;
            bestWay = weight > best ? one : bestWay;
            best = Math.max(best, weight);
            for (int i = 0; i < 3; i++) {
                sums[i][one[i]] += weight;
            }
        }
        assertThat(lattice.best()).isEqualTo(bestWay);
        for (int i = 0; i < 3; i++) {
            for (int tag = 0; tag < 3; tag++) {
                assertThat(lattice.beliefs().of(i)[tag]).isCloseTo(sums[i][tag] / all, within(1e-12));
            }
        }
    }

    @Test
    void taggedFilesAreReadAsTheyAreWritten() throws IOException {
        var texts = TaggedFile.read(new BufferedReader(new StringReader(
                "龙 B-town\n山 I-town\n  O\n602 B-roadNo\n号 I-roadno\n\n\n东 B-town\n海 B-town\n".replace("  O", "， O"))));

        assertThat(texts)
                .containsExactly(
                        new Tagged("龙山，602号", List.of(Span.of("town", 0, 2), Span.of("roadno", 3, 7))),
                        new Tagged("东海", List.of(Span.of("town", 0, 1), Span.of("town", 1, 2))));
    }
}
