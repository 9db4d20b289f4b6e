// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Fft/Resynthesis.h"
#include "Modules/Knobs.h"

#include <vector>

namespace athanor
{

/** Smears the spectrum, in time and over the notes. */
template <typename S>
class Blur final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "spectral.blur", "Blur", "Spectral", "Smears the spectrum in time and in pitch, from soft edges to a cloud." };

    Blur() : ModuleOf<S> (about) {}

    Input in { *this, "in", "The sound to smear." };
    Knob time { *this, "time", seconds (0, 10, 0.6f), "How long each tone takes to come and go." };
    Knob spread { *this, "spread", amount (0.1f), "How far each tone spreads to its neighbours." };
    Knob haze { *this, "haze", amount (0.5f), "How much the tones lose their places in time, which makes a cloud of them." };
    Knob floor { *this, "floor", decibels (-100, 0, -100), "Tones that are softer than this against the loudest are left out." };
    Knob mix { *this, "mix", amount (1), "How much of the smeared sound is heard: 0 is only the sound as it came." };
    Output out { *this, "out", "The sound, smeared." };
    Latency latency { *this, Frames (dsp::Resynthesis::latency) };
    Tail tail { *this, 0.1 };

    void prepare (double rate) override
    {
        hopSeconds = static_cast<float> (dsp::Resynthesis::hop / rate);
        resynthesis.prepare();
        strengths.resize (2);
        reset();
    }

    void reset() noexcept override
    {
        resynthesis.reset();
        chance.reset();

        for (auto& channel : strengths)
            channel.fill (0);
    }

    void process (const Block<S>& block) noexcept override
    {
        const auto at = [&] (const Knob& knob) { return block[knob].first()[0]; };

        block[out].frames = block[in].frames;
        resynthesis.process (block[out].frames, [&] (Spectrum& left, Spectrum& right) {
            const Settings settings { .kept = dsp::exp2 (-6.64f * hopSeconds / std::max (at (time), 1e-3f)),
                                      .spread = 0.94f * dsp::power (at (spread), 0.35f),
                                      .haze = at (haze),
                                      .floor = at (floor) > -99.9f ? dsp::decibelsToGain (at (floor)) : 0,
                                      .mix = at (mix) };
            smear (left, strengths[0], settings);
            smear (right, strengths[1], settings);
        });

        if (block[in].silent)
            settle (block[out]);
    }

private:
    using Spectrum = dsp::Resynthesis::Spectrum;
    using Strengths = std::array<float, dsp::Resynthesis::bins>;

    struct Settings
    {
        float kept, spread, haze, floor, mix;
    };

    static float lengthOf (std::complex<float> z) noexcept
    {
        return __builtin_sqrtf (z.real() * z.real() + z.imag() * z.imag());
    }

    void smear (Spectrum& spectrum, Strengths& lasting, const Settings& settings) noexcept
    {
        float loudest = 0;

        for (std::size_t k = 0; k < spectrum.size(); ++k)
        {
            const auto now = lengthOf (spectrum[k]);
            lasting[k] = now + (lasting[k] - now) * settings.kept;
            spreading[k] = lasting[k];
            loudest = std::max (loudest, lasting[k]);
        }

        spreadToNeighbours (settings.spread);

        for (std::size_t k = 0; k < spectrum.size(); ++k)
        {
            const auto live = spectrum[k];
            const auto length = lengthOf (live);
            auto direction = length > 1e-20f ? live * (1 / length) : std::complex<float> (1, 0);

            if (settings.haze > 0)
            {
                const auto turn = chance.next (settings.haze);
                direction = { direction.real() * turn.real() - direction.imag() * turn.imag(), direction.real() * turn.imag() + direction.imag() * turn.real() };
            }

            const auto strength = lasting[k] < settings.floor * loudest ? 0 : spreading[k];
            spectrum[k] = live * (1 - settings.mix) + direction * (strength * settings.mix);
        }
    }

    /** Up and down the spectrum, each bin keeping a share of its neighbour. */
    void spreadToNeighbours (float share) noexcept
    {
        if (share <= 0)
            return;

        for (std::size_t k = 1; k < spreading.size(); ++k)
            spreading[k] += share * (spreading[k - 1] - spreading[k]);

        for (std::size_t k = spreading.size() - 1; k-- > 0;)
            spreading[k] += share * (spreading[k + 1] - spreading[k]);
    }

    float hopSeconds = 512 / 48'000.0f;
    dsp::Resynthesis resynthesis;
    dsp::RandomPhases chance;
    std::vector<Strengths> strengths;
    Strengths spreading {};
};

} // namespace athanor
