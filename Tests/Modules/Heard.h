// SPDX-License-Identifier: GPL-3.0-or-later
// What came out of a module on the bench, and whether it is as it must be.
#pragma once

#include "Modules/Rig.h"

#include <algorithm>
#include <bit>
#include <set>

namespace athanor
{

/** Everything a module put out in one quantum, as bits. */
template <typename S>
std::vector<float> heard (Rig<S>& rig)
{
    std::vector<float> all;

    for (auto& output : rig.outputs)
        for (auto& frame : output.frames)
            for (int lane = 0; lane < S::size; ++lane)
                all.push_back (frame[lane]);

    for (auto* port : rig.module->ports())
        if (port->kind == Port::Kind::notesOut)
            for (auto& event : rig.notesOut (port->id))
                all.insert (all.end(), { static_cast<float> (event.kind), static_cast<float> (event.frame), static_cast<float> (event.note), event.pitch, event.velocity });

    return all;
}

inline bool areSameBytes (const std::vector<float>& a, const std::vector<float>& b)
{
    return a.size() == b.size() && std::equal (a.begin(), a.end(), b.begin(), [] (float x, float y) { return std::bit_cast<std::uint32_t> (x) == std::bit_cast<std::uint32_t> (y); });
}

template <typename S>
float loudest (Rig<S>& rig)
{
    float peak = 0;

    for (auto& output : rig.outputs)
        for (auto& frame : output.frames)
            for (int lane = 0; lane < S::size; ++lane)
                peak = std::max (peak, std::abs (frame[lane]));

    return peak;
}

/** Modules whose outputs the engine writes; and the synth, which sounds of notes and a material, and has a test of its own. */
inline bool isWrittenByEngine (const ModuleType& type)
{
    static const std::set<std::string_view> ids { "voice.in", "track.in", "track.listen", "synth" };
    return ids.contains (type.about->id);
}

template <typename S>
::testing::AssertionResult isWhole (Rig<S>& rig)
{
    for (auto* port : rig.module->ports())
    {
        if (port->kind != Port::Kind::output)
            continue;

        auto& signal = rig.output (port->id);

        for (int frame = 0; frame < quantum; ++frame)
            for (int lane = 0; lane < S::size; ++lane)
            {
                const float x = signal[frame][lane];
                const auto where = [&] { return std::string (port->id) + ", frame " + std::to_string (frame) + ", lane " + std::to_string (lane) + " of " + rig.describe(); };

                if (! std::isfinite (x))
                    return ::testing::AssertionFailure() << "not a finite number (or not written): " << where();

                if (signal.steady && x != signal[0][lane])
                    return ::testing::AssertionFailure() << "called steady but moves: " << where();

                if (signal.silent && (x != 0 || ! signal.steady))
                    return ::testing::AssertionFailure() << "called silent but is " << x << ": " << where();
            }
    }

    return ::testing::AssertionSuccess();
}
} // namespace athanor
