package io.chengyun.platform.intake.batch;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.intake.IntakeRefusal;
import io.chengyun.platform.intake.batch.Batches.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The door for batches over HTTP (批量导入接口). */
@RestController
class RequestBatchController {

    private final Batches batches;
    private final Path district;

    RequestBatchController(Batches batches, @Value("${chengyun.place.district:districts/minhang}") String district) {
        this.batches = batches;
        this.district = Path.of(district);
    }

    /**
     * Takes a table in, each row by itself.
     *
     * @param file comma-separated, in UTF-8 or GBK
     * @param mapping how it is read; the district's {@code hotline.yml} where none is sent
     */
    @PostMapping("/api/intake/batches")
    Outcome take(@RequestParam MultipartFile file, @RequestParam @Nullable MultipartFile mapping, Caller caller)
            throws IOException {
        if (!caller.hasAny(Role.ACCEPTOR, Role.COMMANDER)) {
            throw new Refused(IntakeRefusal.NOT_YOUR_ROLE);
        }
        var read = mapping == null
                ? BatchMapping.read(district.resolve("hotline.yml"))
                : BatchMapping.read(new String(mapping.getBytes(), StandardCharsets.UTF_8));
        var table = Files.createTempFile("batch", ".csv");
        try {
            file.transferTo(table);
            return batches.take(table, read, caller.id());
        } finally {
            Files.delete(table);
        }
    }
}
