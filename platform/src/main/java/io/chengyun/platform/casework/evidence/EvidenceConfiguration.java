package io.chengyun.platform.casework.evidence;

import io.chengyun.platform.objects.Bucket;
import java.nio.file.Path;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where evidence lies in this house: a folder, or S3 where one is named. */
@Configuration(proxyBeanMethods = false)
class EvidenceConfiguration {

    @Bean
    EvidenceLimits evidenceLimits(@Value("${chengyun.place.district:districts/minhang}") String district) {
        return EvidenceLimits.read(Path.of(district));
    }

    @Bean
    EvidenceStore evidenceStore(
            EvidenceSettings settings, S3Settings s3, @Qualifier("wallClock") InstantSource wallClock) {
        return s3.endpoint().isBlank()
                ? new FolderStore(Path.of(settings.folder()))
                : new S3Store(new Bucket(s3.place(), wallClock));
    }
}
