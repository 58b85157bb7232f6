package io.chengyun.platform.access;

import java.time.Instant;

/**
 * A caller's stay in the house (会话), from sign-in to sign-out or expiry; controllers get it as a method argument.
 *
 * @param digest SHA-256 of the token in the caller's cookie, in hexadecimal; the token itself is kept nowhere
 * @param seenAt the newest request, to the minute
 */
public record Session(String digest, Caller caller, Instant startedAt, Instant seenAt) {}
