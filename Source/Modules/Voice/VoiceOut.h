// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Fast.h"
#include "Modules/Module.h"

namespace athanor
{

/** Where a voice leaves its patch: level, velocity and place between the speakers. */
template <typename S>
class VoiceOut final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "voice.out", "Output", "Voice",
                                           "Sends the voice to its track, as loud as it was played and where it wants to stand." };

    VoiceOut() : ModuleOf<S> (about) {}

    Input in { *this, "in", "Sound in one channel, which panning places between the speakers." };
    Input left { *this, "left", "Sound for the left speaker." };
    Input right { *this, "right", "Sound for the right speaker." };
    Input volume { *this, "volume", "How loud the note is, 0 to 1.", Normal::volume };
    Input panning { *this, "panning", "Where the note stands, from -1 (left) to 1 (right).", Normal::panning };
    Input velocity { *this, "velocity", "How hard the note was struck, 0 to 1.", Normal::velocity };
    Input random { *this, "random", "What spread scatters the voices by, -1 to 1.", Normal::random };
    Knob level { *this, "level", decibels (-60, 12, -6), "How loud the instrument is." };
    Knob touch { *this, "touch", amount (1), "How much softer a softly struck note sounds." };
    Knob balance { *this, "balance", bipolar (0), "Moves every note to the left or to the right." };
    Knob spread { *this, "spread", amount (0), "How far chance scatters the notes between the speakers." };
    Knob law { *this, "law", choice (laws), "How panning shares out the sound: equally loud everywhere, or as old trackers did it." };
    Output leftOut { *this, "leftOut", "What the left speaker gets." };
    Output rightOut { *this, "rightOut", "What the right speaker gets." };
    Tail tail { *this, 0 };

    void process (const Block<S>& block) noexcept override
    {
        if (block[in].silent && block[left].silent && block[right].silent)
        {
            block[leftOut].clear();
            block[rightOut].clear();
            return;
        }

        const bool isSteady = block[volume].steady && block[panning].steady && block[velocity].steady && block[random].steady && block[level].steady && block[touch].steady && block[balance].steady && block[spread].steady;
        const bool isMono = block[left].silent && block[right].silent;

        if (! isSteady)
            render<true, false> (block);
        else if (isMono)
            render<false, true> (block);
        else
            render<false, false> (block);
    }

private:
    static constexpr std::array<std::string_view, 2> laws { "equal power", "linear" };

    /** Factors from the two kinds of input to the two speakers. */
    struct Gains
    {
        S monoLeft, monoRight, left, right;
    };

    Gains gainsAt (const Block<S>& block, int frame, bool isLinear) const noexcept
    {
        const auto struck = block[velocity][frame];
        const auto played = dsp::mix (S (1.0f), struck * struck, block[touch][frame]) * block[volume][frame];
        const auto loud = played * dsp::decibelsToGain (block[level][frame]);
        const auto wanted = dsp::fma (block[random][frame], block[spread][frame], block[panning][frame] + block[balance][frame]);
        const auto place = clamp (wanted, S (-1.0f), S (1.0f));
        const auto turns = dsp::fma (place, S (0.125f), S (0.125f));
        const S one { 1.0f };

        return { .monoLeft = loud * (isLinear ? 0.5f - 0.5f * place : dsp::cosine (turns)),
                 .monoRight = loud * (isLinear ? 0.5f + 0.5f * place : dsp::sine (turns)),
                 .left = loud * min (1.0f - place, one),
                 .right = loud * min (1.0f + place, one) };
    }

    template <bool isMoving, bool isMono>
    void render (const Block<S>& block) noexcept
    {
        const bool isLinear = block.choice (law) == 1;
        auto gains = gainsAt (block, 0, isLinear);
        const auto &middle = block[in], &a = block[left], &b = block[right];
        auto &l = block[leftOut], &r = block[rightOut];

        for (int frame = 0; frame < quantum; ++frame)
        {
            if constexpr (isMoving)
                gains = gainsAt (block, frame, isLinear);

            const auto x = middle[frame];
            l[frame] = isMono ? x * gains.monoLeft : dsp::fma (x, gains.monoLeft, a[frame] * gains.left);
            r[frame] = isMono ? x * gains.monoRight : dsp::fma (x, gains.monoRight, b[frame] * gains.right);
        }
    }
};

} // namespace athanor
