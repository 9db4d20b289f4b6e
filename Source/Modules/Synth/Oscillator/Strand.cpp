// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Synth/Oscillator/Strand.h"

#include "Modules/Synth/Oscillator/Bend.h"

#include <array>

namespace athanor::synth
{

namespace
{
constexpr Floats8 counting { Floats8::Floats { 0, 1, 2, 3, 4, 5, 6, 7 } };
constexpr Phases8 countingUp { 1, 2, 3, 4, 5, 6, 7, 8 };

Floats8 load (const float* from) noexcept
{
    Floats8 x;
    std::memcpy (&x, from, sizeof x);
    return x;
}

void store (Floats8 x, float* to) noexcept { std::memcpy (to, &x, sizeof x); }

/** Each plus all before it. */
Phases8 summed (Phases8 x) noexcept
{
    const Phases8 none {};
    x += __builtin_shufflevector (none, x, 0, 8, 9, 10, 11, 12, 13, 14);
    x += __builtin_shufflevector (none, x, 0, 1, 8, 9, 10, 11, 12, 13);
    return x + __builtin_shufflevector (none, x, 0, 1, 2, 3, 8, 9, 10, 11);
}

template <Distortion kind, typename Reading, bool fades>
Floats8 soundOf (const StrandRun& run, Phases8 phases, int frame) noexcept
{
    Floats8 sound;

    const auto readAt = [&] (Phases8 places) {
        sound = Reading::read (run.to->samples.data(), places);

        if constexpr (fades)
        {
            const Phases8 old = run.octave == 0 ? places : run.octave > 0 ? places << 1
                                                                          : places >> 1;
            sound = dsp::mix (Reading::read (run.from->samples.data(), old), sound, run.fade.at (counting + static_cast<float> (frame + 1)));
        }
    };

    if constexpr (kind == Distortion::none)
    {
        readAt (phases);
        return sound;
    }
    else
    {
        constexpr bool isModulated = kind == Distortion::phaseByFirst || kind == Distortion::ringByFirst;
        const auto count = counting + static_cast<float> (frame + 1);
        const auto amount = run.distortion.at (count);
        const auto turn = nearestPhases (run.turn.at (count));
        const auto modulator = isModulated ? load (run.modulator + frame) : Floats8 (0.0f);
        const auto bent = bentPhases<kind> (phases, amount, turn, modulator);
        readAt (bent + turn);
        return windowOf<kind> (phases, bent, amount, modulator, sound);
    }
}

/** Where each of the next eight frames stands, and where the last one leaves us. */
template <bool moves>
Phases8 nextPhases (const StrandRun& run, std::uint32_t& phase, int frame) noexcept
{
    if constexpr (moves)
    {
        const auto count = counting + static_cast<float> (frame + 1);
        const auto steps = min (load (run.steps + frame) * run.ratio.at (count), Floats8 (2147483520.0f));
        const auto phases = summed (nearestPhases (steps)) + phase;
        Phases8 shift;
        std::memcpy (&shift, run.shift + frame, sizeof shift);
        phase = phases[7];
        return phases + shift;
    }
    else
    {
        return phase + static_cast<std::uint32_t> (frame) * run.step + countingUp * run.step;
    }
}

template <Distortion kind, typename Reading, bool fades, bool moves>
std::uint32_t add (const StrandRun& run, float* out, int frames) noexcept
{
    auto phase = run.phase;
    int frame = 0;

    for (; frame + 8 <= frames; frame += 8)
        store (load (out + frame) + soundOf<kind, Reading, fades> (run, nextPhases<moves> (run, phase, frame), frame), out + frame);

    if (frame < frames)
    {
        const auto phases = nextPhases<moves> (run, phase, frame);
        const auto sound = soundOf<kind, Reading, fades> (run, phases, frame);
        const auto isWithin = counting < static_cast<float> (frames - frame);
        store (load (out + frame) + select (isWithin, sound, Floats8 (0.0f)), out + frame);

        if constexpr (moves)
            phase = phases[frames - frame - 1] - static_cast<std::uint32_t> (run.shift[frames - 1]);
    }

    return moves ? phase : run.phase + static_cast<std::uint32_t> (frames) * run.step;
}

using Add = std::uint32_t (*) (const StrandRun&, float*, int) noexcept;
using Ways = std::array<Add, 8>;

template <Distortion kind>
constexpr Ways ways { add<kind, StraightReading, false, false>, add<kind, StraightReading, false, true>,
                      add<kind, StraightReading, true, false>, add<kind, StraightReading, true, true>,
                      add<kind, CurvedReading, false, false>, add<kind, CurvedReading, false, true>,
                      add<kind, CurvedReading, true, false>, add<kind, CurvedReading, true, true> };

constexpr std::array<Ways, distortionCount> allWays {
    ways<Distortion::none>, ways<Distortion::sync>, ways<Distortion::formant>,
    ways<Distortion::quantise>, ways<Distortion::bend>, ways<Distortion::squeeze>,
    ways<Distortion::pulse>, ways<Distortion::phaseByFirst>, ways<Distortion::phaseByFirst>,
    ways<Distortion::phaseByFirst>, ways<Distortion::ringByFirst>, ways<Distortion::ringByFirst>,
    ways<Distortion::ringByFirst>
};
} // namespace

std::uint32_t addStrand (Distortion kind, const StrandRun& run, float* out, int frames) noexcept
{
    const bool isCurved = run.from->harmonics > StraightReading::mostHarmonics || run.to->harmonics > StraightReading::mostHarmonics;
    const auto way = (isCurved ? 4 : 0) + (run.from != run.to ? 2 : 0) + (run.steps != nullptr ? 1 : 0);
    return allWays[static_cast<std::size_t> (kind)][static_cast<std::size_t> (way)](run, out, frames);
}

} // namespace athanor::synth
