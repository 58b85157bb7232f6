package io.chengyun.rules.window;

import io.chengyun.rules.History;
import java.util.Arrays;

/** The window's values in order (有序窗口), for a quantile by nearest rank. */
final class Ordered implements Sliding {

    private static final int FIRST_LENGTH = 8;
    /** So that 0.07 of 100 is the seventh. */
    private static final double ROUNDING = 1e-9;

    private final double q;
    private double[] values = new double[FIRST_LENGTH];
    private int size;

    Ordered(double q) {
        this.q = q;
    }

    @Override
    public void clear() {
        size = 0;
    }

    @Override
    public void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        int place = place(value);
        System.arraycopy(values, place, values, place + 1, size - place);
        values[place] = value;
        size++;
    }

    @Override
    public void drop(History history, long oldest) {
        int place = place(history.value(oldest - 1));
        size--;
        System.arraycopy(values, place + 1, values, place, size - place);
    }

    private int place(double value) {
        int found = Arrays.binarySearch(values, 0, size, value);
        return found < 0 ? -found - 1 : found;
    }

    @Override
    public double value(int samples) {
        int rank = (int) Math.ceil(q * size - ROUNDING);
        return values[Math.max(0, rank - 1)];
    }
}
