package io.chengyun.platform.intake.open311;

import io.chengyun.kernel.Fault;
import io.chengyun.kernel.Malformed;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** Writes a document as the address's extension asks (输出格式): XML, or JSON. */
enum Rendering {
    XML(new MediaType("text", "xml", StandardCharsets.UTF_8)) {
        @Override
        String text(String root, Object document) {
            try {
                var text = new StringWriter();
                var writer = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
                writer.writeStartDocument("utf-8", "1.0");
                write(writer, root, document);
                writer.writeEndDocument();
                return text.toString();
            } catch (XMLStreamException broken) {
                throw new Fault("intake:unwritable", broken);
            }
        }
    },
    JSON(new MediaType("application", "json", StandardCharsets.UTF_8)) {
        @Override
        String text(String root, Object document) {
            return MAPPER.writeValueAsString(document);
        }
    };

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** What one thing of a list is called in XML. */
    private static final Map<String, String> ONE_OF = Map.of(
            "services", "service",
            "service_requests", "request",
            "service_request_updates", "request_update",
            "errors", "error",
            "endpoints", "endpoint",
            "formats", "format",
            "attributes", "attribute");

    private final MediaType type;

    Rendering(MediaType type) {
        this.type = type;
    }

    /** The format that this extension names. */
    static Rendering of(String extension) {
        return switch (extension) {
            case "xml" -> XML;
            case "json" -> JSON;
            default -> throw new Malformed("format", "ask for .xml or .json");
        };
    }

    ResponseEntity<byte[]> answer(HttpStatusCode status, String root, Object document) {
        return ResponseEntity.status(status)
                .contentType(type)
                .body(text(root, document).getBytes(StandardCharsets.UTF_8));
    }

    abstract String text(String root, Object document);

    private static void write(XMLStreamWriter writer, String name, Object value) throws XMLStreamException {
        writer.writeStartElement(name);
        if (value instanceof Map<?, ?> tree) {
            for (var entry : tree.entrySet()) {
                write(writer, String.valueOf(entry.getKey()), entry.getValue());
            }
        } else if (value instanceof List<?> list) {
            for (var one : list) {
                write(writer, ONE_OF.getOrDefault(name, name), one);
            }
        } else {
            writer.writeCharacters(printable(String.valueOf(value)));
        }
        writer.writeEndElement();
    }

    /** XML knows no control characters but tab and line ends, and no half of a pair. */
    private static String printable(String text) {
        return text.codePoints()
                .filter(one -> one >= ' ' && one != 0xFFFE && one != 0xFFFF && !(one >= 0xD800 && one <= 0xDFFF)
                        || one == '\t'
                        || one == '\n'
                        || one == '\r')
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
