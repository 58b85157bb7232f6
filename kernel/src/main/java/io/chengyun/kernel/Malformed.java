package io.chengyun.kernel;

/** Not a value of our language: answered with 400, the field named and the remedy said. */
public final class Malformed extends CityException {

    private static final long serialVersionUID = 1L;

    private final String field;

    /**
     * @param field the field as the sender wrote it, such as {@code resultTime}
     * @param remedy what the sender should send instead, one sentence
     */
    public Malformed(String field, String remedy) {
        super(field + ": " + remedy);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
