// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Modules/Synth/Wave/Wavetable.h"

#include <array>
#include <complex>

namespace athanor::synth
{

/** One period while it is being cooked, as samples, as harmonics or as both: each is found from the other when asked for. */
class WaveFrame
{
public:
    using Samples = std::array<float, Wavetable::size>;
    using Spectrum = std::array<std::complex<float>, Wavetable::bins>;

    const Samples& samples();
    const Spectrum& spectrum();

    /** To be changed: the other side is forgotten. */
    Samples& editSamples();
    Spectrum& editSpectrum();

    void clear(); ///< Silence.
    void add (WaveFrame&);
    void scale (float);
    void removeMean();

private:
    alignas (64) Samples time {};
    alignas (64) Spectrum harmonics {};
    bool hasSamples = true, hasSpectrum = true;
};

} // namespace athanor::synth
