// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Fft/Resynthesis.h"
#include "Modules/Knobs.h"

#include <vector>

namespace athanor
{

/** Holds the sound of a moment for as long as one likes.

    Each bin goes on turning as fast as it last did: the phase vocoder standing still; Mark Dolson, "The phase vocoder: a
    tutorial", 1986.
*/
template <typename S>
class Freeze final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "spectral.freeze", "Freeze", "Spectral", "Holds the sound of a moment for as long as you like." };

    Freeze() : ModuleOf<S> (about) {}

    Input in { *this, "in", "The sound to freeze." };
    Input hold { *this, "hold", "Freezes while it is above one half, as a gate or a pedal." };
    Knob freeze { *this, "freeze", choice (states), "Freezes by hand." };
    Knob haze { *this, "haze", amount (0.3f), "From the bare moment, which may ring, to a cloud of it." };
    Knob thaw { *this, "thaw", amount (0), "How fast the frozen sound takes on the colour of what goes on; at 0 never." };
    Knob mix { *this, "mix", amount (1), "How much of the frozen sound is heard beside what goes on." };
    Output out { *this, "out", "The sound, frozen or not." };
    Latency latency { *this, Frames (dsp::Resynthesis::latency) };
    Tail tail { *this, 0.1 };

    void prepare (double) override
    {
        resynthesis.prepare();
        frozen.resize (2);
        reset();
    }

    void reset() noexcept override
    {
        resynthesis.reset();
        chance.reset();
        isFrozen = false;

        for (auto& channel : frozen)
            channel = {};
    }

    void process (const Block<S>& block) noexcept override
    {
        const auto at = [&] (const Knob& knob) { return block[knob].first()[0]; };
        const bool wantsFreeze = block.choice (freeze) == 1 || block[hold].last()[0] > 0.5f;

        block[out].frames = block[in].frames;
        resynthesis.process (block[out].frames, [&] (Spectrum& left, Spectrum& right) {
            Spectrum* const spectra[] { &left, &right };

            for (std::size_t i = 0; i < 2; ++i)
                change (*spectra[i], frozen[i], wantsFreeze, at (haze), at (thaw), at (mix));

            isFrozen = wantsFreeze;
        });

        if (block[in].silent)
            settle (block[out]);
    }

private:
    using Spectrum = dsp::Resynthesis::Spectrum;

    static constexpr std::array<std::string_view, 2> states { "off", "frozen" };

    /** One frozen channel: what each bin is, and how far it turns from one spectrum to the next. */
    struct Frozen
    {
        Spectrum before {}, now {}, turn {};
        std::array<float, dsp::Resynthesis::bins> strength {};
    };

    static float lengthOf (std::complex<float> z) noexcept
    {
        return __builtin_sqrtf (z.real() * z.real() + z.imag() * z.imag());
    }

    /** The same direction, of length one; nothing has the direction of one. */
    static std::complex<float> directionOf (std::complex<float> z) noexcept
    {
        const auto length = lengthOf (z);
        return length > 1e-20f ? std::complex<float> (z.real() / length, z.imag() / length) : std::complex<float> (1, 0);
    }

    static std::complex<float> times (std::complex<float> a, std::complex<float> b) noexcept
    {
        return { a.real() * b.real() - a.imag() * b.imag(), a.real() * b.imag() + a.imag() * b.real() };
    }

    void change (Spectrum& heard, Frozen& channel, bool wantsFreeze, float haziness, float thawing, float share) noexcept
    {
        for (std::size_t k = 0; k < heard.size(); ++k)
        {
            const auto live = heard[k];

            if (wantsFreeze && ! isFrozen)
            {
                channel.now[k] = directionOf (live);
                channel.turn[k] = directionOf (times (live, std::conj (channel.before[k])));
                channel.strength[k] = lengthOf (live);
            }
            else if (wantsFreeze)
            {
                auto turned = times (channel.now[k], channel.turn[k]);

                if (haziness > 0)
                    turned = times (turned, chance.next (haziness));

                channel.now[k] = directionOf (turned);
                channel.strength[k] += 0.1f * thawing * thawing * (lengthOf (live) - channel.strength[k]);
            }

            if (wantsFreeze)
                heard[k] = live * (1 - share) + channel.now[k] * (channel.strength[k] * share);

            channel.before[k] = live;
        }
    }

    dsp::Resynthesis resynthesis;
    dsp::RandomPhases chance;
    std::vector<Frozen> frozen;
    bool isFrozen = false;
};

} // namespace athanor
