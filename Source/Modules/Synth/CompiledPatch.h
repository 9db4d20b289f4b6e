// SPDX-License-Identifier: GPL-3.0-or-later
// A patch as the synth plays it: waves cooked, curves sampled, modulations in order.
#pragma once

#include "Modules/Synth/GroupControls.h"
#include "Modules/Synth/Motion/Plan.h"
#include "Modules/Synth/Oscillator/SampleSource.h"
#include "Modules/Synth/Seeds.h"
#include "Modules/Synth/Wave/Wavetable.h"

#include <memory>

namespace athanor::synth
{

/** Never changes once made; many synths may play the same one. Making it allocates and takes milliseconds. */
class CompiledPatch
{
public:
    explicit CompiledPatch (const PatchSpec&);

    ControlValues values; ///< Finite, whatever the patch said.
    MotionPlan plan;
    Seeds seeds;
    std::array<std::shared_ptr<const Wavetable>, patch::oscillators> tables; ///< Null where the oscillator is off.
    std::shared_ptr<const SampleRecording> sample;                           ///< Null where the sample is off.
    std::array<float, PatchSpec::macroCount> macros {};

    /** So that oscillators come after those by which they are modulated. Those that wait for each other are left out: they are
        silent, as in Vital. */
    std::array<int, patch::oscillators> oscillatorOrder {};
    int oscillatorsInOrder = 0;

    bool isOscillatorOn (int n) const noexcept { return tables[static_cast<std::size_t> (n)] != nullptr; }

    /** Which oscillator modulates another as its first or second neighbour does. */
    static constexpr int firstNeighbour (int oscillator) { return oscillator == 0 ? 1 : 0; }

    static constexpr int secondNeighbour (int oscillator) { return oscillator == 2 ? 1 : 2; }

private:
    void orderOscillators();
};

} // namespace athanor::synth
