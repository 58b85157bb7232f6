package io.chengyun.platform.casework.project;

import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Projects and the cases that they are about, in schema {@code casework}. */
@Component
class ProjectStore {

    private static final int MOST = 500;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ProjectStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void save(Project project) {
        jdbc.sql("""
                INSERT INTO casework.project (id, open, project) VALUES (:id, :open, :project::jsonb)
                ON CONFLICT (id) DO UPDATE SET open = excluded.open, project = excluded.project
                """)
                .param("id", project.id())
                .param("open", project.finish() == null)
                .param("project", json.writeValueAsString(project))
                .update();
    }

    /** Whether the case could be linked: it belongs to no other project. */
    boolean link(String project, String file) {
        try {
            jdbc.sql("INSERT INTO casework.project_case (project_id, case_id) VALUES (:project, :file)")
                    .param("project", project)
                    .param("file", file)
                    .update();
            return true;
        } catch (DuplicateKeyException elsewhere) {
            return false;
        }
    }

    void unlink(String file) {
        jdbc.sql("DELETE FROM casework.project_case WHERE case_id = :file")
                .param("file", file)
                .update();
    }

    Optional<Project> lock(String id) {
        return jdbc.sql("SELECT project FROM casework.project WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query((row, number) -> read(row.getString(1)))
                .optional();
    }

    Optional<Project> findOf(String caseId) {
        return jdbc.sql("""
                SELECT project FROM casework.project JOIN casework.project_case ON id = project_id WHERE case_id = :caseId
                """)
                .param("caseId", caseId)
                .query((row, number) -> read(row.getString(1)))
                .optional();
    }

    /** Open ones first, the newest first. */
    List<Project> list() {
        return jdbc.sql("SELECT project FROM casework.project ORDER BY open DESC, id DESC LIMIT :most")
                .param("most", MOST)
                .query((row, number) -> read(row.getString(1)))
                .list();
    }

    private Project read(String text) {
        return json.readValue(text, Project.class);
    }
}
