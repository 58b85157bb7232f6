package io.chengyun.acceptance.judge;

import io.chengyun.acceptance.judge.made.MadeMachine;

/** Scores flags on machines of our own (合成机器评分): row by row as SKAB does, those with faults and those without apart. */
final class MachineScore {

    /** Rows that detectors learn from, by SKAB's protocol. */
    static final int LEARNS = 400;

    private final PointScore faulty = new PointScore();
    private final PointScore sound = new PointScore();
    private int machines;

    void add(MadeMachine machine, boolean[] flags) {
        machines++;
        var score = machine.isFaulty() ? faulty : sound;
        for (int row = 0; row < flags.length; row++) {
            score.add(flags[row], machine.isFaulty(row));
        }
    }

    int machines() {
        return machines;
    }

    PointScore faulty() {
        return faulty;
    }

    PointScore sound() {
        return sound;
    }
}
