// SPDX-License-Identifier: GPL-3.0-or-later
// What a sound is made of by frequency: how bright, how noisy, how restless.
#pragma once

#include "Media/LevelCurve.h"

#include <vector>

namespace athanor
{

/** Powers by frequency: each frame of the part that is held and not nearly silent, and all of them together. */
struct TonePowers
{
    double binWidth = 1; ///< Hertz.
    std::vector<std::vector<float>> frames;
    std::vector<double> mean;

    /** Of its energy what lies between two frequencies, 0 to 1. */
    double share (double from, double to) const;
};

/** @param held  Seconds until the note is let go. */
TonePowers powersOf (const dsp::Sound&, const LevelCurve&, double held);

/** The power of what follows the loudest place, fine enough to tell cents of low notes.
    @param length  Of the spectrum in frames, a power of two. */
std::vector<double> finePowersOf (const dsp::Sound&, const LevelCurve&, double held, int length);

/** The measures of Timbre that are called so. */
double brightnessOf (const TonePowers&);
double noiseOf (const TonePowers&);
double movementOf (const TonePowers&, double sampleRate);

} // namespace athanor
