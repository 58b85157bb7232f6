package io.chengyun.platform.dispatch;

import io.chengyun.kernel.Refusal;

/** Why dispatch says no (派遣拒绝). */
public enum DispatchRefusal implements Refusal {
    NO_DUTY_LIST("dispatch:no-duty-list", "No installed scenario has a duty list for this class.", Kind.UNACCEPTABLE),
    NO_SUCH_ORGANISATION("dispatch:no-such-organisation", "Name an organisation that exists today.", Kind.UNACCEPTABLE);

    private final String code;
    private final String advice;
    private final Kind kind;

    DispatchRefusal(String code, String advice, Kind kind) {
        this.code = code;
        this.advice = advice;
        this.kind = kind;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String advice() {
        return advice;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
