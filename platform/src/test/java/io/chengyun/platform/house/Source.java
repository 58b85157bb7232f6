package io.chengyun.platform.house;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * A Java file.
 *
 * @param path from the repository's root
 */
public record Source(String path, String text) {

    private static final JavaCompiler COMPILER = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
    /** With nothing on its class path: for each file javac would look through all of it for plugins. */
    private static final StandardJavaFileManager FILES = files();

    private static StandardJavaFileManager files() {
        var files = COMPILER.getStandardFileManager(null, null, null);
        try {
            files.setLocation(StandardLocation.CLASS_PATH, List.of());
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    String folder() {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    long lines() {
        return text.lines().count();
    }

    /** The file's syntax, without types. */
    Syntax parse() {
        var file = new SimpleJavaFileObject(URI.create("string:///" + fileName()), SimpleJavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
        var task = (JavacTask) COMPILER.getTask(null, FILES, problem -> {}, List.of("-proc:none"), null, List.of(file));
        try {
            return new Syntax(task.parse().iterator().next(), Trees.instance(task));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A parsed file, and what tells the places in it. */
    record Syntax(CompilationUnitTree unit, Trees trees) {}
}
