package io.chengyun.platform.intake;

import io.chengyun.platform.intake.Intake.Box;
import io.chengyun.platform.intake.Intake.Query;
import io.chengyun.platform.intake.ServiceRequest.Channel;
import io.chengyun.platform.intake.ServiceRequest.Progress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Requests, and apart from them who asked, in schema {@code intake}. */
@Component
class RequestStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    RequestStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A number that no request had before; some may be left out. */
    long nextNumber() {
        return jdbc.sql("select nextval('intake.request_number')")
                .query(Long.class)
                .single();
    }

    /**
     * Adds a new one, with the first of its steps.
     *
     * @param addressCode the door or place that its address names; null where it names none
     */
    void add(ServiceRequest request, Contact contact, @Nullable String addressCode) {
        jdbc.sql("""
                        insert into intake.request
                          (id, channel, external_id, service, received_at, status, lon, lat, address_code, exact, body)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                        """)
                .param(request.id())
                .param(request.channel().name())
                .param(request.externalId())
                .param(request.asked().service())
                .param(Timestamp.from(request.receivedAt()))
                .param(request.progress().status().name())
                .param(request.spot().lon())
                .param(request.spot().lat())
                .param(addressCode)
                .param(request.spot().isExact())
                .param(json.writeValueAsString(request))
                .update();
        jdbc.sql("insert into intake.step (request, number, body) values (?, 1, ?::jsonb)")
                .params(request.id(), json.writeValueAsString(request.progress()))
                .update();
        if (!contact.equals(Contact.unknown())) {
            var phone = contact.phone();
            jdbc.sql("insert into intake.contact (request, last_digits, digits, body) values (?, ?, ?, ?::jsonb)")
                    .param(request.id())
                    .param(contact.lastDigits())
                    .param(phone == null ? null : Contact.digits(phone))
                    .param(json.writeValueAsString(contact))
                    .update();
        }
    }

    /** Keeps the request as it is now, and that as the next of its steps. */
    void save(ServiceRequest request) {
        jdbc.sql("""
                        with moved as (
                            update intake.request set status = ?, case_id = ?, body = ?::jsonb where id = ? returning id)
                        insert into intake.step (request, number, body)
                        select id, (select count(*) + 1 from intake.step where request = moved.id), ?::jsonb from moved
                        """)
                .param(request.progress().status().name())
                .param(request.progress().caseId())
                .param(json.writeValueAsString(request))
                .param(request.id())
                .param(json.writeValueAsString(request.progress()))
                .update();
    }

    /** Forgets who asked and what is kept of their words beside the request itself. */
    void erase(ServiceRequest erased, Instant at) {
        jdbc.sql("update intake.request set address_code = null, erased_at = ?, body = ?::jsonb where id = ?")
                .params(Timestamp.from(at), json.writeValueAsString(erased), erased.id())
                .update();
        jdbc.sql("delete from intake.contact where request = ?")
                .param(erased.id())
                .update();
        jdbc.sql("delete from intake.meaning where request = ?")
                .param(erased.id())
                .update();
    }

    Optional<ServiceRequest> find(String id) {
        return jdbc.sql("select body from intake.request where id = ?")
                .param(id)
                .query(this::request)
                .optional();
    }

    Optional<ServiceRequest> find(Channel channel, String externalId) {
        return jdbc.sql("select body from intake.request where channel = ? and external_id = ?")
                .params(channel.name(), externalId)
                .query(this::request)
                .optional();
    }

    /** What was asked from this telephone, the newest first. */
    List<ServiceRequest> listFrom(String digits, int limit) {
        return jdbc.sql("""
                        select request.body from intake.request join intake.contact on request.id = contact.request
                        where contact.digits = ? order by received_at desc, id desc limit ?
                        """).params(digits, limit).query(this::request).list();
    }

    List<ServiceRequest> listBehind(String caseId) {
        return jdbc.sql("select body from intake.request where case_id = ? order by received_at, id")
                .param(caseId)
                .query(this::request)
                .list();
    }

    List<Progress> listSteps(String id) {
        return jdbc.sql("select body from intake.step where request = ? order by number")
                .param(id)
                .query((row, number) -> json.readValue(row.getString("body"), Progress.class))
                .list();
    }

    /**
     * Who asks for a request, and how often wrongly (查询凭据).
     *
     * @param lastDigits null where no telephone was left
     */
    record Proof(
            @Nullable String lastDigits,
            int wrong,
            @Nullable Instant wrongSince) {}

    Optional<Proof> lockProof(String id) {
        return jdbc.sql("select last_digits, wrong, wrong_since from intake.contact where request = ? for update")
                .param(id)
                .query((row, number) -> new Proof(
                        row.getString("last_digits"), row.getInt("wrong"), instant(row.getTimestamp("wrong_since"))))
                .optional();
    }

    void noteWrong(String id, int wrong, Instant since) {
        jdbc.sql("update intake.contact set wrong = ?, wrong_since = ? where request = ?")
                .params(wrong, Timestamp.from(since), id)
                .update();
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    Optional<ServiceRequest> lock(String id) {
        return jdbc.sql("select body from intake.request where id = ? for update")
                .param(id)
                .query(this::request)
                .optional();
    }

    List<ServiceRequest> list(Query query) {
        var within = query.within() == null ? Box.EVERYWHERE : query.within();
        return jdbc.sql("""
                        select body from intake.request
                        where received_at >= :from and received_at < :until
                          and (:anyId or id = any(:ids))
                          and (:anyService or service = any(:services))
                          and (:status::text is null or status = :status)
                          and (:anywhere or (lon between :west and :east and lat between :south and :north))
                        order by received_at desc, id desc limit :limit offset :offset
                        """)
                .param("from", Timestamp.from(query.from()))
                .param("until", Timestamp.from(query.until()))
                .param("anyId", query.ids().isEmpty())
                .param("ids", query.ids().toArray(String[]::new))
                .param("anyService", query.services().isEmpty())
                .param("services", query.services().toArray(String[]::new))
                .param("status", query.status() == null ? null : query.status().name())
                .param("anywhere", query.within() == null)
                .param("west", within.west())
                .param("east", within.east())
                .param("south", within.south())
                .param("north", within.north())
                .param("limit", query.page().limit())
                .param("offset", query.page().offset())
                .query(this::request)
                .list();
    }

    private ServiceRequest request(ResultSet row, int number) throws SQLException {
        return json.readValue(row.getString("body"), ServiceRequest.class);
    }
}
