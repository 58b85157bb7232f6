package io.chengyun.acceptance.judge.made;

import java.util.List;

/** Machines of a city (合成机器种类): what their sensors read of what goes on inside. */
enum MachineKind {
    /** A station's pump on a pipe: pressures before and behind it, flow, power, temperatures, vibration. */
    PUMP(List.of(Fault.THROTTLED, Fault.LEAK, Fault.IMBALANCE, Fault.CAVITATION, Fault.FRICTION)) {
        @Override
        double[] read(Body body) {
            double flow = flow(body, 12, 60);
            double head = head(body, flow);
            double bubbles = body.fault(Fault.CAVITATION);
            return new double[] {
                1.2 - 0.02 * flow * flow / 100 + body.noise(0.01 + 0.2 * bubbles),
                head / 10 + 1.2 + body.noise(0.02 + 0.5 * bubbles),
                flow * (1 - body.fault(Fault.LEAK)) * (1 + body.noise(0.01 + 0.3 * bubbles)),
                current(body, flow * head / 400),
                body.warmth + body.noise(0.1),
                body.bearing + body.noise(0.15),
                body.vibration(2.2),
                body.vibration(1.5)
            };
        }
    },
    /** A tunnel's or a station's fan: no height to overcome, a damper, a slower bearing. */
    FAN(List.of(Fault.THROTTLED, Fault.IMBALANCE, Fault.FRICTION, Fault.FOULED)) {
        @Override
        double[] read(Body body) {
            double flow = flow(body, 0, 60);
            double head = head(body, flow);
            return new double[] {
                head * 8 + body.noise(3),
                flow * 3 * (1 + body.noise(0.015)),
                1_450 * body.load() + body.noise(2),
                current(body, flow * head / 400),
                body.around + body.noise(0.2),
                body.bearing + body.noise(0.15),
                body.vibration(3)
            };
        }
    },
    /** A compressor that fills a vessel and rests in between: its pressure saws up and down. */
    COMPRESSOR(List.of(Fault.THROTTLED, Fault.LEAK, Fault.FRICTION, Fault.FOULED)) {
        @Override
        double[] read(Body body) {
            double works = body.fills ? 1 : 0.35;
            return new double[] {
                6 + 1.5 * body.vessel + body.noise(0.03),
                current(body, works * (0.8 + 0.2 * body.vessel)),
                body.warmth + 40 * works * 0.1 + body.noise(0.2),
                body.bearing + body.noise(0.2),
                (body.fills ? 9 * (1 - body.fault(Fault.THROTTLED)) : 0) + Math.abs(body.noise(0.15)),
                body.vibration(4 * works)
            };
        }
    },
    /** An escalator or a lift's drive: people come and go, the chain and the handrail run with it. */
    DRIVE(List.of(Fault.FRICTION, Fault.IMBALANCE, Fault.FOULED, Fault.LEAK)) {
        @Override
        double[] read(Body body) {
            double people = 0.4 + 20 * Math.abs(body.load() - 0.9);
            double slips = body.fault(Fault.LEAK);
            return new double[] {
                0.5 * body.mains() + body.noise(0.001),
                0.5 * body.mains() * (1 - 0.3 * slips) + body.noise(0.002),
                current(body, 0.3 + 0.1 * people),
                230 * body.mains() + body.noise(0.3),
                body.warmth + body.noise(0.1),
                body.bearing + body.noise(0.1),
                body.vibration(1.2),
                body.vibration(0.8),
                body.around + body.noise(0.2)
            };
        }
    };

    private final List<Fault> faults;

    MachineKind(List<Fault> faults) {
        this.faults = faults;
    }

    List<Fault> faults() {
        return faults;
    }

    abstract double[] read(Body body);

    private static final double SHUT_OFF = 40;
    private static final double PUMP_BENDS = 0.06;

    /** Where the machine's curve and the pipe's meet; the pipe lifts by so much and takes the rest at full flow. */
    private static double flow(Body body, double lifts, double resists) {
        double opening = 1 - body.fault(Fault.THROTTLED);
        double pipe = resists / 1_000 / (opening * opening) * Math.pow(1 - body.fault(Fault.LEAK), 2);
        double drives = SHUT_OFF * body.load() * body.load() * (1 - body.fault(Fault.CAVITATION)) - lifts;
        return Math.sqrt(Math.max(0, drives) / (PUMP_BENDS + pipe));
    }

    private static double head(Body body, double flow) {
        double full = SHUT_OFF * body.load() * body.load() * (1 - body.fault(Fault.CAVITATION));
        return full - PUMP_BENDS * flow * flow;
    }

    /** Amperes for this share of the full power, and what runs empty. */
    private static double current(Body body, double power) {
        double idle = 0.3 * body.load() * body.load();
        return 20 * (power + idle) * (1 + body.fault(Fault.FRICTION)) / body.mains() + body.noise(0.12);
    }
}
