package io.chengyun.platform.intake.duplicates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is known of requests where duplicates are looked for, read from schema {@code intake}. */
@Component
class TraceStore implements Traces {

    /** No more are weighed of those that fit, the newest first. */
    private static final int MOST = 200;

    private static final double CELLS_A_DEGREE = 500;
    private static final double METRES_A_DEGREE = 111_195;
    private static final String COLUMNS = """
            select id, service, address_code, lon, lat, exact, received_at, case_id, body #>> '{asked,description}' as words
            from intake.request""";

    private final JdbcClient jdbc;

    TraceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Known> find(String id) {
        return jdbc.sql(COLUMNS + " where id = ?")
                .param(id)
                .query(TraceStore::known)
                .optional();
    }

    @Override
    public List<Known> listBefore(Trace request, Instant since, double metres) {
        double north = metres / METRES_A_DEGREE;
        double east = north / Math.max(0.01, Math.cos(Math.toRadians(request.lat())));
        return jdbc
                .sql("(" + COLUMNS + """
                          where status = 'OPEN' and address_code = :code and received_at >= :since and received_at <= :at
                          order by received_at desc limit :most)
                        union
                        (""" + COLUMNS + """
                          where status = 'OPEN' and exact and :exact
                            and floor(lon * 500)::int between :west and :east
                            and floor(lat * 500)::int between :south and :north
                            and received_at >= :since and received_at <= :at
                          order by received_at desc limit :most)
                        order by received_at desc, id desc
                        """)
                .param("code", request.addressCode())
                .param("exact", request.exact())
                .param("west", cell(request.lon() - east))
                .param("east", cell(request.lon() + east))
                .param("south", cell(request.lat() - north))
                .param("north", cell(request.lat() + north))
                .param("since", Timestamp.from(since))
                .param("at", Timestamp.from(request.at()))
                .param("most", MOST)
                .query(TraceStore::known)
                .list()
                .stream()
                .filter(known -> known.trace().isBefore(request))
                .toList();
    }

    private static int cell(double degrees) {
        return (int) Math.floor(degrees * CELLS_A_DEGREE);
    }

    private static Known known(ResultSet row, int number) throws SQLException {
        var words = row.getString("words");
        var trace = new Trace(
                row.getString("id"),
                row.getString("service"),
                row.getString("address_code"),
                row.getDouble("lon"),
                row.getDouble("lat"),
                row.getBoolean("exact"),
                row.getTimestamp("received_at").toInstant(),
                words == null ? "" : words);
        return new Known(trace, row.getString("case_id"));
    }
}
