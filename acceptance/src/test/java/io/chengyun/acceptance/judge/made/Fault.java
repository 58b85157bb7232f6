package io.chengyun.acceptance.judge.made;

/** What befalls a machine (合成机器故障). The size of 1 is a fault that a mechanic would call plain. */
enum Fault {
    /** A valve or a damper closes by so much of its opening. */
    THROTTLED(0.35),
    /** So much of what flows is lost on its way. */
    LEAK(0.12),
    /** A rotor shakes by so much more. */
    IMBALANCE(0.8),
    /** Bubbles: head is lost, and all that flows trembles. */
    CAVITATION(0.1),
    /** A bearing or a chain takes so much more power and turns it into heat. */
    FRICTION(0.2),
    /** So much less of the heat is carried away. */
    FOULED(0.3);

    final double plain;

    Fault(double plain) {
        this.plain = plain;
    }
}
