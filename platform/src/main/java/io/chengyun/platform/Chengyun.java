package io.chengyun.platform;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/** The house's front step: one process, everything in it. */
@Modulithic(systemName = "Chengyun 城运")
@SpringBootApplication
@ConfigurationPropertiesScan
public class Chengyun {

    public static void main(String[] arguments) {
        SpringApplication.run(Chengyun.class, arguments);
    }
}
