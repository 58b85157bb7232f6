package io.chengyun.platform.dispatch;

import io.chengyun.kernel.Refusal;

/** Why dispatch says no (派遣拒绝). */
public enum DispatchRefusal implements Refusal {
    NO_DUTY_LIST("dispatch:no-duty-list", "No installed scenario has a duty list for this class.", Kind.UNACCEPTABLE),
    NO_SUCH_ORGANISATION("dispatch:no-such-organisation", "Name an organisation that exists today.", Kind.UNACCEPTABLE);

    private final Words words;

    DispatchRefusal(String code, String advice, Kind kind) {
        this.words = new Words(code, advice, kind);
    }

    @Override
    public Words words() {
        return words;
    }
}
