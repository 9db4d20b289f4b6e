// SPDX-License-Identifier: GPL-3.0-or-later
// Random numbers that are the same ones each time a patch begins, and the same as in Vital.
#pragma once

#include "Modules/Synth/Seeds.h"
#include "Modules/Synth/SynthLanes.h"

#include <algorithm>
#include <random>

namespace athanor::synth
{

/** A row of even random numbers. A Mersenne twister's are the same on every machine; it is wound up when it is first asked. */
class Chance
{
public:
    /** From the first number of a row. */
    void restart (std::uint32_t s) noexcept
    {
        seed = s;
        isWound = false;
    }

    float next (float low, float high) noexcept
    {
        if (! isWound)
            engine.seed (seed);

        isWound = true;
        constexpr float belowOne = 0x1.fffffep-1f;
        return std::min (static_cast<float> (engine()) * 0x1p-32f, belowOne) * (high - low) + low;
    }

private:
    std::mt19937 engine;
    std::uint32_t seed = 0;
    bool isWound = false;
};

/** The rows of one drawer in a group: one for each two voices. */
class Chances
{
public:
    static constexpr int pairs = groupVoices / 2;

    Chances (int group, Drawer d) noexcept : firstPair (pairs * group), drawer (d) { restart (Seeds()); }

    Chance& ofPair (int pair) noexcept { return rows[static_cast<std::size_t> (pair)]; }

    Chance& ofVoice (int voice) noexcept { return ofPair (voice / 2); }

    void restart (const Seeds& seeds) noexcept
    {
        for (int pair = 0; pair < pairs; ++pair)
            ofPair (pair).restart (seeds.of (drawer, firstPair + pair));
    }

    /** A number for each lane, or for each voice; drawn for both voices of a pair where one of them needs it. */
    Lanes lanes (dsp::Mask<8> needed, float low, float high, bool isStereo) noexcept
    {
        Lanes drawn (0.0f);

        for (int pair = 0; pair < pairs; ++pair)
        {
            const auto first = 4 * pair;

            if (! needed[first] && ! needed[first + 1] && ! needed[first + 2] && ! needed[first + 3])
                continue;

            for (int lane = first; lane < first + 4; lane += 2)
            {
                drawn.set (lane, ofPair (pair).next (low, high));
                drawn.set (lane + 1, isStereo ? ofPair (pair).next (low, high) : drawn[lane]);
            }
        }

        return drawn;
    }

private:
    int firstPair;
    Drawer drawer;
    std::array<Chance, pairs> rows;
};

} // namespace athanor::synth
