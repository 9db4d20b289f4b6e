// SPDX-License-Identifier: GPL-3.0-or-later
// What this user chose and opened, beyond any one project: theme, keys, MIDI inputs, recent files.
#pragma once

#include "App/Action.h"
#include "App/Listeners.h"

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace athanor
{

/** A project or song that was open. */
struct RecentFile
{
    std::filesystem::path path;
    std::string title;       ///< Never empty.
    std::int64_t opened = 0; ///< Seconds since 1970.
};

/** Kept in the user's library once that is open; until then, and without one, for as long as the program runs. */
class Preferences
{
public:
    Preferences();
    ~Preferences();

    /** From now on everything comes from this library and goes into it. A damaged one is put aside; the result says so, else it is empty. */
    Result<std::string> open (const std::filesystem::path& library);

    /** The library that is open; empty: none. */
    std::filesystem::path library() const;

    /** Nothing when it was never chosen. */
    Value value (const std::string& name) const;

    /** Chooses; nothing forgets the choice. */
    void set (const std::string& name, const Value&);

    std::string text (const std::string& name, const std::string& otherwise) const;
    double number (const std::string& name, double otherwise) const;
    bool truth (const std::string& name, bool otherwise) const;

    /** The keys of an action: those that were chosen for it, else those that it declares. */
    std::string shortcutOf (const Action&) const;

    bool isRebound (const Action& action) const { return shortcuts().contains (action.id); }

    void setShortcut (const Action&, const std::string&);
    void resetShortcut (const std::string& action);
    void resetShortcuts();

    /** Those that are still there, last first; at most twenty. */
    std::vector<RecentFile> recentFiles() const;
    void addRecent (const std::filesystem::path&, const std::string& title);
    void forgetRecent (const std::filesystem::path&);

    Listeners<> onChange;

private:
    const Value::Parts& shortcuts() const;

    struct Private;
    std::unique_ptr<Private> self;
};

} // namespace athanor
