package io.chengyun.platform.sensing.registry;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.qr.QrCode;
import io.chengyun.platform.sensing.device.DeviceKeys;
import io.chengyun.platform.sensing.registry.CandidateTable.Problem;
import io.chengyun.platform.sensing.registry.Clusters.Box;
import io.chengyun.platform.sensing.registry.Clusters.Cluster;
import io.chengyun.platform.sensing.registry.DeviceCatalogue.Page;
import io.chengyun.platform.sensing.registry.DeviceCatalogue.StreamView;
import io.chengyun.platform.sensing.registry.DeviceCatalogue.View;
import io.chengyun.platform.sensing.registry.DeviceOffice.OnTheSpot;
import io.chengyun.platform.sensing.registry.DeviceOffice.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Devices over HTTP (设备接口). */
@RestController
@RequestMapping("/api/devices")
class DeviceController {

    private static final int STICKER_PIXELS = 480;

    private final DeviceCatalogue catalogue;
    private final DeviceOffice office;

    DeviceController(DeviceCatalogue catalogue, DeviceOffice office) {
        this.catalogue = catalogue;
        this.office = office;
    }

    /** What lies in sight, gathered. */
    record ClusterList(List<Cluster> clusters) {}

    /**
     * A device that was just put to work (投运结果).
     *
     * @param issued its credential with the token that nobody is told again
     */
    record PutToWork(View view, DeviceKeys.Issued issued) {}

    @GetMapping
    Page list(DeviceQuery query, Caller caller) {
        return catalogue.list(query, caller);
    }

    /**
     * Devices in sight, those that lie close together as one.
     *
     * @param bbox west,south,east,north in degrees
     */
    @GetMapping("/clusters")
    ClusterList clusters(@RequestParam String bbox, @RequestParam double zoom, DeviceQuery query, Caller caller) {
        return new ClusterList(catalogue.clusters(new Clusters(Box.of(bbox), zoom), query, caller));
    }

    @GetMapping("/{code}")
    View get(@PathVariable String code, Caller caller) {
        return catalogue.view(catalogue.get(code, caller));
    }

    /** The sticker: opens the console where this device is put to work, or looked at. */
    @GetMapping(path = "/{code}/qr.png", produces = MediaType.IMAGE_PNG_VALUE)
    byte[] sticker(@PathVariable String code, HttpServletRequest request) {
        var house = ServletUriComponentsBuilder.fromContextPath(request).toUriString();
        var name = URLEncoder.encode(CandidateTable.code(code), StandardCharsets.UTF_8);
        return QrCode.png(house + "/#/?device=" + name, STICKER_PIXELS, QrCode.Sturdiness.STICKER)
                .orElseThrow(() -> new Malformed("id", "too long for a sticker"));
    }

    /** One stream of a device, and the device it belongs to. */
    @GetMapping("/streams/{stream}")
    StreamView stream(@PathVariable long stream, Caller caller) {
        return catalogue.stream(stream, caller);
    }

    /** Puts a device to work; the token of its credential is shown this once. */
    @PostMapping("/{code}/commission")
    PutToWork commission(@PathVariable String code, @RequestBody OnTheSpot said, Caller caller) {
        var issued = office.commission(code, said, caller);
        return new PutToWork(get(code, caller), issued);
    }

    /**
     * Takes a CSV file in; 422 with all problems if one row is wrong and {@code partial} was not said. The tokens of the
     * devices' credentials are shown this once.
     */
    @PostMapping("/commission")
    ResponseEntity<Outcome> commission(
            @RequestParam MultipartFile file, @RequestParam(defaultValue = "false") boolean partial, Caller caller)
            throws IOException {
        try (var text = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            var outcome = office.commission(text, partial, caller);
            List<Problem> wrong = outcome.problems();
            boolean taken = wrong.isEmpty() || partial;
            return ResponseEntity.status(taken ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                    .body(outcome);
        }
    }

    @PostMapping("/{code}/retire")
    View retire(@PathVariable String code, Caller caller) {
        office.retire(code, caller);
        return get(code, caller);
    }
}
