package io.chengyun.platform.house;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the types of a file say of themselves in their Javadoc. */
final class DocComments {

    private DocComments() {}

    /**
     * A type and its comment.
     *
     * @param name simple name
     * @param first first sentence as plain text; empty without a comment
     * @param body what follows it, a line a paragraph
     * @param parameters component → description
     * @param open whether it is public
     */
    record Type(
            String name,
            String first,
            String body,
            Map<String, String> parameters,
            boolean open,
            List<String> components) {}

    /** All types of the file, outer before inner. */
    static List<Type> types(Source source) {
        var syntax = source.parse();
        var found = new ArrayList<Type>();
        new TreePathScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
                if (!tree.getSimpleName().isEmpty()) {
                    var comment = ((DocTrees) syntax.trees()).getDocCommentTree(getCurrentPath());
                    found.add(type(tree, comment));
                }
                return super.visitClass(tree, nothing);
            }
        }.scan(syntax.unit(), null);
        return found;
    }

    private static Type type(ClassTree tree, @Nullable DocCommentTree comment) {
        boolean open = tree.getModifiers().getFlags().contains(javax.lang.model.element.Modifier.PUBLIC);
        var components = tree.getMembers().stream()
                .filter(member -> tree.getKind() == Tree.Kind.RECORD && member.getKind() == Tree.Kind.VARIABLE)
                .map(member -> (com.sun.source.tree.VariableTree) member)
                .filter(member -> !member.getModifiers().getFlags().contains(javax.lang.model.element.Modifier.STATIC))
                .map(member -> member.getName().toString())
                .toList();
        var name = tree.getSimpleName().toString();
        if (comment == null) {
            return new Type(name, "", "", Map.of(), open, components);
        }
        var parameters = new LinkedHashMap<String, String>();
        for (var tag : comment.getBlockTags()) {
            if (tag instanceof ParamTree parameter) {
                parameters.put(parameter.getName().toString(), plain(parameter.getDescription()));
            }
        }
        var body = plain(comment.getBody()).replaceAll(" ?<p> ?", "\n\n");
        return new Type(name, plain(comment.getFirstSentence()), body, parameters, open, components);
    }

    /** Text without mark-up. Javac's own printing would turn Chinese into escapes. */
    private static String plain(List<? extends DocTree> words) {
        return words.stream()
                .map(DocComments::plain)
                .collect(Collectors.joining())
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String plain(DocTree word) {
        if (word instanceof TextTree text) {
            return text.getBody();
        }
        if (word instanceof LiteralTree literal) {
            return "`" + literal.getBody().getBody() + "`";
        }
        if (word instanceof LinkTree link) {
            return "`" + link.getReference().getSignature() + "`";
        }
        return word.toString();
    }
}
