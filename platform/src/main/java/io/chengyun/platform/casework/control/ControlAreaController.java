package io.chengyun.platform.casework.control;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Control areas over HTTP (管控区域接口), for maps and for who wants to report. */
@RestController
class ControlAreaController {

    private final ControlAreas areas;

    ControlAreaController(ControlAreas areas) {
        this.areas = areas;
    }

    @GetMapping("/api/control-areas")
    List<ControlArea> list() {
        return areas.list();
    }
}
