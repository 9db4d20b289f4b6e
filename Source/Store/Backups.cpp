// SPDX-License-Identifier: GPL-3.0-or-later
#include "Store/Backups.h"

#include "Store/AtomicFile.h"

#include <algorithm>
#include <array>
#include <ctime>

namespace athanor
{

namespace
{
namespace fs = std::filesystem;

constexpr std::string_view form = "2026-11-21T12-00-00.json";

bool isBackupName (std::string_view name)
{
    const auto fits = [] (char c, char model) { return model >= '0' && model <= '9' ? c >= '0' && c <= '9' : c == model; };
    return std::equal (name.begin(), name.end(), form.begin(), form.end(), fits);
}

/** So many of the newest in different stretches of time; the name's first `length` characters say in which one it is. */
struct Tier
{
    std::size_t count, length;
};

constexpr std::array tiers { Tier { 5, form.size() }, Tier { 5, std::string_view ("2026-11-21T12").size() }, Tier { 10, std::string_view ("2026-11-21").size() } };
} // namespace

std::string backupName (TimePoint time)
{
    const auto seconds = std::chrono::system_clock::to_time_t (time);
    std::tm parts {};
    ::gmtime_r (&seconds, &parts);
    std::array<char, 32> text {};
    return { text.data(), std::strftime (text.data(), text.size(), "%Y-%m-%dT%H-%M-%S.json", &parts) };
}

std::vector<std::string> superfluousBackups (std::vector<std::string> names)
{
    std::erase_if (names, [] (const auto& name) { return ! isBackupName (name); });
    std::sort (names.begin(), names.end(), std::greater<>());

    std::vector<std::string> superfluous;
    std::size_t tier = 0, kept = 0;
    std::string last;

    for (const auto& name : names)
    {
        while (tier < tiers.size() && kept == tiers[tier].count)
        {
            ++tier;
            kept = 0;
        }

        if (tier < tiers.size() && name.substr (0, tiers[tier].length) != last.substr (0, tiers[tier].length))
        {
            last = name;
            ++kept;
        }
        else
            superfluous.push_back (name);
    }

    return superfluous;
}

std::vector<fs::path> listBackups (const fs::path& backups)
{
    std::vector<fs::path> files;
    std::error_code ignored;

    for (const auto& entry : fs::directory_iterator (backups, ignored))
        if (isBackupName (entry.path().filename().string()))
            files.push_back (entry.path());

    std::sort (files.begin(), files.end(), std::greater<>());
    return files;
}

Result<Done> makeBackup (const fs::path& file, const fs::path& backups, TimePoint time)
{
    std::error_code error;
    const auto backup = backups / backupName (time);
    fs::create_directory (backups, error);

    // A second name for the same bytes: saving puts another file in its place and never writes into this one.
    if (! fs::exists (backup, error))
    {
        fs::create_hard_link (file, backup, error);

        if (error)
        {
            const auto bytes = readFile (file);
            const auto written = bytes ? writeFile (backup, *bytes) : bytes.failure();

            if (! written)
                return written;
        }
    }

    std::vector<std::string> names;

    for (const auto& path : listBackups (backups))
        names.push_back (path.filename().string());

    for (const auto& name : superfluousBackups (std::move (names)))
        fs::remove (backups / name, error);

    return Done {};
}

} // namespace athanor
