package io.chengyun.platform.evaluation.indicator;

/** Whose work is looked at (评价对象): an area of three sizes, a department, a post or a person. */
public enum Subject {
    /** 区. */
    DISTRICT,
    /** 街镇. */
    TOWN,
    /** 综合网格. */
    GRID,
    /** 部门: for cases the one that has to solve it, for turns the one on whose desk they lie. */
    DEPARTMENT,
    /** 岗位: acceptor, dispatcher, handler, inspector; what the house did by itself stands apart. */
    POST,
    /** 人员. */
    PERSON
}
