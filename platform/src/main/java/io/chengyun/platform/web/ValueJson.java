package io.chengyun.platform.web;

import io.chengyun.kernel.AreaCode;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** How the kernel's value types look in JSON: a code is a string. */
@Configuration(proxyBeanMethods = false)
public class ValueJson {

    @Bean
    public JacksonModule kernelValues() {
        return new SimpleModule("kernel")
                .addSerializer(new AreaCodeWriter())
                .addDeserializer(AreaCode.class, new AreaCodeReader());
    }

    private static final class AreaCodeWriter extends StdSerializer<AreaCode> {

        AreaCodeWriter() {
            super(AreaCode.class);
        }

        @Override
        public void serialize(AreaCode code, JsonGenerator json, SerializationContext context) {
            json.writeString(code.value());
        }
    }

    private static final class AreaCodeReader extends StdDeserializer<AreaCode> {

        AreaCodeReader() {
            super(AreaCode.class);
        }

        @Override
        public AreaCode deserialize(JsonParser json, DeserializationContext context) {
            return new AreaCode(json.getString());
        }
    }
}
