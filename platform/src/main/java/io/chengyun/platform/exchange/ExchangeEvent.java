package io.chengyun.platform.exchange;

import io.chengyun.kernel.DomainEvent;
import java.time.Instant;
import java.util.List;

/** All that can happen to a data set (共享流水). Each names who did it, of which organisation, and for what. */
public sealed interface ExchangeEvent extends DomainEvent {

    /** The data set as it stands after the event. */
    @Override
    Standing now();

    /** Staff id. */
    String by();

    /** Code of the organisation that the person works for. */
    String organisation();

    /** Code of the purpose, one of the catalogue's. */
    String purpose();

    @Override
    default String subject() {
        return now().code();
    }

    /** 入库、变更: a version was kept (新版本). */
    sealed interface Kept extends ExchangeEvent {}

    /** 授权、撤回: what others are granted changed (授权变更). */
    sealed interface Granted extends ExchangeEvent {
        Share share();

        @Override
        default String purpose() {
            return share().purpose();
        }
    }

    /** 入库: its first version. */
    record Imported(Standing now, String purpose, String by, String organisation, Instant at) implements Kept {}

    /** 变更: a version with other rows. */
    record Changed(Standing now, String purpose, String by, String organisation, Instant at) implements Kept {}

    /** 授权: another organisation may have it for a purpose, until a day. */
    record Shared(Standing now, Share share, String by, String organisation, Instant at) implements Granted {}

    /** 撤回. */
    record Revoked(Standing now, Share share, String by, String organisation, Instant at) implements Granted {}

    /** 使用: a version was given to somebody. */
    record Used(Standing now, Use use, String purpose, String by, String organisation, Instant at)
            implements ExchangeEvent {}

    /** 拒绝: somebody reached for what is not theirs. */
    record Denied(Standing now, Denial denial, String purpose, String by, String organisation, Instant at)
            implements ExchangeEvent {}

    /**
     * What somebody was given of a version (数据使用).
     *
     * @param version its number
     * @param digest of the version
     * @param given SHA-256 of the bytes that left the house; the version's own where nothing was left out
     * @param grade up to which the caller is given fields
     * @param fields those that were given
     */
    record Use(int version, String digest, String given, DataGrade grade, List<String> fields, int rows) {

        public Use {
            fields = List.copyOf(fields);
        }
    }

    /**
     * What was refused (拒绝情形).
     *
     * @param tried {@code import}, {@code share} or {@code use}
     * @param why code of the refusal
     */
    record Denial(String tried, String why) {}
}
