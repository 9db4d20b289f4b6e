// SPDX-License-Identifier: GPL-3.0-or-later
// The ports that every filter with a cutoff has, and the frequency that they make together.
#pragma once

#include "Dsp/Fast.h"
#include "Modules/Module.h"

namespace athanor
{

/** Cutoff and key tracking, declared by a filter as one member. */
struct Cutoff
{
    Cutoff (Module& o, float initial) : owner (o), start (initial) {}

    Module& owner;
    float start;
    Input pitch { owner, "pitch", "The note that the cutoff may follow, in semitones.", Normal::pitch };
    Knob cutoff { owner, "cutoff", hertz (20, 20'000, start), "Where the filter turns." };
    Knob keys { owner, "keys", amount (0), "How far the cutoff follows the note, from middle C on; at 1 it can be played like one." };

    template <typename S>
    bool isSteady (const Block<S>& block) const noexcept
    {
        return block[cutoff].steady && block[keys].steady && (block[pitch].steady || ! follows (block));
    }

    /** Hz, frame by frame. */
    template <typename S>
    struct Path
    {
        const Signal<S>&hz, &note, &amount;
        bool follows;

        S operator[] (int frame) const noexcept
        {
            return follows ? hz[frame] * dsp::exp2 ((note[frame] - 60.0f) * (1.0f / 12) * amount[frame]) : hz[frame];
        }
    };

    template <typename S>
    Path<S> over (const Block<S>& block) const noexcept
    {
        return { block[cutoff], block[pitch], block[keys], follows (block) };
    }

private:
    template <typename S>
    bool follows (const Block<S>& block) const noexcept
    {
        return ! block[pitch].silent && ! (block[keys].steady && isNone (block[keys].first() > 0.0f));
    }
};

} // namespace athanor
