package io.chengyun.platform.access;

import io.chengyun.kernel.DomainEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** All that can happen at the door (访问审计): people come, go, are turned away, and reach for what is not theirs. */
public sealed interface AccessEvent extends DomainEvent {

    /** The staff id in place of one that nobody has: what was typed may be a password, so it is not kept. */
    String NOBODY = "nobody";

    /** The visit as it stands after the event. */
    @Override
    Visit now();

    @Override
    default String subject() {
        return now().staff();
    }

    /** Whoever it was that is on the staff: somebody who could not show a password was nobody. */
    @Override
    default @Nullable String by() {
        return this instanceof SignInFailed ? null : now().staff();
    }

    /**
     * 来访: who did what at the door.
     *
     * @param staff staff id, or {@link #NOBODY}
     * @param what what was tried, such as {@code read} or {@code sign-in}
     * @param about id of the thing that was reached for; the session itself when empty
     */
    record Visit(String staff, String what, String about) {}

    /** 登录: somebody signed in. */
    record SignedIn(Visit now, Instant at) implements AccessEvent {}

    /** 登录失败: the name or the password was wrong. */
    record SignInFailed(Visit now, Instant at) implements AccessEvent {}

    /** 退出: somebody signed out. */
    record SignedOut(Visit now, Instant at) implements AccessEvent {}

    /** 越权: somebody reached for what lies outside their scope. */
    record Denied(Visit now, Instant at) implements AccessEvent {}
}
