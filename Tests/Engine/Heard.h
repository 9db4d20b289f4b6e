// SPDX-License-Identifier: GPL-3.0-or-later
// A song as a device would hear it, and what differs between two sounds.
#pragma once

#include "Engine/Engine.h"
#include "Support/Threads.h"

#include <gtest/gtest.h>

#include <array>
#include <cstring>
#include <functional>
#include <string>
#include <vector>

namespace athanor
{

/** Interleaved; compared bit by bit, so that not even a NaN may differ. */
using Heard = std::vector<float>;

/** Which frame differs first; empty: none. */
inline std::string difference (const Heard& a, const Heard& b)
{
    if (a.size() == b.size() && std::memcmp (a.data(), b.data(), a.size() * sizeof (float)) == 0)
        return {};

    for (std::size_t i = 0; i < std::min (a.size(), b.size()); ++i)
        if (std::memcmp (&a[i], &b[i], sizeof (float)) != 0)
            return "frame " + std::to_string (i / 2) + ": " + std::to_string (a[i]) + " and " + std::to_string (b[i]);

    return std::to_string (a.size() / 2) + " and " + std::to_string (b.size() / 2) + " frames";
}

/** Plays the song from its start to `end` seconds, and on until there are so many frames, in blocks of at most 4,096 frames.
    With helpers every quantum is shared out among them and the caller. */
inline Heard playLive (const Project& project, PlanOptions planning, double end, std::size_t frames, const std::function<int()>& blockSize, int helpers = 0)
{
    ThreadsForTests threads;
    Crew crew (helpers);
    Engine engine;
    planning.score = makePlayScore (project, {}, planning.sampleRate);
    const auto last = std::min (static_cast<std::int64_t> (end * planning.sampleRate), planning.score->length);
    std::shared_ptr<const Plan> plan = makePlan (project, planning, nullptr);
    engine.setCrew (helpers > 0 ? &crew : nullptr);
    engine.plans.publish (threads.message, std::make_unique<SharedPlan> (SharedPlan { plan }));

    for (const Order& order : { Order (Locate { 0 }), Order (PlayUntil { last }), Order (StartPlaying {}) })
        EXPECT_TRUE (engine.commands.push ({ order, 0 }));

    Heard made;
    std::array<float, 4'096> left {}, right {};
    auto skip = plan->latency;

    while (made.size() < 2 * frames)
    {
        const auto block = blockSize();
        engine.process (threads.audio, left.data(), right.data(), block);

        for (std::size_t i = 0; i < static_cast<std::size_t> (block) && made.size() < 2 * frames; ++i)
            if (skip > 0)
                --skip;
            else
                made.insert (made.end(), { left[i], right[i] });
    }

    return made;
}

} // namespace athanor
