package io.chengyun.platform.dispatch;

import io.chengyun.kernel.AreaCode;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.dispatch.Dispatch.ReturnFigure;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The door of dispatch over HTTP (派遣接口). */
@RestController
class DispatchController {

    private final Dispatch dispatch;

    DispatchController(Dispatch dispatch) {
        this.dispatch = dispatch;
    }

    /** How often work came back, by class, town and organisation; each a reason to correct the duty list. */
    @GetMapping("/api/dispatch/returns")
    List<ReturnFigure> returns(Caller caller) {
        return dispatch.returns().stream()
                .filter(figure -> caller.mayEnter(new AreaCode(figure.town())))
                .toList();
    }
}
