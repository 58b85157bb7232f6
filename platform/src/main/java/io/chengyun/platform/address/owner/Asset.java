package io.chengyun.platform.address.owner;

import io.chengyun.platform.place.Position;

/**
 * A part of the city (部件), such as a manhole cover or a lamp.
 *
 * @param code by GB/T 30428: district, class and number, 16 digits
 * @param caseClass the class of cases that are about such parts
 */
record Asset(String code, String caseClass, Position position, Keeping keeping) {

    static final String CODE = "\\d{16}";
    static final String CODE_REMEDY = "write a part's code by GB/T 30428: 16 digits";

    boolean meets(Asset other) {
        return code.equals(other.code) && keeping.meets(other.keeping);
    }

    Holding holding() {
        return new Holding(code, null, null, null, keeping.owner(), keeping.maintainer(), keeping.from());
    }
}
