package io.chengyun.platform.casework;

/** Where a case stands (案件状态), each state in its stage. */
public enum CaseState {
    /** 已上报. */
    REPORTED(Stage.COLLECT),
    /** 待核实: somebody looks whether it is there at all. */
    PENDING_VERIFICATION(Stage.COLLECT),
    /** 待立案. */
    PENDING_FILING(Stage.FILE),
    /** 已立案. */
    FILED(Stage.FILE),
    /** 不予立案. */
    NOT_FILED(Stage.FILE),
    /** 已并案: it goes on in another case. */
    MERGED(Stage.FILE),
    /** 待派遣. */
    PENDING_DISPATCH(Stage.DISPATCH),
    /** 已回退: the department says that it is not theirs. */
    RETURNED(Stage.DISPATCH),
    /** 待处置. */
    PENDING_HANDLING(Stage.HANDLE),
    /** 处置中. */
    HANDLING(Stage.HANDLE),
    /** 挂账、缓办: cannot be fixed now, with a day on which it can. */
    SUSPENDED(Stage.HANDLE),
    /** 已处置. */
    HANDLED(Stage.FEEDBACK),
    /** 待核查. */
    PENDING_INSPECTION(Stage.INSPECT),
    /** 核查未通过: work has to be done again. */
    INSPECTION_FAILED(Stage.INSPECT),
    /** 待结案. */
    PENDING_CLOSING(Stage.INSPECT),
    /** 已结案. */
    CLOSED(Stage.INSPECT),
    /** 强制结案. */
    FORCED_CLOSED(Stage.INSPECT);

    private final Stage stage;

    CaseState(Stage stage) {
        this.stage = stage;
    }

    public Stage stage() {
        return stage;
    }

    /** Whether it came to an end, from which only reopening leads back. */
    public boolean ended() {
        return this == NOT_FILED || this == MERGED || this == CLOSED || this == FORCED_CLOSED;
    }

    /** Whether somebody was asked to go and look at it (核实、核查). */
    public boolean isLookedAt() {
        return this == PENDING_VERIFICATION || this == PENDING_INSPECTION;
    }

    /** The seven stages of a case (七个阶段), in their order (GB/T 30428). */
    public enum Stage {
        /** 信息采集. */
        COLLECT,
        /** 案卷建立. */
        FILE,
        /** 任务派遣. */
        DISPATCH,
        /** 任务处理. */
        HANDLE,
        /** 处置反馈. */
        FEEDBACK,
        /** 核查结案. */
        INSPECT,
        /** 综合评价: has no states; figures are made of cases that reached an end. */
        EVALUATE
    }
}
