// SPDX-License-Identifier: GPL-3.0-or-later
// The ports that every pitched source has, and the pitch that they make together.
#pragma once

#include "Dsp/Fast.h"
#include "Modules/Module.h"

namespace athanor
{

/** Pitch, octave, semitone and fine, declared by a source as one member. */
struct Tuning
{
    explicit Tuning (Module& o) : owner (o) {}

    Module& owner;
    Input pitch { owner, "pitch", "The note to play, in semitones; middle C is 60, and is played while nothing is plugged in.", Normal::pitch };
    Knob octave { owner, "octave", whole (-4, 4, 0), "Octaves up or down." };
    Knob semitone { owner, "semitone", semitones (-24, 24, 0), "Semitones up or down, and anything between." };
    Knob fine { owner, "fine", { -100, 100, 0, "ct" }, "Cents up or down." };

    template <typename S>
    bool isSteady (const Block<S>& block) const noexcept
    {
        return block[pitch].steady && block[octave].steady && block[semitone].steady && block[fine].steady;
    }

    /** MIDI semitones at a frame. */
    template <typename S>
    S at (const Block<S>& block, int frame) const noexcept
    {
        const auto& played = block[pitch];
        const auto note = played.silent ? S (60.0f) : played[frame];
        return dsp::fma (block[octave][frame], S (12.0f), dsp::fma (block[fine][frame], S (0.01f), note + block[semitone][frame]));
    }
};

} // namespace athanor
