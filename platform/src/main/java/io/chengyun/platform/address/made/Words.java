package io.chengyun.platform.address.made;

import io.chengyun.kernel.Fault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** The words that made addresses are put together from (用词), by kind, the frequent ones with a weight. */
final class Words {

    private final Map<String, List<String>> words = new HashMap<>();
    private final Random random;

    Words(Random random) {
        this.random = random;
        try (var in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Words.class.getResourceAsStream("words.txt")), StandardCharsets.UTF_8))) {
            in.lines().filter(line -> !line.startsWith("#")).forEach(this::enter);
        } catch (IOException unreadable) {
            throw new Fault("address:words-unreadable", unreadable);
        }
    }

    private void enter(String line) {
        var cells = line.split(" ");
        var list = new ArrayList<String>();
        Arrays.stream(cells).skip(1).forEach(cell -> {
            int colon = cell.indexOf(':');
            int times = colon < 0 ? 1 : Integer.parseInt(cell.substring(colon + 1));
            for (int i = 0; i < times; i++) {
                list.add(colon < 0 ? cell : cell.substring(0, colon));
            }
        });
        words.put(cells[0], list);
    }

    /** One of this kind. */
    String any(String kind) {
        return any(Objects.requireNonNull(words.get(kind), kind));
    }

    <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** Whether this happens, so many times in a hundred. */
    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** From one to the most, small ones more often. */
    int number(int most) {
        return 1 + (int) (Math.pow(random.nextDouble(), 2) * most);
    }
}
