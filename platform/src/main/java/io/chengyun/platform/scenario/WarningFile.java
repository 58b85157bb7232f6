package io.chengyun.platform.scenario;

import io.chengyun.platform.scenario.WarningPolicy.Danger;
import io.chengyun.platform.scenario.WarningPolicy.Receipt;
import io.chengyun.platform.scenario.file.Section;
import java.util.HashSet;
import java.util.List;

/** Reads {@code warning.yml} (预警文件): the dangers, their quiet time and who must have seen them. */
final class WarningFile {

    private static final List<String> HOLDERS = List.of("grid_station", "town_centre", "department", "district_centre");

    private final HashSet<String> codes = new HashSet<>();

    WarningPolicy read(Section file) {
        var dangers = file.sections("dangers").stream().map(this::danger).toList();
        file.noOthers();
        return new WarningPolicy(dangers);
    }

    private Danger danger(Section danger) {
        var code = danger.text("code", "[a-z][a-z-]*", "use lower-case letters and hyphens");
        if (!codes.add(code)) {
            danger.wrong("code", "danger '" + code + "' stands here twice; keep one");
        }
        var receipts =
                danger.sections("receipts").stream().map(WarningFile::receipt).toList();
        for (int i = 1; i < receipts.size(); i++) {
            if (!receipts.get(i).from().graverThan(receipts.get(i - 1).from())) {
                danger.wrong("receipts", "receipts must go from mild to grave, each grade once");
            }
        }
        var name = danger.text("name");
        var nameEn = danger.text("nameEn");
        var made = new Danger(code, name, nameEn, danger.text("icon"), danger.duration("quiet"), receipts);
        danger.noOthers();
        return made;
    }

    private static Receipt receipt(Section receipt) {
        var made = new Receipt(
                receipt.grade("from"),
                receipt.duration("within"),
                receipt.oneOf("by", HOLDERS),
                receipt.oneOf("otherwise", HOLDERS));
        receipt.noOthers();
        return made;
    }
}
