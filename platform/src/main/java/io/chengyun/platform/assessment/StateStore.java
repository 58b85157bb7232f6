package io.chengyun.platform.assessment;

import io.chengyun.rules.RuleState;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The drawer of rule states (状态库): one row a stream, a JSON object with one state a rule. */
@Component
class StateStore {

    private static final Logger LOG = LoggerFactory.getLogger(StateStore.class);

    private final JdbcClient jdbc;
    private final JsonMapper json;

    StateStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Saves what the weighings remember, in one statement. */
    void save(List<Weighing> weighings) {
        var streams = new Long[weighings.size()];
        var states = new String[weighings.size()];
        for (int i = 0; i < streams.length; i++) {
            var weighing = weighings.get(i);
            streams[i] = weighing.watch().stream().id();
            states[i] = json.writeValueAsString(byKey(weighing.watch(), weighing.states()));
        }
        jdbc.sql("""
                        insert into assessment.stream_state (stream, states)
                        select * from unnest(?::bigint[], ?::json[])
                        on conflict (stream) do update set states = excluded.states
                        """).params(List.of(streams, states)).update();
    }

    /** What was remembered of each stream, by rule key; of rules that are no longer installed nothing. */
    Map<Long, Map<String, RuleState>> load(List<AppliedRule> rules) {
        var types = new HashMap<String, Class<? extends RuleState>>();
        rules.forEach(rule -> types.put(rule.key(), rule.rule().initial().getClass()));
        var loaded = new HashMap<Long, Map<String, RuleState>>();
        jdbc.sql("select stream, states from assessment.stream_state")
                .query((row, number) ->
                        loaded.put(row.getLong("stream"), read(row.getLong("stream"), row.getString("states"), types)))
                .list();
        return loaded;
    }

    private Map<String, RuleState> read(long stream, String text, Map<String, Class<? extends RuleState>> types) {
        var states = new HashMap<String, RuleState>();
        for (var field : json.readTree(text).properties()) {
            var type = types.get(field.getKey());
            if (type != null) {
                read(stream, field, type, states);
            }
        }
        return states;
    }

    private void read(
            long stream,
            Map.Entry<String, JsonNode> field,
            Class<? extends RuleState> type,
            Map<String, RuleState> states) {
        try {
            states.put(field.getKey(), json.treeToValue(field.getValue(), type));
        } catch (JacksonException unreadable) {
            LOG.warn(
                    "stream {}: what {} remembered cannot be read, it begins anew", stream, field.getKey(), unreadable);
        }
    }

    static Map<String, RuleState> byKey(StreamWatch watch) {
        return byKey(watch, watch.copyOfStates());
    }

    private static Map<String, RuleState> byKey(StreamWatch watch, RuleState[] states) {
        var byKey = new LinkedHashMap<String, RuleState>();
        for (int i = 0; i < states.length; i++) {
            byKey.put(watch.rules().get(i).key(), states[i]);
        }
        return byKey;
    }
}
