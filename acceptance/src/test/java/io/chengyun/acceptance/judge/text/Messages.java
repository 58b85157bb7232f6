package io.chengyun.acceptance.judge.text;

import io.chengyun.platform.table.TableReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Real citizens' messages (市民留言): a headline and what is behind it. */
record Messages(List<Message> all) {

    /** The labelled ones. */
    static final String LABELLED = "requests_zh/teddy_att2.csv.gz";

    record Message(String id, String text, String label) {}

    static Messages labelled(Path data) {
        var all = new ArrayList<Message>();
        new TableReader(data.resolve(LABELLED), List.of("留言编号", "留言主题", "留言详情", "一级标签"))
                .read(row -> all.add(new Message(row.get(0), row.get(1) + "\n" + row.get(2), row.get(3))), torn -> {
                    throw new IllegalStateException(torn);
                });
        return new Messages(List.copyOf(all));
    }
}
