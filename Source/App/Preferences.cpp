// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Preferences.h"

#include "Store/Library.h"
#include "Store/Settings.h"

#include <algorithm>

namespace athanor
{

namespace
{
namespace fs = std::filesystem;
constexpr std::size_t mostRecent = 20;
constexpr auto keysName = "keys";

std::int64_t seconds (TimePoint time) { return std::chrono::duration_cast<std::chrono::seconds> (time.time_since_epoch()).count(); }
} // namespace

struct Preferences::Private
{
    std::shared_ptr<Library> library;
    fs::path file; ///< Of the library.
    std::shared_ptr<Settings> settings;
    std::map<std::string, Value> loose; ///< Without a library.
    std::vector<RecentFile> looseFiles;
    Value::Parts keys;
};

Preferences::Preferences() : self (std::make_unique<Private>()) {}

Preferences::~Preferences() = default;

Result<std::string> Preferences::open (const fs::path& file)
{
    std::string note;
    const auto library = Library::open (file, &note);

    if (! library)
        return library.failure();

    const auto settings = Settings::open (*library);

    if (! settings)
        return settings.failure();

    self->library = *library;
    self->file = file;
    self->settings = *settings;
    const auto keys = value (keysName);
    self->keys = keys.as<Value::Parts>() != nullptr ? *keys.as<Value::Parts>() : Value::Parts();
    onChange.call();
    return note;
}

fs::path Preferences::library() const { return self->file; }

Value Preferences::value (const std::string& name) const
{
    if (self->settings != nullptr)
        return self->settings->value (name);

    const auto found = self->loose.find (name);
    return found != self->loose.end() ? found->second : Value();
}

void Preferences::set (const std::string& name, const Value& chosen)
{
    if (value (name) == chosen)
        return;

    // What cannot be written holds until the program ends: a full disk is no reason to refuse a theme.
    if (self->settings != nullptr)
        static_cast<void> (self->settings->setValue (name, chosen));
    else
        self->loose.insert_or_assign (name, chosen);

    onChange.call();
}

std::string Preferences::text (const std::string& name, const std::string& otherwise) const
{
    const auto kept = value (name);
    return kept.as<std::string>() != nullptr ? *kept.as<std::string>() : otherwise;
}

double Preferences::number (const std::string& name, double otherwise) const
{
    const auto kept = value (name);

    if (const auto* whole = kept.as<std::int64_t>())
        return static_cast<double> (*whole);

    return kept.as<double>() != nullptr ? *kept.as<double>() : otherwise;
}

bool Preferences::truth (const std::string& name, bool otherwise) const
{
    const auto kept = value (name);
    return kept.as<bool>() != nullptr ? *kept.as<bool>() : otherwise;
}

const Value::Parts& Preferences::shortcuts() const { return self->keys; }

std::string Preferences::shortcutOf (const Action& action) const
{
    const auto found = self->keys.find (action.id);
    const auto* chosen = found != self->keys.end() ? found->second.as<std::string>() : nullptr;
    return chosen != nullptr ? *chosen : action.shortcut;
}

void Preferences::setShortcut (const Action& action, const std::string& keys)
{
    if (keys == action.shortcut)
        return resetShortcut (action.id);

    self->keys.insert_or_assign (action.id, keys);
    set (keysName, self->keys);
}

void Preferences::resetShortcut (const std::string& action)
{
    self->keys.erase (action);
    set (keysName, self->keys);
}

void Preferences::resetShortcuts()
{
    self->keys.clear();
    set (keysName, self->keys);
}

std::vector<RecentFile> Preferences::recentFiles() const
{
    auto files = self->looseFiles;

    if (self->library != nullptr)
        for (const auto& project : self->library->recentProjects())
            files.push_back ({ project.path, project.title, seconds (project.opened) });

    std::error_code error;
    std::erase_if (files, [&] (const RecentFile& file) { return ! fs::exists (file.path, error); });
    files.resize (std::min (files.size(), mostRecent));
    return files;
}

void Preferences::addRecent (const fs::path& path, const std::string& title)
{
    const auto now = std::chrono::system_clock::now();
    std::error_code error;
    auto whole = fs::absolute (path, error).lexically_normal();

    if (! whole.has_filename())
        whole = whole.parent_path();

    const auto name = title.empty() ? whole.stem().string() : title;

    if (self->library != nullptr)
        static_cast<void> (self->library->addRecent (whole, name, now));
    else
    {
        std::erase_if (self->looseFiles, [&] (const RecentFile& file) { return file.path == whole; });
        self->looseFiles.insert (self->looseFiles.begin(), { whole, name, seconds (now) });
    }

    onChange.call();
}

void Preferences::forgetRecent (const fs::path& path)
{
    std::erase_if (self->looseFiles, [&] (const RecentFile& file) { return file.path == path; });

    if (self->library != nullptr)
        static_cast<void> (self->library->forgetRecent (path));

    onChange.call();
}

} // namespace athanor
