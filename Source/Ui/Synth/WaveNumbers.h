// SPDX-License-Identifier: GPL-3.0-or-later
// What the numbers of a wavetable's components are called, and how far a knob turns them.
#pragma once

#include "Modules/Range.h"
#include "Patch/WaveParts.h"

#include <string>
#include <vector>

namespace athanor
{

/** A number of a component or of a keyframe as a knob. */
struct WaveKnob
{
    std::string_view name; ///< As the preset format calls it.
    std::string title, doc;
    Range range;
    double scale = 1; ///< What is stored is the knob's value times this.
};

/** Of a component, or of its keyframes; without those that nobody turns.
    @param samples  Of the recording, of a component that has one. */
std::vector<WaveKnob> waveKnobsOf (const WavePart&, bool ofKeyframe, std::size_t samples);

} // namespace athanor
