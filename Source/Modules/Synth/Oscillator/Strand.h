// SPDX-License-Identifier: GPL-3.0-or-later
// One strand of an oscillator's voice over some frames: phases in, sound out.
#pragma once

#include "Modules/Synth/Oscillator/WaveReading.h"

#include <cstdint>

namespace athanor::synth
{

/** As the control `osc_N_distortion_type` counts them. */
enum class Distortion : std::uint8_t { none,
                                       sync,
                                       formant,
                                       quantise,
                                       bend,
                                       squeeze,
                                       pulse,
                                       phaseByFirst,
                                       phaseBySecond,
                                       phaseBySample,
                                       ringByFirst,
                                       ringBySecond,
                                       ringBySample };

constexpr int distortionCount = 13;

/** How far sync and formant go: sixteen periods in one. */
constexpr float mostPeriods = 16;

constexpr float fullTurn = 4'294'967'296.0f;
constexpr float mostStep = 2'147'483'520.0f; ///< Of a phase in one frame: just below half a turn.

/** What moves in a straight line: `value` before the first frame, more by `step` with each. */
struct Walk
{
    float value = 0, step = 0;

    Floats8 at (Floats8 frame) const noexcept { return dsp::fma (frame, Floats8 (step), Floats8 (value)); }
};

struct StrandRun
{
    const Wave* from = nullptr; ///< Fades over to `to`; the same one where nothing fades.
    const Wave* to = nullptr;
    Walk fade;      ///< From 0 to 1.
    int octave = 0; ///< That `from` is above what the phase says: -1, 0 or 1.

    std::uint32_t phase = 0;      ///< Before the first frame.
    std::uint32_t step = 0;       ///< Of each frame, where `steps` is null.
    const float* steps = nullptr; ///< Else: of each frame, times `ratio`; in parts of 2^32.
    Walk ratio { 1, 0 };
    const std::int32_t* shift = nullptr; ///< Added to the phase of each frame, with `steps`.

    Walk distortion, turn;            ///< Turn: where the distortion begins, in parts of 2^32.
    const float* modulator = nullptr; ///< Of each frame, for phase and ring modulation.
};

/** Adds `frames` frames to `out`, and may touch seven more without changing them; `out` needs no alignment.
    @return  The phase after the last frame. */
std::uint32_t addStrand (Distortion, const StrandRun&, float* out, int frames) noexcept;

} // namespace athanor::synth
