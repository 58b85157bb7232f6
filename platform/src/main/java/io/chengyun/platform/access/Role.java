package io.chengyun.platform.access;

/** What somebody on the staff is there for (角色); each module lists which role may do what. */
public enum Role {
    /** 指挥长、值班长: watches over everything and decides disputes. */
    COMMANDER,
    /** 受理员: takes reports in and files cases. */
    ACCEPTOR,
    /** 派遣员: gives cases to organisations. */
    DISPATCHER,
    /** 处置人员: solves the problem on the spot. */
    HANDLER,
    /** 网格员、核查员: verifies before filing and inspects after handling. */
    INSPECTOR,
    /** 系统管理员: keeps accounts and settings; has no say in cases. */
    ADMINISTRATOR,
    /** 数据管理员: commissions devices, keeps their registry and their maintenance. */
    DATA_STEWARD
}
