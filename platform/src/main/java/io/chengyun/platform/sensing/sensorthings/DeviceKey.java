package io.chengyun.platform.sensing.sensorthings;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.sensing.SensingRefusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets in devices that know the key (设备密钥), or all of them where no key is set. */
@Configuration(proxyBeanMethods = false)
class DeviceKey implements WebMvcConfigurer, HandlerInterceptor {

    private final SensorThingsSettings settings;

    DeviceKey(SensorThingsSettings settings) {
        this.settings = settings;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/v1.0/**", "/v1.1/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var sent = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (!settings.deviceKey().isEmpty() && (sent == null || !same("Bearer " + settings.deviceKey(), sent))) {
            throw new Refused(SensingRefusal.DEVICE_UNKNOWN);
        }
        return true;
    }

    /** Takes as long for a wrong key as for the right one. */
    private static boolean same(String wanted, String sent) {
        return MessageDigest.isEqual(wanted.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }
}
