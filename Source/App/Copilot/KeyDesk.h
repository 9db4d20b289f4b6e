// SPDX-License-Identifier: GPL-3.0-or-later
// Where a musician gives away a key and takes it back: beside everything else, because a key store may ask for its password first.
#pragma once

#include "App/Copilot/PlannerChoice.h"

#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace athanor
{

class Session;

/** All calls on the message thread; they return at once. */
class KeyDesk
{
public:
    explicit KeyDesk (Session&);
    KeyDesk (const KeyDesk&) = delete;

    /** What is under way is broken off. */
    ~KeyDesk() = default;

    /** Gives a key to the key store. Fails with a sentence while it is busy; what becomes of it is told by Session::onMessage. */
    Result<Done> keep (const PlannerProvider&, const Secret&);

    /** Takes it out again. */
    Result<Done> erase (const PlannerProvider&);

    bool isBusy() const noexcept { return isWorking; }

    /** What became of the last key, for as long as the program runs. */
    const std::string& sentence() const noexcept { return words; }

    /** Now and then: takes note of what is done. */
    void refresh();

    /** Waits for it, and takes note. */
    void settle();

private:
    struct News
    {
        PlannerProvider provider;
        bool isKept = false;
        Result<Done> result;
    };

    Result<Done> begin (const PlannerProvider&, std::optional<Secret>);

    Session& session;
    bool isWorking = false;
    std::string words;
    std::mutex mutex;
    std::optional<News> news;
    std::jthread worker; ///< Last, so that it has ended before anything that it writes to goes.
};

} // namespace athanor
