// SPDX-License-Identifier: GPL-3.0-or-later
// A value that wanders at random, for four voices; and one that each note draws once.
#pragma once

#include "Modules/Synth/Chance.h"
#include "Modules/Synth/Motion/NoteTurn.h"
#include "Modules/Synth/Motion/Tempo.h"

namespace athanor::synth
{

enum class WanderStyle { perlin,
                         sampleAndHold,
                         sine,
                         lorenz };

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
    explicit Wander (const Chances& c) noexcept : chances (c) {}

    void restart (const Seeds& seeds) noexcept { chances.restart (seeds); }

    void process (const Turn&, const NoteTurn&, const Transport&, const WanderControls&, Lanes* out) noexcept;

private:
    LaneMask move (const Turn&, const NoteTurn&, const Transport&, const WanderControls&, Lanes rate) noexcept;
    void holdSamples (const Turn&, LaneMask hasNew, Lanes before, Lanes step, Lanes* out) noexcept;
    void attract (const Turn&, const NoteTurn&, const WanderControls&, Lanes rate, Lanes* out) noexcept;

    Chances chances;
    Lanes offset { 0.0f }, from { 0.0f }, to { 0.0f }, last { 0.5f };
    Lanes x { 0.1f }, y { 0.0f }, z { 0.0f };
};

/** One number for each note, until the next one. */
class NoteChance
{
public:
    explicit NoteChance (const Chances& c) noexcept : chances (c) {}

    void restart (const Seeds& seeds) noexcept { chances.restart (seeds); }

    Lanes process (const NoteTurn& notes) noexcept
    {
        for (int voice = 0; voice < groupVoices; ++voice)
            if (notes.begins()[2 * voice])
                setVoice (drawn, voice, chances.ofVoice (voice).next (0, 1));

        return drawn;
    }

private:
    Chances chances;
    Lanes drawn { 0.0f };
};

} // namespace athanor::synth
