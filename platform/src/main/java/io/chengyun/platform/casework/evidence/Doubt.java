package io.chengyun.platform.casework.evidence;

/** What does not fit about a piece of evidence (存疑): shown to whoever looks at it, never a reason to refuse it. */
public enum Doubt {
    /** Taken farther from the case than the setting allows. */
    FAR,
    /** The photo itself names another place than its sender. */
    OTHER_PLACE,
    /** The photo itself names another time than its sender. */
    OTHER_TIME
}
