package io.chengyun.platform.journal;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import io.chengyun.kernel.DomainEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.databind.json.JsonMapper;

/** An event's canonical JSON (RFC 8785): the same event gives the same bytes, on every machine and in every year. */
final class CanonicalJson {

    private final JsonMapper mapper;

    CanonicalJson(JsonMapper base) {
        // only what a record holds goes into the journal, never what it can compute
        this.mapper = base.rebuild()
                .changeDefaultVisibility(seen -> seen.withGetterVisibility(Visibility.NONE)
                        .withIsGetterVisibility(Visibility.NONE)
                        .withFieldVisibility(Visibility.ANY))
                .build();
    }

    String write(DomainEvent event) {
        try {
            return new JsonCanonicalizer(mapper.writeValueAsString(event)).getEncodedString();
        } catch (IOException e) {
            throw new UncheckedIOException(event.getClass() + " has no canonical form", e);
        }
    }

    <E extends DomainEvent> E read(String payload, Class<E> type) {
        return mapper.readValue(payload, type);
    }
}
