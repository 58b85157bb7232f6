package io.chengyun.platform.sensing.sensorthings.answer;

import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.sensing.SensingRefusal;
import io.chengyun.platform.sensing.sensorthings.model.EntityType;
import io.chengyun.platform.sensing.sensorthings.model.EntityTypes;
import io.chengyun.platform.sensing.sensorthings.model.Field;
import io.chengyun.platform.sensing.sensorthings.model.Field.Need;
import io.chengyun.platform.sensing.sensorthings.model.Link;
import io.chengyun.platform.sensing.sensorthings.query.Query;
import io.chengyun.platform.sensing.sensorthings.query.Query.Expansion;
import io.chengyun.platform.sensing.sensorthings.query.QuerySettings;
import io.chengyun.platform.sensing.sensorthings.search.EntitySearch.Owners;
import io.chengyun.platform.sensing.sensorthings.search.EntitySearch.Wanted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Entities of one answer as the standard's JSON (实体视图), with what is expanded in them; their number is bounded. */
final class EntityView {

    private static final List<String> CONTROLS = List.of("id", "@iot.id", "@iot.selfLink");

    private final EntityStore store;
    private final String root;
    private final int most;
    private int left;

    EntityView(EntityStore store, QuerySettings limits, String root) {
        this.store = store;
        this.root = root;
        this.most = limits.maxEntities();
        this.left = most;
    }

    /** An entity and its JSON, which expansions still add to. */
    private record Shown(Entity entity, Map<String, @Nullable Object> json) {}

    /** The fields that must be read for what the query shows. */
    static List<Field> fields(EntityType type, Query query) {
        query.select().forEach(name -> check(type, name));
        return type.shown().stream()
                .filter(field -> query.select().isEmpty() || query.select().contains(field.name()))
                .toList();
    }

    private static void check(EntityType type, String name) {
        if (!CONTROLS.contains(name)
                && type.findField(name).isEmpty()
                && type.findLink(name).isEmpty()) {
            throw new Malformed("$select", type.set() + " have no " + name);
        }
    }

    /** The entities as JSON, in their order. */
    List<Map<String, @Nullable Object>> show(EntityType type, List<Entity> entities, Query query) {
        take(entities.size());
        var shown = entities.stream()
                .map(entity -> new Shown(entity, json(entity, query)))
                .toList();
        if (!shown.isEmpty()) {
            query.expand().forEach(expansion -> expand(type, shown, expansion));
        }
        return shown.stream().map(Shown::json).toList();
    }

    private void take(int entities) {
        left -= entities;
        if (left < 0) {
            throw new Refused(
                    SensingRefusal.TOO_LARGE_AN_ANSWER,
                    List.of("$top", "$expand=…($top=…)", "at most " + most + " entities"));
        }
    }

    Map<String, @Nullable Object> json(Entity entity, Query query) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        var link = entity.link(root);
        var select = query.select();
        if (select.isEmpty() || select.contains("id") || select.contains("@iot.id")) {
            json.put("@iot.id", entity.known().value());
        }
        if (select.isEmpty() || select.contains("@iot.selfLink")) {
            json.put("@iot.selfLink", link);
        }
        for (var field : entity.type().shown()) {
            var value = entity.values().get(field.name());
            if (entity.values().containsKey(field.name()) && (value != null || field.need() != Need.SPARSE)) {
                json.put(field.name(), value);
            }
        }
        for (var to : entity.type().links()) {
            if (select.isEmpty() || select.contains(to.name())) {
                json.put(to.name() + "@iot.navigationLink", link + "/" + to.name());
            }
        }
        return json;
    }

    private void expand(EntityType type, List<Shown> owners, Expansion expansion) {
        var link = type.findLink(expansion.link())
                .orElseThrow(() -> new Malformed(
                        "$expand",
                        type.set() + " have no " + expansion.link() + "; they have "
                                + String.join(
                                        ", ",
                                        type.links().stream().map(Link::name).toList())));
        var target = EntityTypes.get(link.target());
        var numbers = new Long[owners.size()];
        var micros = new Long[owners.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = owners.get(i).entity().id().number();
            micros[i] = owners.get(i).entity().id().micros();
        }
        var query = expansion.query();
        int top = link.one() ? 1 : Math.min(query.page().top(), Math.max(1, left / owners.size()));
        var wanted = new Wanted(target, new Owners(type, link, numbers, micros), query);
        var found = store.list(wanted, fields(target, query), link.one() ? 1 : top + 1);
        var byOwner = new ArrayList<List<Entity>>();
        owners.forEach(owner -> byOwner.add(new ArrayList<>()));
        found.forEach(one -> byOwner.get(one.owner() - 1).add(one.entity()));
        put(owners, byOwner, new Put(link, expansion, target, top));
        if (query.page().count() && !link.one()) {
            var counts = store.count(wanted);
            for (int i = 0; i < owners.size(); i++) {
                owners.get(i).json().put(link.name() + "@iot.count", counts.getOrDefault(i + 1, 0L));
            }
        }
    }

    private record Put(Link link, Expansion expansion, EntityType target, int top) {}

    /** Shows all expanded entities at once, so that what is expanded in them is read at once too. */
    private void put(List<Shown> owners, List<List<Entity>> byOwner, Put put) {
        var all = byOwner.stream()
                .flatMap(entities -> entities.stream().limit(put.top()))
                .toList();
        var shown = show(put.target(), all, put.expansion().query()).iterator();
        for (int i = 0; i < owners.size(); i++) {
            var entities = byOwner.get(i);
            var json = owners.get(i).json();
            var name = put.link().name();
            var list = new ArrayList<Map<String, @Nullable Object>>();
            for (int n = 0; n < Math.min(entities.size(), put.top()); n++) {
                list.add(shown.next());
            }
            if (!put.link().one()) {
                json.put(name, list);
                if (entities.size() > put.top()) {
                    json.put(name + "@iot.nextLink", next(owners.get(i).entity(), put));
                }
            } else if (!list.isEmpty()) {
                json.put(name, list.get(0));
            }
        }
    }

    private String next(Entity owner, Put put) {
        var page = put.expansion().query().page();
        return owner.link(root) + "/" + put.link().name() + "?"
                + NextLink.query(put.expansion().options(), put.top(), page.skip() + put.top());
    }
}
