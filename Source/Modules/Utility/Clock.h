// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Modules/Knobs.h"
#include "Modules/NoteLength.h"

#include <array>
#include <cmath>

namespace athanor
{

/** Beats in time with the song. */
template <typename S>
class Clock final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "utility.clock", "Clock", "Utility", "Beats in time with the song." };

    Clock() : ModuleOf<S> (about) {}

    Knob length { *this, "length", choice (lengths, 2), "The note length from one beat to the next." };
    Knob swing { *this, "swing", amount (0), "How late every second beat comes: at 1 by half a length." };
    Knob width { *this, "width", Range { 0.01f, 0.99f, 0.5f }, "How much of each length the gate stays open." };
    Knob runs { *this, "runs", choice (whens), "Whether it beats on while the song stands still." };
    Output pulse { *this, "pulse", "1 on the one frame of each beat." };
    Output gate { *this, "gate", "1 from each beat for as long as the width says, else 0." };
    Output phase { *this, "phase", "Runs from 0 to 1 between two beats." };

    void reset() noexcept override { lastBeat = never; }

    void process (const Block<S>& block) noexcept override
    {
        auto &pulses = block[pulse], &gates = block[gate], &phases = block[phase];

        if (block.choice (runs) == 1 && ! block.moment->isPlaying)
        {
            pulses.clear();
            gates.clear();
            phases.clear();
            lastBeat = never;
            return;
        }

        const auto beats = noteBeats[static_cast<std::size_t> (block.choice (length)) + 1];
        const auto late = 0.5 * static_cast<double> (block[swing].first()[0]);

        for (int frame = 0; frame < quantum; ++frame)
        {
            // Two lengths at a time, of which the second begins late; a thousandth of a frame forgives what rounding took away.
            const auto place = (block.moment->beat + (frame + 0.001) * block.moment->beatsPerFrame) / beats;
            const auto pair = std::floor (place * 0.5);
            const auto inPair = place - 2 * pair;
            const bool isSecond = inPair >= 1 + late;
            const auto part = static_cast<float> (isSecond ? (inPair - 1 - late) / (1 - late) : inPair / (1 + late));
            const auto beat = 2 * static_cast<std::int64_t> (pair) + (isSecond ? 1 : 0);

            // The first frame of a beat, and not one in the middle of it where the song has just begun to move.
            const auto step = static_cast<float> (block.moment->beatsPerFrame / beats);
            const bool isNew = beat != lastBeat && (lastBeat != never || part < 2 * step);
            lastBeat = beat;

            pulses[frame] = S (isNew ? 1.0f : 0.0f);
            gates[frame] = select (S (part) < block[width][frame], S (1.0f), S (0.0f));
            phases[frame] = S (std::fmin (part, 1.0f));
        }
    }

private:
    static constexpr auto lengths = [] {
        std::array<std::string_view, noteLengths.size() - 1> made;

        for (std::size_t i = 0; i < made.size(); ++i)
            made[i] = noteLengths[i + 1];

        return made;
    }();

    static constexpr std::array<std::string_view, 2> whens { "always", "while playing" };
    static constexpr std::int64_t never = INT64_MIN;

    std::int64_t lastBeat = never;
};

} // namespace athanor
