package io.chengyun.platform.sensing.sensorthings;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.sensing.SensingRefusal;
import io.chengyun.platform.sensing.device.DeviceKeys;
import io.chengyun.platform.sensing.device.Sender;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets in devices that know the key (设备密钥), or all of them where no key is set. A device with a credential of its own may
 * show that instead: then it sends observations of its own streams and does nothing else.
 */
@Configuration(proxyBeanMethods = false)
class DeviceKey implements WebMvcConfigurer, HandlerInterceptor {

    private static final String BEARER = "Bearer ";

    /** Where a device posts; whatever is not written just so is nothing for it. */
    private static final Pattern OBSERVATIONS =
            Pattern.compile("/v1\\.[01]/(?:CreateObservations|(?:(?:Multi)?Datastreams\\(\\d{1,18}\\)/)?Observations)");

    private final SensorThingsSettings settings;
    private final DeviceKeys keys;
    private final CurrentSender sender;

    DeviceKey(SensorThingsSettings settings, DeviceKeys keys, CurrentSender sender) {
        this.settings = settings;
        this.keys = keys;
        this.sender = sender;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/v1.0/**", "/v1.1/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var known = recognise(request.getHeader(HttpHeaders.AUTHORIZATION));
        if (known.thing() != null && !sendsObservations(request)) {
            throw new Refused(SensingRefusal.NOT_A_DEVICES);
        }
        sender.is(known, request);
        return true;
    }

    private Sender recognise(@Nullable String sent) {
        boolean open = settings.deviceKey().isEmpty();
        if (!open && sent != null && same(BEARER + settings.deviceKey(), sent)) {
            return Sender.HOUSE;
        }
        var device = sent == null || !sent.startsWith(BEARER)
                ? Optional.<Sender>empty()
                : keys.findByToken(sent.substring(BEARER.length()));
        return device.or(() -> open ? Optional.of(Sender.ANONYMOUS) : Optional.empty())
                .orElseThrow(() -> new Refused(SensingRefusal.DEVICE_UNKNOWN));
    }

    private static boolean sendsObservations(HttpServletRequest request) {
        return request.getMethod().equals("POST")
                && OBSERVATIONS.matcher(request.getRequestURI()).matches();
    }

    /** Takes as long for a wrong key as for the right one. */
    private static boolean same(String wanted, String sent) {
        return MessageDigest.isEqual(wanted.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }
}
