// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the parts of a patch, made by the parts of the synth that play them: so none can say anything but the truth.
#pragma once

#include "Patch/PatchSpec.h"

#include <memory>
#include <vector>

namespace athanor
{

/** Waves of a wavetable from its first to its last position. */
struct WaveSheet
{
    std::vector<std::vector<float>> rows; ///< From -1 to 1, evenly over one period; the loudest wave of all reaches 1.

    bool operator== (const WaveSheet&) const = default;
};

/** Cooks the recipe, which takes a millisecond or a few.
    @param rows  At most so many; a table of one wave gives one. */
WaveSheet waveSheetOf (const WavetableSpec&, int rows, int points);

/** Between two rows of a sheet, for a wave frame from 0 to 256. */
std::vector<float> waveAt (const WaveSheet&, float frame);

/** A line as an LFO plays it, from 0 (bottom) to 1 (top), evenly from left to right. */
std::vector<float> lineHeights (const PatchLine&, int points);

/** Lets a filter of the patch answer a click. Keeps the filter, which is large. */
class FilterPicture
{
public:
    FilterPicture();
    ~FilterPicture();

    /** Decibels from -36 to 24 as 0 to 1, over 20 Hz to 20 kHz, octave by octave alike.
        @param number  0 or 1; 2 is that among the effects. */
    std::vector<float> response (const ControlValues&, int number, int points);

private:
    struct Bench;
    std::unique_ptr<Bench> bench;
};

} // namespace athanor
