// SPDX-License-Identifier: GPL-3.0-or-later
// What the spectral morphs of the oscillators do to the harmonics of a frame.
#pragma once

#include "Modules/Synth/Wave/Wavetable.h"

#include <array>
#include <complex>
#include <cstdint>

namespace athanor::synth
{

/** As the control `osc_N_spectral_morph_type` counts them. */
enum class Morph : std::uint8_t { none,
                                  vocode,
                                  formantScale,
                                  harmonicStretch,
                                  inharmonicStretch,
                                  smear,
                                  randomAmplitudes,
                                  lowPass,
                                  highPass,
                                  phaseDisperse,
                                  shepard,
                                  skew };

constexpr int morphCount = 12;

/** Room for what stretching writes beyond the last harmonic. */
using MorphedSpectrum = std::array<std::complex<float>, Wavetable::stride>;

/** Into the measure of the morph, from the control and its spread: 0 to 1. What `vocode` gets is still to be multiplied with
    the samples of a table that pass in a frame. */
float morphAmount (Morph, float control) noexcept;

/** Whether a morph cuts between pairs of harmonics, so that an odd one is always let through with the even one below. */
bool cutsByPairs (Morph) noexcept;

/** @param harmonics  The last one that may sound; 0 to 1024.
    @param amount     From `morphAmount`. */
void morph (Morph, const Wavetable&, int frame, int harmonics, float amount, MorphedSpectrum&) noexcept;

} // namespace athanor::synth
