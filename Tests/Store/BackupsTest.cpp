// SPDX-License-Identifier: GPL-3.0-or-later
#include "Store/Backups.h"

#include "Store/AtomicFile.h"
#include "Support/Files.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace athanor
{

namespace
{
using namespace std::chrono_literals;

constexpr TimePoint noon { std::chrono::seconds { 1'795'262'400 } }; // 2026-11-21T12:00:00Z
} // namespace

TEST (Backup, isCalledByItsTime)
{
    EXPECT_EQ (backupName (noon), "2026-11-21T12-00-00.json");
    EXPECT_EQ (backupName (noon + 61s), "2026-11-21T12-01-01.json");
}

TEST (Backups, areAtMostTwentyAndReachFarBack)
{
    std::vector<std::string> names { "notes.txt" };

    // Every seven minutes for thirty days.
    for (auto back = 0min; back < std::chrono::minutes (24h * 30); back += 7min)
        names.push_back (backupName (noon - back));

    const auto superfluous = superfluousBackups (names);
    std::set<std::string> kept (names.begin(), names.end());

    for (const auto& name : superfluous)
        EXPECT_EQ (kept.erase (name), 1u);

    EXPECT_EQ (kept.erase ("notes.txt"), 1u) << "what is no backup is left alone";
    EXPECT_EQ (kept.size(), 20u);

    for (auto back = 0min; back < 5 * 7min; back += 7min)
        EXPECT_TRUE (kept.contains (backupName (noon - back))) << "the newest stay";

    EXPECT_LT (*kept.begin(), backupName (noon - 24h * 9)) << "the oldest is more than a week old";
}

TEST (Backups, areAllKeptWhileTheyAreFew)
{
    EXPECT_TRUE (superfluousBackups ({ backupName (noon), backupName (noon - 1s), backupName (noon - 2s) }).empty());
}

TEST (Backups, keepWhatTheFileWas)
{
    const TemporaryFolder folder;
    const auto file = folder.path / "project.json", backups = folder.path / "backups";

    for (int i = 0; i < 50; ++i)
    {
        ASSERT_TRUE (writeFile (file, std::to_string (i)));
        ASSERT_TRUE (makeBackup (file, backups, noon + i * 1min));
    }

    const auto kept = listBackups (backups);
    ASSERT_LE (kept.size(), 20u);
    EXPECT_TRUE (std::is_sorted (kept.rbegin(), kept.rend()));
    EXPECT_EQ (*readFile (kept[0]), "49");
    EXPECT_EQ (*readFile (kept[1]), "48") << "writing the file again leaves its backups alone";
}

} // namespace athanor
