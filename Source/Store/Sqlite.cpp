// SPDX-License-Identifier: GPL-3.0-or-later
#include "Store/Sqlite.h"

#include "Formats/Json.h"

#include <sqlite3.h>

#include <cassert>

namespace athanor
{

namespace
{
/** What an error means to a musician. `name` is the file. */
std::string sentence (int code, const std::string& name)
{
    switch (code & 0xff)
    {
        case SQLITE_FULL:
            return "The disk is full, so “" + name + "” could not be written: free some space and try again.";
        case SQLITE_READONLY:
        case SQLITE_PERM:
        case SQLITE_CANTOPEN:
        case SQLITE_AUTH:
            return "“" + name + "” cannot be written where it is: move it to a folder of your own.";
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return "“" + name + "” is being used by another program: close that and try again.";
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return "“" + name + "” is damaged.";
        default:
            return "“" + name + "” could not be read or written: look whether its disk is in order.";
    }
}

bool isDamage (int code) { return (code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB; }
} // namespace

bool ResultRow::isNothing (int column) const { return sqlite3_column_type (statement, column) == SQLITE_NULL; }

std::int64_t ResultRow::integer (int column) const { return sqlite3_column_int64 (statement, column); }

double ResultRow::real (int column) const { return sqlite3_column_double (statement, column); }

std::string ResultRow::text (int column) const
{
    const auto* bytes = sqlite3_column_blob (statement, column);
    const auto size = static_cast<std::size_t> (sqlite3_column_bytes (statement, column));
    return bytes != nullptr ? std::string (static_cast<const char*> (bytes), size) : std::string();
}

Value ResultRow::value (int column) const
{
    const auto parsed = parseJson (text (column));
    return parsed ? *parsed : Value();
}

Database::Database (sqlite3* c, std::filesystem::path p) : connection (c), path (std::move (p)) {}

Database::~Database()
{
    for (const auto& [sql, statement] : statements)
        sqlite3_finalize (statement);

    sqlite3_close_v2 (connection);
}

Result<std::shared_ptr<Database>> Database::open (const std::filesystem::path& path, DatabaseOptions options)
{
    sqlite3* connection = nullptr;
    constexpr auto flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    const auto code = sqlite3_open_v2 (path.c_str(), &connection, flags, nullptr);

    // Even a failed opening gives a connection, which has to be closed.
    std::shared_ptr<Database> database (new Database (connection, path));

    if (code != SQLITE_OK)
        return database->failure ("opening");

    if (const auto ready = database->prepareForUse (options); ! ready)
        return ready.failure();

    return database;
}

Result<Done> Database::prepareForUse (const DatabaseOptions& options)
{
    sqlite3_busy_timeout (connection, options.busyMilliseconds);

    sqlite3_db_config (connection, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config (connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config (connection, SQLITE_DBCONFIG_ENABLE_TRIGGER, options.isFromStrangers ? 0 : 1, nullptr);
    sqlite3_db_config (connection, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);

    // Of two programs that open a new database at once one makes it WAL, and the other is told that it is busy.
    if (auto done = runAll ("PRAGMA journal_mode = WAL"); ! done && (sqlite3_errcode (connection) & 0xff) != SQLITE_BUSY)
        return done;

    if (auto done = runAll ("PRAGMA foreign_keys = ON; PRAGMA cell_size_check = ON"); ! done)
        return done;

    return runAll (options.durability == Durability::full ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
}

Failure Database::failure (const std::string& during) const
{
    const auto code = sqlite3_extended_errcode (connection);
    return { sentence (code, path.filename().string()),
             path.string() + ": " + sqlite3_errmsg (connection) + " (" + std::to_string (code) + ") at " + during };
}

sqlite3_stmt* Database::prepare (const char* sql)
{
    problem.reset();

    if (const auto found = statements.find (std::string_view (sql)); found != statements.end())
    {
        assert (sqlite3_stmt_busy (found->second) == 0);
        return found->second;
    }

    sqlite3_stmt* statement = nullptr;

    if (sqlite3_prepare_v3 (connection, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK)
        problem = failure (sql);
    else
        statements.emplace (sql, statement);

    return statement;
}

bool Database::step (sqlite3_stmt* statement)
{
    if (statement == nullptr || problem)
        return false;

    const auto code = sqlite3_step (statement);

    if (code != SQLITE_ROW && code != SQLITE_DONE)
        problem = failure (sqlite3_sql (statement));

    return code == SQLITE_ROW;
}

Result<Done> Database::finish (sqlite3_stmt* statement)
{
    if (statement != nullptr)
    {
        sqlite3_reset (statement);
        sqlite3_clear_bindings (statement);
    }

    if (auto failed = std::exchange (problem, {}))
        return *std::move (failed);

    return Done {};
}

Result<Done> Database::runAll (const char* script)
{
    if (sqlite3_exec (connection, script, nullptr, nullptr, nullptr) != SQLITE_OK)
        return failure (script);

    return Done {};
}

std::int64_t Database::changes() const { return sqlite3_changes64 (connection); }

std::int64_t Database::lastRow() const { return sqlite3_last_insert_rowid (connection); }

Result<Done> Database::migrate (const std::string& part, std::span<const char* const> steps)
{
    if (auto done = runAll ("CREATE TABLE IF NOT EXISTS schema (part TEXT PRIMARY KEY, version INTEGER NOT NULL) STRICT"); ! done)
        return done;

    for (;;)
    {
        // Under the lock, so that two programs that start at once do not both take a step.
        Transaction transaction (*this);
        std::size_t version = 0;
        transaction.each (
            "SELECT version FROM schema WHERE part = ?", [&] (const ResultRow& row) { version = static_cast<std::size_t> (row.integer (0)); }, part);

        if (transaction.isGood() && version > steps.size())
            return Failure { "“" + path.filename().string() + "” was made with a newer Athanor; please update to use it.", path.string() + ": " + part };

        if (! transaction.isGood() || version == steps.size())
            return transaction.commit();

        if (auto done = runAll (steps[version]); ! done)
            return done;

        transaction.run ("INSERT OR REPLACE INTO schema VALUES (?, ?)", part, static_cast<std::int64_t> (version + 1));

        if (auto done = transaction.commit(); ! done)
            return done;
    }
}

bool Database::isDamaged (const std::filesystem::path& path)
{
    sqlite3* connection = nullptr;
    auto code = sqlite3_open_v2 (path.c_str(), &connection, SQLITE_OPEN_READWRITE | SQLITE_OPEN_EXRESCODE, nullptr);

    if (code == SQLITE_OK)
        code = sqlite3_exec (connection, "SELECT count(*) FROM sqlite_schema", nullptr, nullptr, nullptr);

    auto isWrong = isDamage (code);
    const auto notOk = [] (void* wrong, int, char** text, char**) {
        *static_cast<bool*> (wrong) = std::string_view (*text) != "ok";
        return 0;
    };

    if (code == SQLITE_OK)
        isWrong = isDamage (sqlite3_exec (connection, "PRAGMA quick_check(1)", notOk, &isWrong, nullptr)) || isWrong;

    sqlite3_close_v2 (connection);
    return isWrong;
}

Result<Done> Database::putAside (const std::filesystem::path& path)
{
    std::error_code error;
    std::filesystem::rename (path, std::filesystem::path (path).replace_extension ("damaged.sqlite"), error);

    if (error)
        return Failure { sentence (SQLITE_READONLY, path.filename().string()), path.string() + ": " + error.message() };

    // What belongs to the old one would be taken for parts of the new one.
    for (const auto* end : { "-wal", "-shm" })
        std::filesystem::remove (path.string() + end, error);

    return Done {};
}

void Database::bind (sqlite3_stmt* statement, int place, std::int64_t number)
{
    if (statement != nullptr)
        sqlite3_bind_int64 (statement, place, number);
}

void Database::bind (sqlite3_stmt* statement, int place, double number)
{
    if (statement != nullptr)
        sqlite3_bind_double (statement, place, number);
}

// The arguments outlive the statement's run, so nothing is copied.
void Database::bind (sqlite3_stmt* statement, int place, std::string_view text)
{
    if (statement != nullptr)
        sqlite3_bind_text64 (statement, place, text.data() != nullptr ? text.data() : "", text.size(), SQLITE_STATIC, SQLITE_UTF8);
}

void Database::bind (sqlite3_stmt* statement, int place, std::nullopt_t)
{
    if (statement != nullptr)
        sqlite3_bind_null (statement, place);
}

void Database::bind (sqlite3_stmt* statement, int place, const Value& value)
{
    const auto text = formatJson (value, JsonLayout::oneLine);

    if (statement != nullptr)
        sqlite3_bind_text64 (statement, place, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

Transaction::Transaction (Database& d) : database (d), state (d.run ("BEGIN IMMEDIATE")), isOpen (static_cast<bool> (state)) {}

Transaction::~Transaction()
{
    if (isOpen)
        static_cast<void> (database.run ("ROLLBACK"));
}

Result<Done> Transaction::commit()
{
    if (state)
        state = database.run ("COMMIT");

    // A commit that failed leaves the transaction open, to be rolled back.
    if (state)
        isOpen = false;

    return state;
}

} // namespace athanor
