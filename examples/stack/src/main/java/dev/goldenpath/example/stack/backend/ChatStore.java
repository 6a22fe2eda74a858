package dev.goldenpath.example.stack.backend;

import dev.goldenpath.example.stack.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Threads and messages in PostgreSQL. Every statement names the owner: another user's thread does not exist. */
final class ChatStore {
    static final String THREADS_TABLE = """
            CREATE TABLE IF NOT EXISTS threads (
                id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
                owner_id uuid NOT NULL,
                title text NOT NULL,
                created_at timestamptz NOT NULL DEFAULT now()
            )""";
    static final String MESSAGES_TABLE = """
            CREATE TABLE IF NOT EXISTS messages (
                id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
                position bigint GENERATED ALWAYS AS IDENTITY,
                thread_id uuid NOT NULL REFERENCES threads (id) ON DELETE CASCADE,
                text text NOT NULL,
                created_at timestamptz NOT NULL DEFAULT now()
            )""";
    static final String THREADS_INDEX = "CREATE INDEX IF NOT EXISTS threads_by_owner ON threads (owner_id)";
    static final String MESSAGES_INDEX = "CREATE INDEX IF NOT EXISTS messages_by_thread ON messages (thread_id)";

    private final Database database;

    ChatStore(Database database) {
        this.database = database;
    }

    ChatThread createThread(UUID owner, String title) {
        return database.queryOne(
                        ChatStore::thread,
                        "INSERT INTO threads (owner_id, title) VALUES (?, ?) RETURNING id, title, created_at",
                        owner,
                        title)
                .orElseThrow();
    }

    List<ChatThread> threads(UUID owner) {
        return database.query(
                ChatStore::thread,
                "SELECT id, title, created_at FROM threads WHERE owner_id = ? ORDER BY created_at, id",
                owner);
    }

    Optional<ChatThread> thread(UUID owner, UUID id) {
        return database.queryOne(
                ChatStore::thread,
                "SELECT id, title, created_at FROM threads WHERE owner_id = ? AND id = ?",
                owner,
                id);
    }

    /** Returns whose a thread is: the only question that names no owner. */
    Optional<UUID> ownerOf(UUID threadId) {
        return database.queryOne(
                row -> row.getObject("owner_id", UUID.class), "SELECT owner_id FROM threads WHERE id = ?", threadId);
    }

    boolean deleteThread(UUID owner, UUID id) {
        return database.update("DELETE FROM threads WHERE owner_id = ? AND id = ?", owner, id) > 0;
    }

    /** Adds a message; empty if the owner has no such thread. */
    Optional<ChatMessage> addMessage(UUID owner, UUID threadId, String text) {
        return database.queryOne(ChatStore::message, """
                INSERT INTO messages (thread_id, text)
                SELECT id, ? FROM threads WHERE owner_id = ? AND id = ?
                RETURNING id, thread_id, text, created_at""", text, owner, threadId);
    }

    List<ChatMessage> messages(UUID owner, UUID threadId) {
        return database.query(ChatStore::message, """
                SELECT m.id, m.thread_id, m.text, m.created_at
                FROM messages m JOIN threads t ON t.id = m.thread_id
                WHERE t.owner_id = ? AND t.id = ? ORDER BY m.position""", owner, threadId);
    }

    /** Counts the owner's messages, of one thread if given, that contain at least one of the words. */
    long countMessagesWithAnyOf(UUID owner, @Nullable UUID threadId, Set<String> words) {
        return database.queryOne(row -> row.getLong(1), """
                        SELECT count(*) FROM messages m JOIN threads t ON t.id = m.thread_id
                        WHERE t.owner_id = ? AND t.id = coalesce(?::uuid, t.id) AND EXISTS (
                            SELECT 1 FROM unnest(?::text[]) AS word
                            WHERE to_tsvector('simple', m.text) @@ plainto_tsquery('simple', word))""", owner, threadId, words.toArray(new String[0]))
                .orElseThrow();
    }

    private static ChatThread thread(ResultSet row) throws SQLException {
        return new ChatThread(row.getObject("id", UUID.class), row.getString("title"), createdAt(row));
    }

    private static ChatMessage message(ResultSet row) throws SQLException {
        return new ChatMessage(
                row.getObject("id", UUID.class),
                row.getObject("thread_id", UUID.class),
                row.getString("text"),
                createdAt(row));
    }

    private static Instant createdAt(ResultSet row) throws SQLException {
        return row.getObject("created_at", OffsetDateTime.class).toInstant();
    }
}
