package io.chengyun.platform.intake;

import io.chengyun.kernel.AreaCode;
import io.chengyun.platform.address.Spot.Reach;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks the city to see to (诉求), and how far it is. Who asked stands elsewhere, in {@link Contact}.
 *
 * @param id the number by which the citizen asks for it
 * @param externalId its number where it came from, such as the hotline's; null where it came to us first
 * @param progress how far the city is with it
 * @param erasedAt when the words of who asked were erased (抹除); null while they are kept
 */
public record ServiceRequest(
        String id,
        Channel channel,
        @Nullable String externalId,
        Asked asked,
        Spot spot,
        Instant receivedAt,
        Progress progress,
        @Nullable Instant erasedAt) {

    /** One that nobody had erased. */
    public ServiceRequest(
            String id,
            Channel channel,
            @Nullable String externalId,
            Asked asked,
            Spot spot,
            Instant receivedAt,
            Progress progress) {
        this(id, channel, externalId, asked, spot, receivedAt, progress, null);
    }

    ServiceRequest with(Progress newer) {
        return new ServiceRequest(id, channel, externalId, asked, spot, receivedAt, newer, erasedAt);
    }

    /** The same without the words of who asked, as if they had said nothing: the class, the part, the point and the times stay. */
    ServiceRequest erased() {
        return erased(erasedAt);
    }

    ServiceRequest erased(@Nullable Instant at) {
        var silent = new Asked(asked.service, "", Map.of(), null, asked.asset);
        var unnamed = new Spot(spot.town, spot.grid, spot.lon, spot.lat, null, spot.reach);
        return new ServiceRequest(id, channel, externalId, silent, unnamed, receivedAt, progress, at);
    }

    /** By which way it came (来源渠道). */
    public enum Channel {
        /** Open311: an app or a web form. */
        OPEN311,
        /** 12345 热线: the hotline's desk. */
        HOTLINE,
        /** 批量导入: a batch of another system. */
        IMPORT
    }

    /**
     * 诉求内容.
     *
     * @param service the case class asked for, a code of the scenarios
     * @param description in the citizen's words, may be empty
     * @param attributes answers to what the service asks besides, by code
     * @param mediaUrl address of a picture or recording; null without one
     * @param asset code of the part (部件编码) that it is about; null where nobody said
     */
    public record Asked(
            String service,
            String description,
            Map<String, List<String>> attributes,
            @Nullable String mediaUrl,
            @Nullable String asset) {

        /** Where nobody said which part it is about. */
        public Asked(
                String service, String description, Map<String, List<String>> attributes, @Nullable String mediaUrl) {
            this(service, description, attributes, mediaUrl, null);
        }

        public Asked {
            attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
        }
    }

    /**
     * 地点, in WGS84 degrees.
     *
     * @param address as it was given; null where only a point was
     * @param reach how far down the address leads to the point; null where the point was given
     */
    public record Spot(
            AreaCode town,
            AreaCode grid,
            double lon,
            double lat,
            @Nullable String address,
            @Nullable Reach reach) {

        /** Whether the point is where it is, and not somewhere in a road, a committee or a town. */
        public boolean isExact() {
            return reach == null || reach == Reach.DOOR || reach == Reach.BETWEEN_DOORS || reach == Reach.PLACE;
        }
    }

    /** Whether anything is still to be done (办理状态). */
    public enum Status {
        /** 办理中. */
        OPEN,
        /** 已办结. */
        CLOSED
    }

    /**
     * 拆分事项: a second matter in what was asked, which goes its own way.
     *
     * @param caseId the case in which it does
     * @param service the case class that it is of
     */
    public record Part(String caseId, String service) {}

    /**
     * 进展: what a citizen may know of the case.
     *
     * @param caseId the case; null before there is one
     * @param step the case's state, such as {@code HANDLING}; null before there is one
     * @param holder the organisation that has it now; null before there is one
     * @param expectedAt when it is to be done; null before that is known, which it is at once where it was promised
     * @param revision of the case, 0 before there is one: what is older than this is no news
     * @param part the part of the matter of which the step is, where it was split off; null where it is of the case itself
     */
    public record Progress(
            Status status,
            @Nullable String caseId,
            @Nullable String step,
            @Nullable String holder,
            @Nullable Instant expectedAt,
            Instant updatedAt,
            long revision,
            @Nullable Part part) {

        /** Where nothing was split off. */
        public Progress(
                Status status,
                @Nullable String caseId,
                @Nullable String step,
                @Nullable String holder,
                @Nullable Instant expectedAt,
                Instant updatedAt,
                long revision) {
            this(status, caseId, step, holder, expectedAt, updatedAt, revision, null);
        }

        static Progress begun(Instant at) {
            return begun(at, null);
        }

        static Progress begun(Instant at, @Nullable Instant promisedAt) {
            return new Progress(Status.OPEN, null, null, null, promisedAt, at, 0);
        }
    }
}
