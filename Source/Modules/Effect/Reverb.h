// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Channels.h"
#include "Dsp/Reverb/Room.h"
#include "Modules/Knobs.h"

namespace athanor
{

/** Puts the sound into a room, from a cupboard to a cathedral that never ends. */
template <typename S>
class Reverb final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "effect.reverb", "Reverb", "Effects", "Puts the sound into a room, small or endless." };

    Reverb() : ModuleOf<S> (about) {}

    Input in { *this, "in", "The sound to put into the room." };
    Knob decay { *this, "decay", seconds (0.1f, 60, 2.4f), "How long the room sounds on, until it has fallen by 60 dB." };
    Knob size { *this, "size", amount (0.5f), "How large the room is, which spreads its echoes." };
    Knob predelay { *this, "predelay", seconds (0, 0.5f, 0.012f), "How long the room takes to answer." };
    Knob damping { *this, "damping", amount (0.55f), "How much faster the treble dies than the rest, as in a room with curtains." };
    Knob bass { *this, "bass", bipolar (0), "How long the bass rings against the rest: shorter to the left, longer to the right." };
    Knob lowCut { *this, "lowCut", hertz (20, 1'000, 90), "What is below is kept out of the room." };
    Knob diffusion { *this, "diffusion", amount (0.85f), "From single echoes to a haze." };
    Knob motion { *this, "motion", amount (0.5f), "How much the room moves, which keeps long sounds from ringing." };
    Knob width { *this, "width", amount (1), "From one point in the middle to all around." };
    Knob freeze { *this, "freeze", choice (freezes), "Frozen, the room holds what is in it and lets nothing else in." };
    Knob mix { *this, "mix", amount (0.25f), "How much is room: 0 is only the sound, 1 only the room." };
    Output out { *this, "out", "The sound in its room." };
    Tail tail { *this, 0.8 };

    void prepare (double rate) override
    {
        sampleRate = static_cast<float> (rate);
        room.prepare (rate);
        line.prepare (static_cast<int> (0.5 * rate) + 4);
        reset();
    }

    void reset() noexcept override
    {
        room.reset();
        line.reset();
        lows.reset();
        isFresh = true;
    }

    void process (const Block<S>& block) noexcept override
    {
        room.set (characterFrom (block), quantum);
        const Through dry (block[mix], [] (S x) { return dsp::cosine (0.25f * x); });
        const Through wet (block[mix], [] (S x) { return dsp::sine (0.25f * x); });
        const Through lowShape (block[lowCut], [this] (S hz) { return dsp::OnePole<S>::design (hz * (1.0f / sampleRate)); });

        if (isFresh)
            distance = goalAt (block, 0);

        isFresh = false;

        for (int frame = 0; frame < quantum; ++frame)
        {
            const auto x = block[in][frame];
            line.push (lows.high (x, lowShape[frame]));

            // A predelay that is turned winds there at no more than twice the speed.
            distance += clamp (goalAt (block, frame) - distance, S (-1.0f), S (1.0f));
            const auto y = room.tick (line.read (distance));
            const auto side = 0.5f * block[width][frame] * (y - dsp::swapped (y));
            const auto middle = 0.5f * (y + dsp::swapped (y));
            block[out][frame] = x * dry[frame] + (middle + side) * wet[frame];
        }

        if (block[in].silent)
            settle (block[out]);
    }

private:
    static constexpr std::array<std::string_view, 2> freezes { "off", "frozen" };

    S goalAt (const Block<S>& block, int frame) const noexcept { return 1.0f + block[predelay][frame] * sampleRate; }

    dsp::Room::Character characterFrom (const Block<S>& block) const noexcept
    {
        const auto at = [&] (const Knob& knob) { return block[knob].first()[0]; };

        return { .seconds = at (decay),
                 .size = at (size),
                 .highs = dsp::exp2 (-3.5f * at (damping)),
                 .highsFrom = 9'000 * dsp::exp2 (-1.8f * at (damping)),
                 .lows = dsp::exp2 (at (bass)),
                 .diffusion = at (diffusion),
                 .motion = at (motion),
                 .isFrozen = block.choice (freeze) == 1 };
    }

    float sampleRate = 48'000;
    dsp::Room room;
    dsp::DelayLine<S> line;
    dsp::OnePole<S> lows;
    S distance { 1.0f };
    bool isFresh = true;
};

} // namespace athanor
