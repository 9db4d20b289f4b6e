// SPDX-License-Identifier: GPL-3.0-or-later
// What the kinds of jobs have in common: where they work, and how they read what they are told.
#pragma once

#include "App/Jobs/ProjectSnapshot.h"
#include "Jobs/Worker.h"

#include <functional>
#include <mutex>
#include <utility>

namespace athanor
{

/** Songs that a job of this program has just read, so that opening one need not read it again. Any thread. */
class JustRead
{
public:
    void put (JobId id, LoadedProject loaded)
    {
        const std::lock_guard lock (mutex);
        songs.insert_or_assign (id, std::make_shared<const LoadedProject> (std::move (loaded)));
    }

    /** The song, once; null when there is none. */
    std::shared_ptr<const LoadedProject> take (JobId id)
    {
        const std::lock_guard lock (mutex);
        const auto found = songs.extract (id);
        return found ? found.mapped() : nullptr;
    }

private:
    std::mutex mutex;
    std::map<JobId, std::shared_ptr<const LoadedProject>> songs;
};

/** Where jobs work. Outlives them. */
struct JobPlace
{
    Assets artifacts { {} };       ///< Set before the first job begins.
    std::filesystem::path library; ///< The same.
    SoundsInUse sounds;
    JustRead justRead;
};

/** A number as a text, by a format of printf for one double. */
std::string written (const char* format, double number);

/** All kinds of jobs that this program can do. */
JobKinds allJobKinds (JobPlace&);

/** Those that lists show; others show their results elsewhere. */
const std::set<std::string>& listedKinds();

// Parts of the input or result of a job; empty where they are missing or of another kind.

inline std::string textIn (const Value& value, const std::string& name)
{
    const auto* part = value.part (name);
    const auto* text = part != nullptr ? part->as<std::string>() : nullptr;
    return text != nullptr ? *text : std::string();
}

inline std::optional<double> numberIn (const Value& value, const std::string& name)
{
    const auto* part = value.part (name);

    if (part == nullptr)
        return {};

    if (const auto* whole = part->as<std::int64_t>())
        return static_cast<double> (*whole);

    const auto* real = part->as<double>();
    return real != nullptr ? std::optional (*real) : std::nullopt;
}

inline std::vector<std::string> textsIn (const Value& value, const std::string& name)
{
    std::vector<std::string> texts;
    const auto* part = value.part (name);
    const auto* list = part != nullptr ? part->as<Value::List>() : nullptr;

    for (const auto& one : list != nullptr ? *list : Value::List {})
        if (const auto* text = one.as<std::string>())
            texts.push_back (*text);

    return texts;
}

} // namespace athanor
