// SPDX-License-Identifier: GPL-3.0-or-later
#include "Store/Library.h"

#include "Store/ProjectFolder.h"

#include <array>
#include <map>

namespace athanor
{

namespace
{
namespace fs = std::filesystem;

constexpr std::array schema {
    "CREATE TABLE recent (path TEXT PRIMARY KEY, title TEXT NOT NULL, opened INTEGER NOT NULL) STRICT;"
    "CREATE TABLE tag (item TEXT NOT NULL, tag TEXT NOT NULL, PRIMARY KEY (item, tag)) STRICT, WITHOUT ROWID;"
    "CREATE INDEX tag_items ON tag (tag, item);"
};

constexpr int mostRecent = 40;

std::int64_t milliseconds (TimePoint time)
{
    return std::chrono::duration_cast<std::chrono::milliseconds> (time.time_since_epoch()).count();
}

template <typename... Arguments>
std::set<std::string> texts (Database& database, const char* sql, const Arguments&... arguments)
{
    std::set<std::string> found;
    static_cast<void> (database.each (
        sql, [&] (const ResultRow& row) { found.insert (row.text (0)); }, arguments...));
    return found;
}
} // namespace

bool RecentProject::isThere() const { return ProjectFolder::isProject (path); }

Result<std::shared_ptr<Library>> Library::open (const fs::path& path, std::string* note)
{
    // A lost favourite is no lost song: the disk is not waited for.
    const DatabaseOptions options { .durability = Durability::normal };
    auto database = Database::open (path, options);

    if (! database && Database::isDamaged (path) && Database::putAside (path))
    {
        database = Database::open (path, options);

        if (note != nullptr)
            *note = "Your library was damaged and had to be begun anew; your projects are not touched by that.";
    }

    if (! database)
        return database.failure();

    if (const auto ready = (*database)->migrate ("library", schema); ! ready)
        return ready.failure();

    return std::shared_ptr<Library> (new Library (*database));
}

std::vector<RecentProject> Library::recentProjects() const
{
    std::vector<RecentProject> projects;

    static_cast<void> (tables->each ("SELECT path, title, opened FROM recent ORDER BY opened DESC", [&] (const ResultRow& row) {
        projects.push_back ({ row.text (0), row.text (1), TimePoint (std::chrono::milliseconds (row.integer (2))) });
    }));

    return projects;
}

Result<Done> Library::addRecent (const fs::path& path, const std::string& title, TimePoint now)
{
    Transaction transaction (*tables);
    transaction.run ("INSERT OR REPLACE INTO recent VALUES (?, ?, ?)", path.string(), title, milliseconds (now));
    transaction.run ("DELETE FROM recent WHERE path NOT IN (SELECT path FROM recent ORDER BY opened DESC LIMIT ?)", mostRecent);
    return transaction.commit();
}

Result<Done> Library::forgetRecent (const fs::path& path) { return tables->run ("DELETE FROM recent WHERE path = ?", path.string()); }

Result<Done> Library::setTag (const std::string& item, const std::string& tag, bool isSet)
{
    return tables->run (isSet ? "INSERT OR IGNORE INTO tag VALUES (?, ?)" : "DELETE FROM tag WHERE item = ? AND tag = ?", item, tag);
}

std::set<std::string> Library::tagsOf (const std::string& item) const { return texts (*tables, "SELECT tag FROM tag WHERE item = ?", item); }

std::set<std::string> Library::itemsWith (const std::string& tag) const { return texts (*tables, "SELECT item FROM tag WHERE tag = ?", tag); }

std::set<std::string> Library::tags() const { return texts (*tables, "SELECT DISTINCT tag FROM tag"); }

std::vector<ProjectTemplate> findTemplates (const std::vector<fs::path>& folders)
{
    std::map<std::string, fs::path> found;
    std::error_code ignored;

    for (const auto& folder : folders)
        for (const auto& entry : fs::directory_iterator (folder, ignored))
            if (entry.path().extension() == ".athanor" && ProjectFolder::isProject (entry.path()))
                found.emplace (entry.path().stem().string(), entry.path());

    std::vector<ProjectTemplate> templates;

    for (const auto& [name, path] : found)
        templates.push_back ({ name, path });

    return templates;
}

} // namespace athanor
