package io.chengyun.platform.exchange;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where tables lie and how large they may be (共享设置).
 *
 * @param folder where versions lie by their digest; a string, because Spring refuses a Path that begins with {@code ..} in a
 *     web server
 * @param rows most rows of a table
 * @param text most characters of a table once it is unpacked; {@code spring.servlet.multipart} bounds its bytes before that
 */
@ConfigurationProperties("chengyun.exchange")
record ExchangeSettings(
        @DefaultValue("data/exchange") String folder,
        @DefaultValue("200000") int rows,
        @DefaultValue("32000000") int text) {}
