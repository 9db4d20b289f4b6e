// SPDX-License-Identifier: GPL-3.0-or-later
// Waves out of recipes, cooked by the synth itself: what is seen, drawn on and exported is what is heard.
#pragma once

#include "Patch/PatchSpec.h"

#include <memory>
#include <span>
#include <vector>

namespace athanor
{

namespace synth
{
class Wavetable;
}

/** What a component alone makes at a position: 2,048 samples. Of a modifier, what it makes of silence. */
std::vector<float> cookedWave (const WaveComponent&, int position);

/** A whole recipe cooked once, which takes a millisecond or a few; its waves are read at will. */
class CookedTable
{
public:
    explicit CookedTable (const WavetableSpec&);

    /** 2,048 samples. */
    std::vector<float> waveAt (int position) const;

    /** At most so many, evenly from the first to the last that differ. */
    std::vector<int> positionsOfRows (int most) const;

private:
    std::shared_ptr<const synth::Wavetable> table;
};

/** What the whole recipe gives at some positions, each 2,048 samples. */
std::vector<std::vector<float>> cookedWaves (const WavetableSpec&, std::span<const int> positions);

/** Positions for so many waves, evenly from 0 to 256. */
std::vector<int> evenPositions (int count);

/** A recipe of nothing but waves, spread evenly over all positions and mixed in time between them. At most 257 of 2,048 samples each. */
WavetableSpec::Group groupOfWaves (std::vector<std::vector<float>> waves);

} // namespace athanor
