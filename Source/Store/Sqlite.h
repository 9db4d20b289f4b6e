// SPDX-License-Identifier: GPL-3.0-or-later
// SQLite as this house uses it: statements prepared once, values bound in order, every error a sentence.
#pragma once

#include "Core/Result.h"
#include "Model/Value.h"

#include <concepts>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace athanor
{

/** One row of an answer. Columns count from 0. Valid only while it is visited. */
class ResultRow
{
public:
    explicit ResultRow (sqlite3_stmt* s) : statement (s) {}

    bool isNothing (int column) const;
    std::int64_t integer (int column) const;
    double real (int column) const;
    std::string text (int column) const;
    Value value (int column) const; ///< Kept as JSON. Nothing where that cannot be read.

private:
    sqlite3_stmt* statement;
};

/** When a commit is safe. Either way it survives the death of the program at once. */
enum class Durability { full,     ///< It also survives the loss of power: the disk is waited for.
                        normal }; ///< The last commits may be lost with the power, never the database.

struct DatabaseOptions
{
    Durability durability = Durability::full;
    int busyMilliseconds = 5'000; ///< How long another process may hold the lock before it is a Failure.
    bool isFromStrangers = false; ///< As in a project somebody sent: triggers in it do not run.
};

/** One connection to a database. For one thread at a time. */
class Database
{
public:
    /** Opens or makes the file. */
    static Result<std::shared_ptr<Database>> open (const std::filesystem::path&, DatabaseOptions = {});

    Database (const Database&) = delete;
    ~Database();

    /** Runs one statement; its question marks are bound to the arguments in order. */
    template <typename... Arguments>
    Result<Done> run (const char* sql, const Arguments&... arguments)
    {
        return each (
            sql, [] (const ResultRow&) {}, arguments...);
    }

    /** Runs one statement and shows each row of its answer. While it runs, `visit` may not run the same statement. */
    template <std::invocable<const ResultRow&> Visit, typename... Arguments>
    Result<Done> each (const char* sql, Visit visit, const Arguments&... arguments)
    {
        auto* statement = prepare (sql);
        int place = 0;
        (bind (statement, ++place, arguments), ...);

        while (step (statement))
            visit (ResultRow (statement));

        return finish (statement);
    }

    /** Several statements without arguments, apart by semicolons. */
    Result<Done> runAll (const char* script);

    /** Rows changed by the last statement. */
    std::int64_t changes() const;

    /** The row id of the last insert. */
    std::int64_t lastRow() const;

    /** Brings the tables of one part of the program from wherever they are to the last of `steps`, each step in a transaction
        of its own. Those of a newer program are a Failure. */
    Result<Done> migrate (const std::string& part, std::span<const char* const> steps);

    /** Whether a file that cannot be used is damaged, and not just locked, newer or somewhere where it cannot be written. */
    static bool isDamaged (const std::filesystem::path&);

    /** Gives a damaged file another name, "x.damaged.sqlite", so that a new one can be begun. */
    static Result<Done> putAside (const std::filesystem::path&);

private:
    Database (sqlite3*, std::filesystem::path);

    Result<Done> prepareForUse (const DatabaseOptions&);
    Failure failure (const std::string& during) const;

    /** Null when the statement is wrong or the database cannot be read; then the others do nothing and finish() says why. */
    sqlite3_stmt* prepare (const char* sql);
    bool step (sqlite3_stmt*);
    Result<Done> finish (sqlite3_stmt*);

    static void bind (sqlite3_stmt*, int place, std::int64_t);
    static void bind (sqlite3_stmt*, int place, double);
    static void bind (sqlite3_stmt*, int place, std::string_view);
    static void bind (sqlite3_stmt*, int place, std::nullopt_t);
    static void bind (sqlite3_stmt*, int place, const Value&);

    static void bind (sqlite3_stmt* s, int place, int n) { bind (s, place, static_cast<std::int64_t> (n)); }

    static void bind (sqlite3_stmt* s, int place, bool b) { bind (s, place, static_cast<std::int64_t> (b)); }

    static void bind (sqlite3_stmt* s, int place, const std::string& text) { bind (s, place, std::string_view (text)); }

    static void bind (sqlite3_stmt* s, int place, const char* text) { bind (s, place, std::string_view (text)); }

    template <typename Type>
    static void bind (sqlite3_stmt* s, int place, const std::optional<Type>& value)
    {
        if (value)
            bind (s, place, *value);
        else
            bind (s, place, std::nullopt);
    }

    sqlite3* connection;
    std::filesystem::path path;
    std::map<std::string, sqlite3_stmt*, std::less<>> statements;
    std::optional<Failure> problem; ///< Of the statement being run.
};

/** Everything or nothing: holds the write lock from its beginning, and takes back what was not committed. After a statement
    that failed the following ones do nothing, and commit() says why. Short, and never around anything that waits. */
class Transaction
{
public:
    explicit Transaction (Database&);
    Transaction (const Transaction&) = delete;
    ~Transaction();

    template <typename... Arguments>
    Transaction& run (const char* sql, const Arguments&... arguments)
    {
        return each (
            sql, [] (const ResultRow&) {}, arguments...);
    }

    template <std::invocable<const ResultRow&> Visit, typename... Arguments>
    Transaction& each (const char* sql, Visit visit, const Arguments&... arguments)
    {
        if (state)
            state = database.each (sql, visit, arguments...);

        return *this;
    }

    bool isGood() const noexcept { return static_cast<bool> (state); }

    Result<Done> commit();

private:
    Database& database;
    Result<Done> state;
    bool isOpen;
};

} // namespace athanor
