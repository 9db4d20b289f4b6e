// SPDX-License-Identifier: GPL-3.0-or-later
// The slow motion inside a chorus, a flanger, a phaser or a tremolo.
#pragma once

#include "Dsp/Channels.h"
#include "Modules/Knobs.h"
#include "Modules/NoteLength.h"

#include <cmath>

namespace athanor
{

/** Rate, sync and the phase that they drive, declared by an effect as one member. */
template <typename S>
class Sweep
{
public:
    Sweep (Module& o, float initialHertz, float initialSpread = 0.5f) : owner (o), start (initialHertz), apart (initialSpread) {}

    Module& owner;
    float start, apart;
    Knob rate { owner, "rate", hertz (0.01f, 20, start), "How fast it moves, while sync is free." };
    Knob sync { owner, "sync", choice (noteLengths), "The note length that one turn of the motion keeps to." };
    Knob spread { owner, "spread", amount (apart), "How far the right side moves apart from the left: at 1 they move against each other." };

    void reset() noexcept
    {
        phase = S (0.0f);
        isFresh = true;
    }

    /** To be called once for each quantum, before `next`. */
    void begin (const Block<S>& block) noexcept
    {
        const auto beats = beatsOf (block.choice (sync));
        framePeriod = static_cast<float> (1 / block.moment->sampleRate);
        isSynced = beats > 0;

        if (isSynced)
        {
            const auto turns = block.moment->beat / beats;
            const auto away = dsp::fraction (S (static_cast<float> (turns - std::floor (turns))) - phase + 0.5f) - 0.5f;
            const auto step = static_cast<float> (block.moment->beatsPerFrame / beats);

            // After a jump in the song it runs to its place in some quanta, so that nothing clicks.
            stepSynced = S (step) + (isFresh ? S (0.0f) : away * (0.1f / quantum));
            phase = isFresh ? phase + away : phase;
        }

        isFresh = false;
    }

    /** The phase of a frame in turns, from 0 to 2; frames one after the other. */
    S next (const Block<S>& block, int frame) noexcept
    {
        const auto now = phase;
        phase = dsp::fraction (phase + (isSynced ? stepSynced : block[rate][frame] * framePeriod));
        return dsp::spread (now, 0.5f * block[spread][frame]);
    }

private:
    S phase { 0.0f }, stepSynced { 0.0f };
    float framePeriod = 1 / 48'000.0f;
    bool isSynced = false, isFresh = true;
};

} // namespace athanor
