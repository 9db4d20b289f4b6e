// SPDX-License-Identifier: GPL-3.0-or-later
#include "Store/Sqlite.h"

#include "Support/Files.h"

#include <gtest/gtest.h>

#include <array>
#include <limits>
#include <thread>
#include <vector>

namespace athanor
{

namespace
{
std::int64_t count (Database& database)
{
    std::int64_t rows = -1;
    EXPECT_TRUE (database.each ("SELECT count(*) FROM thing", [&] (const ResultRow& row) { rows = row.integer (0); }));
    return rows;
}

std::shared_ptr<Database> databaseIn (const TemporaryFolder& folder, DatabaseOptions options = {})
{
    auto database = *Database::open (folder.path / "things.sqlite", options);
    EXPECT_TRUE (database->runAll ("CREATE TABLE IF NOT EXISTS thing (id INTEGER PRIMARY KEY, name TEXT, size REAL)"));
    return database;
}
} // namespace

TEST (Sqlite, givesBackWhatWasBound)
{
    const TemporaryFolder folder;
    const auto database = databaseIn (folder);
    const std::string name ("a\0b “c”", 9);
    ASSERT_TRUE (database->run ("INSERT INTO thing VALUES (?, ?, ?)", std::numeric_limits<std::int64_t>::min(), name, 0.1));
    ASSERT_TRUE (database->run ("INSERT INTO thing VALUES (?, ?, ?)", 2, std::nullopt, std::optional<double>()));
    EXPECT_EQ (database->lastRow(), 2);

    int rows = 0;
    ASSERT_TRUE (database->each ("SELECT id, name, size FROM thing ORDER BY id", [&] (const ResultRow& row) {
        if (++rows == 1)
        {
            EXPECT_EQ (row.integer (0), std::numeric_limits<std::int64_t>::min());
            EXPECT_EQ (row.text (1), name);
            EXPECT_EQ (row.real (2), 0.1);
        }
        else
        {
            EXPECT_TRUE (row.isNothing (1) && row.isNothing (2));
        }
    }));
    EXPECT_EQ (rows, 2);
}

TEST (Sqlite, saysWhatIsWrongWithAStatement)
{
    const TemporaryFolder folder;
    const auto database = databaseIn (folder);
    const auto done = database->run ("INSERT INTO nowhere VALUES (1)");
    ASSERT_FALSE (done);
    EXPECT_NE (done.failure().detail.find ("no such table"), std::string::npos) << done.failure().detail;
    EXPECT_TRUE (database->run ("INSERT INTO thing (id) VALUES (1)")) << "and goes on";
}

TEST (Transaction, isTakenBackWhenAnyPartOfItFails)
{
    const TemporaryFolder folder;
    const auto database = databaseIn (folder);
    {
        Transaction transaction (*database);
        transaction.run ("INSERT INTO thing (id) VALUES (1)").run ("INSERT INTO thing (id) VALUES (1)").run ("INSERT INTO thing (id) VALUES (2)");
        EXPECT_FALSE (transaction.commit());
    }
    EXPECT_EQ (count (*database), 0);
    {
        Transaction transaction (*database);
        transaction.run ("INSERT INTO thing (id) VALUES (1)");
    }
    EXPECT_EQ (count (*database), 0) << "what is not committed is taken back";
    {
        Transaction transaction (*database);
        transaction.run ("INSERT INTO thing (id) VALUES (1)");
        EXPECT_TRUE (transaction.commit());
    }
    EXPECT_EQ (count (*database), 1);
}

TEST (Transaction, losesNothingWhenManyWriteAtOnce)
{
    const TemporaryFolder folder;
    const auto database = databaseIn (folder);
    std::vector<std::thread> threads;

    for (int i = 0; i < 4; ++i)
        threads.emplace_back ([&] {
            const auto own = *Database::open (folder.path / "things.sqlite", { .durability = Durability::normal, .busyMilliseconds = 60'000 });

            for (int round = 0; round < 50; ++round)
            {
                // Read, then write: what a transaction that did not lock from its beginning would lose.
                Transaction transaction (*own);
                std::int64_t highest = 0;
                transaction.each ("SELECT ifnull(max(id), 0) FROM thing", [&] (const ResultRow& row) { highest = row.integer (0); });
                transaction.run ("INSERT INTO thing (id) VALUES (?)", highest + 1);
                const auto done = transaction.commit();
                EXPECT_TRUE (done) << done.failure().detail;
            }
        });

    for (auto& thread : threads)
        thread.join();

    EXPECT_EQ (count (*database), 200);
}

TEST (Sqlite, bringsTheSchemaForwardOneStepAtATime)
{
    const TemporaryFolder folder;
    const auto file = folder.path / "things.sqlite";
    constexpr std::array first { "CREATE TABLE thing (id INTEGER PRIMARY KEY)" };
    constexpr std::array second { first[0], "ALTER TABLE thing ADD COLUMN name TEXT; UPDATE thing SET name = 'old'" };

    {
        const auto database = *Database::open (file);
        ASSERT_TRUE (database->migrate ("things", first));
        ASSERT_TRUE (database->run ("INSERT INTO thing VALUES (1)"));
    }

    for (int i = 0; i < 2; ++i)
    {
        const auto database = *Database::open (file);
        ASSERT_TRUE (database->migrate ("things", second));
        std::string name;
        ASSERT_TRUE (database->each ("SELECT name FROM thing", [&] (const ResultRow& row) { name = row.text (0); }));
        EXPECT_EQ (name, "old");
    }

    const auto refused = (*Database::open (file))->migrate ("things", first);
    ASSERT_FALSE (refused);
    EXPECT_EQ (refused.failure().message, "“things.sqlite” was made with a newer Athanor; please update to use it.");
}

TEST (Sqlite, runsNoTriggersOfStrangers)
{
    const TemporaryFolder folder;
    {
        const auto database = databaseIn (folder);
        ASSERT_TRUE (database->runAll ("CREATE TRIGGER trap AFTER INSERT ON thing BEGIN DELETE FROM thing; END"));
    }

    const auto database = databaseIn (folder, { .isFromStrangers = true });
    ASSERT_TRUE (database->run ("INSERT INTO thing (id) VALUES (1)"));
    EXPECT_EQ (count (*database), 1);
}

} // namespace athanor
