package io.chengyun.platform.sensing.mqtt;

import io.chengyun.platform.sensing.sensorthings.answer.Answers;
import io.chengyun.platform.sensing.sensorthings.answer.Entity;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Brings entities that were written to those who want to hear of them (实体消息). */
@Component
class EntityNews {

    private static final Logger LOG = LoggerFactory.getLogger(EntityNews.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final EntityBoard board;
    private final Answers answers;

    EntityNews(EntityBoard board, Answers answers) {
        this.board = board;
        this.answers = answers;
    }

    /** Says whether anybody listens. */
    void listen(boolean anybody) {
        board.listen(anybody);
    }

    /** What was written since, read where that may wait; nothing when it cannot be read. */
    CompletableFuture<List<Entity>> fetch(Executor desk) {
        if (board.isEmpty()) {
            return CompletableFuture.completedFuture(List.of());
        }
        return CompletableFuture.supplyAsync(board::take, desk).exceptionally(unread -> {
            LOG.warn("entities that changed could not be read: subscribers are not told", unread);
            return List.of();
        });
    }

    /** The entity as the subscriber wants to read it, as HTTP would show it; links begin at the service's version. */
    byte[] text(Entity entity, Wanted wanted) {
        var json = answers.show(entity, wanted.root());
        if (!wanted.select().isEmpty()) {
            json.keySet().retainAll(wanted.select());
        }
        return JSON.writeValueAsString(json).getBytes(StandardCharsets.UTF_8);
    }
}
