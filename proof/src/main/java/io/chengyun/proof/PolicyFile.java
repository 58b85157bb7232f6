package io.chengyun.proof;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;

/** Reads a policy line by line (信任策略文件). For one file. */
final class PolicyFile {

    private final List<NoteKey> logs = new ArrayList<>();
    private final Map<String, NoteKey> witnesses = new LinkedHashMap<>();
    private final Map<String, Policy.Group> groups = new LinkedHashMap<>();
    private final Set<String> taken = new LinkedHashSet<>();
    private final Set<String> keys = new LinkedHashSet<>();
    private String quorum = "";
    private int number;

    Policy read(String text) {
        for (var line : text.split("\n", -1)) {
            number++;
            var words = words(line);
            if (!words.isEmpty() && !words.get(0).startsWith("#")) {
                take(words);
            }
        }
        if (quorum.isEmpty()) {
            throw new Unreadable("policy: has no quorum line; 'quorum none' asks for no witness");
        }
        return new Policy(logs, witnesses, groups, quorum);
    }

    private static List<String> words(String line) {
        var words = new ArrayList<String>();
        var found = new StringTokenizer(line.strip(), " \t");
        while (found.hasMoreTokens()) {
            words.add(found.nextToken());
        }
        return words;
    }

    private void take(List<String> words) {
        int count = words.size();
        boolean right = switch (words.get(0)) {
            case "log" -> count == 2 || count == 3;
            case "witness" -> count == 3 || count == 4;
            case "group" -> count >= 4;
            case "quorum" -> count == 2;
            default -> false;
        };
        if (!right) {
            throw no(
                    "is none of 'log KEY [URL]', 'witness NAME KEY [URL]', 'group NAME all|any|N NAME...', 'quorum NAME'");
        }
        switch (words.get(0)) {
            case "log" -> logs.add(key(words.get(1)));
            case "witness" -> witnesses.put(name(words.get(1)), key(words.get(2)));
            case "group" -> groups.put(name(words.get(1)), group(words.get(2), words.subList(3, count)));
            default -> takeQuorum(words.get(1));
        }
    }

    private void takeQuorum(String name) {
        if (!quorum.isEmpty()) {
            throw no("is a second quorum");
        }
        if (!name.equals(Policy.NONE)) {
            known(name);
        }
        quorum = name;
    }

    private NoteKey key(String text) {
        var key = NoteKey.parse(text);
        if (!keys.add(HexFormat.of().formatHex(key.key()))) {
            throw no("repeats a key");
        }
        return key;
    }

    private String name(String name) {
        if (name.equals(Policy.NONE) || witnesses.containsKey(name) || groups.containsKey(name)) {
            throw no("takes a name that is taken: " + name);
        }
        return name;
    }

    private Policy.Group group(String least, List<String> members) {
        for (var member : members) {
            known(member);
            if (!taken.add(member)) {
                throw no("counts a member twice: " + member);
            }
        }
        long needed = switch (least) {
            case "all" -> members.size();
            case "any" -> 1;
            default -> Strict.number("policy line " + number, least);
        };
        if (needed < 1 || needed > members.size()) {
            throw no("asks for %d of %d".formatted(needed, members.size()));
        }
        return new Policy.Group((int) needed, members);
    }

    private void known(String name) {
        if (!witnesses.containsKey(name) && !groups.containsKey(name)) {
            throw no("names what no line above defines: " + name);
        }
    }

    private Unreadable no(String why) {
        return new Unreadable("policy line " + number + ": " + why);
    }
}
