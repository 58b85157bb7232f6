package io.chengyun.platform.casework.evidence;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What is taken as evidence and where it lies (证据设置).
 *
 * @param folder where the files lie while no S3 store is named; a string, because Spring refuses a Path that begins with
 *     {@code ..} in a web server
 * @param photo most bytes of a photo; {@code spring.servlet.multipart} bounds it before it is read
 * @param voice most bytes of a voice note
 * @param pixels most pixels of a photo, by its header, before anything is unpacked
 * @param farMetres beyond this distance a photo is doubted: from the case, and between what it says itself and its sender
 * @param apart beyond this a photo's own time and that of its sender are doubted
 */
@ConfigurationProperties("chengyun.casework.evidence")
record EvidenceSettings(
        @DefaultValue("data/evidence") String folder,
        @DefaultValue("10MB") DataSize photo,
        @DefaultValue("2MB") DataSize voice,
        @DefaultValue("50000000") long pixels,
        @DefaultValue("200") int farMetres,
        @DefaultValue("1h") Duration apart) {}
