// SPDX-License-Identifier: GPL-3.0-or-later
// What Athanor remembers about a user beyond any one project.
#pragma once

#include "Core/Result.h"
#include "Store/Backups.h"
#include "Store/Sqlite.h"

#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace athanor
{

struct RecentProject
{
    std::filesystem::path path;
    std::string title; ///< As it was when it was open last.
    TimePoint opened;

    bool isThere() const;
};

/** One database for each user; several programs may have it open. Every part of the program keeps its tables in it, see
    Database::migrate. For one thread; others open their own. */
class Library
{
public:
    /** A damaged library is put aside and a new one begun; `note` then says so. */
    static Result<std::shared_ptr<Library>> open (const std::filesystem::path&, std::string* note = nullptr);

    Database& database() const noexcept { return *tables; }

    /** Projects that were open, last first; at most forty are kept. */
    std::vector<RecentProject> recentProjects() const;
    Result<Done> addRecent (const std::filesystem::path&, const std::string& title, TimePoint now = std::chrono::system_clock::now());
    Result<Done> forgetRecent (const std::filesystem::path&);

    // Tags are put on whatever the browser shows: a preset, a sample, a module, by its id or path.

    static constexpr auto favourite = "favourite";

    Result<Done> setTag (const std::string& item, const std::string& tag, bool isSet);
    std::set<std::string> tagsOf (const std::string& item) const;
    std::set<std::string> itemsWith (const std::string& tag) const;

    /** All tags there are. */
    std::set<std::string> tags() const;

private:
    explicit Library (std::shared_ptr<Database> d) : tables (std::move (d)) {}

    std::shared_ptr<Database> tables;
};

/** A project to begin with. */
struct ProjectTemplate
{
    std::string name;
    std::filesystem::path path;
};

/** The projects in some folders, by name. What is in an earlier folder hides what has the same name in a later one. */
std::vector<ProjectTemplate> findTemplates (const std::vector<std::filesystem::path>& folders);

} // namespace athanor
