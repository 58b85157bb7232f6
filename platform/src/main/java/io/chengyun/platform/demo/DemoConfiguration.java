package io.chengyun.platform.demo;

import io.chengyun.platform.place.Places;
import io.chengyun.platform.sensing.Sensing;
import java.time.InstantSource;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** What the demo has that a real city has not: a fast clock and a storm. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoConfiguration {

    @Bean
    FastClock clock(
            @Qualifier("wallClock") InstantSource wallClock,
            @Value("${chengyun.zone:Asia/Shanghai}") ZoneId zone,
            DemoSettings settings) {
        return new FastClock(wallClock, zone, settings.behind(), settings.speed());
    }

    @Bean
    StormPlayer stormPlayer(DemoSettings settings, FastClock clock, Places places, Sensing sensing) {
        var storm = new DesignStorm(settings.returnYears(), settings.length(), settings.peak());
        return new StormPlayer(
                new StormTrack(storm, places.districtCentre()), SampleDevices.of(places), clock, sensing);
    }
}
