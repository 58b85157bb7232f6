package io.chengyun.platform.ledger.anchor;

import io.chengyun.kernel.Fault;
import io.chengyun.platform.ledger.anchor.AnchorStore.Task;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The chain that the settings name (锚定名录), if any, and what of it is to be shown. */
@Component
public class Anchors {

    private final AnchorSettings settings;
    private final AnchorStore store;
    private @Nullable Anchor anchor;

    Anchors(AnchorSettings settings, AnchorStore store) {
        this.settings = settings;
        this.store = store;
    }

    AnchorSettings settings() {
        return settings;
    }

    /**
     * The last checkpoint that the chain holds, with what holds the next one up; before the first, the one on its way. Null where no
     * chain is named.
     */
    public @Nullable AnchorStanding standing() {
        if (!settings.isOn()) {
            return null;
        }
        var waiting = store.waiting().map(Task::standing).orElse(null);
        return store.last()
                .map(it -> it.standing().with(waiting == null ? null : waiting.problem()))
                .orElse(waiting);
    }

    /** The chain, found at the first call: nothing where none is named. */
    synchronized Optional<Anchor> find() {
        if (anchor == null && settings.isOn()) {
            anchor = maker().make(settings);
        }
        return Optional.ofNullable(anchor);
    }

    private Anchor.Maker maker() {
        return ServiceLoader.load(Anchor.Maker.class, loader(Path.of(settings.jars())))
                .findFirst()
                .orElseThrow(() -> new Fault(
                        "ledger:no-anchor-module",
                        new IOException("chengyun.ledger.anchor.jars: no module that speaks with a chain lies there")));
    }

    private static ClassLoader loader(Path folder) {
        var ours = Anchors.class.getClassLoader();
        if (!Files.isDirectory(folder)) {
            return ours;
        }
        // its libraries stay its own: the house's come first, and it sees none of these
        return new URLClassLoader(jars(folder).toArray(URL[]::new), ours);
    }

    private static List<URL> jars(Path folder) {
        var jars = new ArrayList<URL>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.jar")) {
            for (var jar : found) {
                jars.add(url(jar));
            }
        } catch (IOException cannot) {
            throw new Fault("ledger:no-anchor-module", cannot);
        }
        return jars;
    }

    private static URL url(Path jar) throws MalformedURLException {
        return jar.toUri().toURL();
    }
}
