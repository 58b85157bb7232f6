package io.chengyun.platform.exchange;

import io.chengyun.kernel.Malformed;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A table that an organisation keeps and answers for (数据集), as the district's catalogue describes it from a day on.
 *
 * @param code namespace and name, such as {@code traffic.signals}
 * @param owner code of the organisation
 * @param grade not below that of any field
 * @param key the field by which rows are told apart
 */
public record DataSet(
        String code,
        LocalDate from,
        Words title,
        String owner,
        DataGrade grade,
        Terms terms,
        String key,
        List<Field> fields) {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,30}\\.[a-z][a-z0-9-]{0,40}");

    public DataSet {
        fields = List.copyOf(fields);
        if (!CODE.matcher(code).matches()) {
            throw new Malformed("code", "'" + code + "' must be a namespace and a name, such as traffic.signals");
        }
        var names = new HashSet<String>();
        for (var field : fields) {
            if (!names.add(field.name())) {
                throw new Malformed("fields", code + " has two fields '" + field.name() + "': name each once");
            }
            if (field.grade().isAbove(grade)) {
                throw new Malformed(
                        "grade",
                        code + " must be " + field.grade() + " at least, as its field " + field.name() + " is");
            }
        }
        if (!names.contains(key)) {
            throw new Malformed("key", code + " has no field '" + key + "': name one of " + names);
        }
    }

    /** A name in both languages (双语名称). */
    public record Words(String zh, String en) {

        public Words {
            if (zh.isBlank() || en.isBlank()) {
                throw new Malformed("title", "must say something in Chinese (zh) and in English (en)");
            }
        }
    }

    /**
     * To whom it may be given, and how often it is renewed (共享条件).
     *
     * @param every after which a version says no longer how things are
     */
    public record Terms(Sharing sharing, Duration every) {

        public Terms {
            if (every.isNegative() || every.isZero()) {
                throw new Malformed("every", "must be a time such as P7D or PT15M");
            }
        }
    }

    /**
     * A column (字段).
     *
     * @param unit of its numbers; empty where it has none
     */
    public record Field(String name, Words meaning, String unit, DataGrade grade) {

        private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,60}");

        public Field {
            if (!NAME.matcher(name).matches()) {
                throw new Malformed("name", "'" + name + "' must be letters, digits and _, a letter first");
            }
        }
    }

    String namespace() {
        return code.substring(0, code.indexOf('.'));
    }

    List<String> columns() {
        return fields.stream().map(Field::name).toList();
    }
}
