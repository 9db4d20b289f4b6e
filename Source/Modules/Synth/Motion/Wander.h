// SPDX-License-Identifier: GPL-3.0-or-later
// A value that wanders at random, for four voices; and one that each note draws once.
#pragma once

#include "Modules/Synth/Motion/NoteTurn.h"
#include "Modules/Synth/Motion/Tempo.h"

namespace athanor::synth
{

/** Even random numbers; the same row from the same seed on every machine. */
class Chance
{
public:
    explicit Chance (std::uint32_t seed) noexcept : state (seed * 0x9e3779b9u + 0x7f4a7c15u) {}

    float next (float low, float high) noexcept
    {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        return low + (high - low) * static_cast<float> (state >> 8) * (1.0f / 16'777'216);
    }

    /** A number for each lane, or for each voice. */
    Lanes lanes (float low, float high, bool isStereo) noexcept
    {
        Lanes drawn;

        for (int lane = 0; lane < Lanes::size; lane += 2)
        {
            drawn.set (lane, next (low, high));
            drawn.set (lane + 1, isStereo ? next (low, high) : drawn[lane]);
        }

        return drawn;
    }

private:
    std::uint32_t state;
};

enum class WanderStyle { perlin, sampleAndHold, sine, lorenz };

/** Controls of one random source, as stored. */
struct WanderControls
{
    RateControls rate;
    WanderStyle style = WanderStyle::perlin;
    bool isStereo = false;
    bool isSynced = false; ///< To the song, and so alike for all voices.
};

/** A random source runs at audio rate always; what reads it at control rate gets the first frame. */
class Wander
{
public:
    explicit Wander (std::uint32_t seed) noexcept : chance (seed) {}

    void process (const Turn&, const NoteTurn&, const Transport&, const WanderControls&, Lanes* out) noexcept;

private:
    LaneMask move (const Turn&, const NoteTurn&, const Transport&, const WanderControls&, Lanes rate) noexcept;
    void holdSamples (const Turn&, LaneMask hasNew, Lanes before, Lanes step, Lanes* out) noexcept;
    void attract (const Turn&, const NoteTurn&, const WanderControls&, Lanes rate, Lanes* out) noexcept;

    Chance chance;
    Lanes offset { 0.0f }, from { 0.0f }, to { 0.0f }, last { 0.5f };
    Lanes x { 0.1f }, y { 0.0f }, z { 0.0f };
};

/** One number for each note, until the next one. */
class NoteChance
{
public:
    explicit NoteChance (std::uint32_t seed) noexcept : chance (seed) {}

    Lanes process (const NoteTurn& notes) noexcept
    {
        for (int voice = 0; voice < groupVoices; ++voice)
            if (notes.begins()[2 * voice])
                setVoice (drawn, voice, chance.next (0, 1));

        return drawn;
    }

private:
    Chance chance;
    Lanes drawn { 0.0f };
};

} // namespace athanor::synth
