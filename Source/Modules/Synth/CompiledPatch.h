// SPDX-License-Identifier: GPL-3.0-or-later
// A patch as the synth plays it: waves cooked, curves sampled, modulations in order.
#pragma once

#include "Modules/Material.h"
#include "Modules/Synth/GroupControls.h"
#include "Modules/Synth/Motion/Plan.h"
#include "Modules/Synth/Oscillator/SampleSource.h"
#include "Modules/Synth/Seeds.h"
#include "Modules/Synth/Wave/Wavetable.h"

#include <memory>

namespace athanor::synth
{

/** What takes longest to make of a patch, and changes least. */
struct CookedWaves
{
    std::array<std::shared_ptr<const Wavetable>, patch::oscillators> tables;
    std::shared_ptr<const SampleRecording> sample;
};

/** Never changes once made; many synths may play the same one. Making it allocates and takes milliseconds. */
class CompiledPatch final : public Material
{
public:
    /** Cooks what is switched on; the rest stays silent also if it is switched on later. */
    explicit CompiledPatch (const PatchSpec&);

    /** With what was cooked before. */
    CompiledPatch (const PatchSpec&, const CookedWaves&);

    /** Other for every one ever made: an address may come back. */
    std::uint64_t serial() const noexcept { return number; }

    /** Whether notes that sound may carry on with another one: it came of this one by a small edit, and makes its sound of the same parts. */
    bool carriesOnWith (const CompiledPatch&) const noexcept;

    std::uint64_t family = 0; ///< Patches that came of each other by small edits share theirs; 0: alone.
    ControlValues values;     ///< Finite, whatever the patch said.
    MotionPlan plan;
    Seeds seeds;
    std::array<std::shared_ptr<const Wavetable>, patch::oscillators> tables; ///< Null: silent.
    std::shared_ptr<const SampleRecording> sample;                           ///< Null: silent.
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
    static CookedWaves cook (const PatchSpec&);
    void orderOscillators();

    std::uint64_t number;
};

} // namespace athanor::synth
