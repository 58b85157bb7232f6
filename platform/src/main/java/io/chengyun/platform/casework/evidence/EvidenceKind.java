package io.chengyun.platform.casework.evidence;

/** What a piece of evidence shows (证据种类). */
public enum EvidenceKind {
    /** 远景: where it is. */
    FAR,
    /** 近景: what it is. */
    NEAR,
    /** 参照: something beside it by which size and place are known. */
    REFERENCE,
    /** 处置前. */
    BEFORE,
    /** 处置后. */
    AFTER,
    /** 语音: spoken, not shown; it never counts as a photo. */
    VOICE
}
