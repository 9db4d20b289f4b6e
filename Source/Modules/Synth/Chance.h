// SPDX-License-Identifier: GPL-3.0-or-later
// Random numbers that are the same ones each time a synth begins, and the same as in Vital.
#pragma once

#include "Modules/Synth/SynthLanes.h"

#include <algorithm>
#include <random>

namespace athanor::synth
{

/** A row of even random numbers. A Mersenne twister's are the same on every machine; it is wound up when it is first asked. */
class Chance
{
public:
    explicit Chance (std::uint32_t s) noexcept : seed (s) {}

    /** From the first number again. */
    void restart() noexcept { isWound = false; }

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
    std::uint32_t seed;
    bool isWound = false;
};

/** Who draws. */
enum class Drawer { oscillator1,
                    oscillator2,
                    oscillator3,
                    sample,
                    note,
                    random1,
                    random2,
                    random3,
                    random4 };

/** The rows of one drawer in a group: one for each two voices. Vital computes voices in pairs and gives each part of each pair a
    generator of its own, with seeds that count up as they are made; since that is the same in every session, presets with random
    phases sound alike whenever they are opened, and only those who draw the same numbers sound like them. */
class Chances
{
public:
    static constexpr int pairs = groupVoices / 2;

    Chances (int group, Drawer drawer) noexcept : rows { Chance (seedOf (pairs * group, drawer)), Chance (seedOf (pairs * group + 1, drawer)) } {}

    Chance& ofPair (int pair) noexcept { return rows[static_cast<std::size_t> (pair)]; }

    Chance& ofVoice (int voice) noexcept { return ofPair (voice / 2); }

    void restart() noexcept
    {
        for (auto& row : rows)
            row.restart();
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
    static std::uint32_t seedOf (int pair, Drawer drawer) noexcept
    {
        constexpr int first = 12, drawers = 9;
        return static_cast<std::uint32_t> (first + drawers * pair + static_cast<int> (drawer));
    }

    std::array<Chance, pairs> rows;
};

} // namespace athanor::synth
