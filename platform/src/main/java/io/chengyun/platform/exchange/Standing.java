package io.chengyun.platform.exchange;

import org.jspecify.annotations.Nullable;

/**
 * How a data set stands (数据集现状).
 *
 * @param owner code of the organisation
 * @param version the newest; null before the first
 */
public record Standing(
        String code,
        String owner,
        DataGrade grade,
        @Nullable Version version) {

    static Standing of(DataSet set, @Nullable Version version) {
        return new Standing(set.code(), set.owner(), set.grade(), version);
    }
}
