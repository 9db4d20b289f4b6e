// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Synth/CompiledPatch.h"

#include <algorithm>
#include <atomic>
#include <cmath>

namespace athanor::synth
{

namespace
{
ControlValues finite (ControlValues values)
{
    constexpr float greatest = 1e6f;

    for (int i = 0; i < controlCount; ++i)
    {
        auto& value = values[static_cast<Control> (i)];
        value = std::isfinite (value) ? std::clamp (value, -greatest, greatest) : infoOf (static_cast<Control> (i)).initial;
    }

    return values;
}

/** Which neighbour modulates an oscillator: 1, 2 or none. */
int neighbourIn (int distortion)
{
    switch (distortion)
    {
        case 7:
        case 10:
            return 1;
        case 8:
        case 11:
            return 2;
        default:
            return 0;
    }
}
} // namespace

CookedWaves CompiledPatch::cook (const PatchSpec& patch)
{
    const auto values = finite (patch.values);
    CookedWaves waves;

    for (int n = 0; n < patch::oscillators; ++n)
        if (values.isOn (member (Control::osc_1_on, n)))
            waves.tables[static_cast<std::size_t> (n)] = makeWavetable (patch.wavetables[static_cast<std::size_t> (n)]);

    if (values.isOn (Control::sample_on))
        waves.sample = makeSampleRecording (patch.sample);

    return waves;
}

CompiledPatch::CompiledPatch (const PatchSpec& patch) : CompiledPatch (patch, cook (patch)) {}

CompiledPatch::CompiledPatch (const PatchSpec& patch, const CookedWaves& waves)
    : values (finite (patch.values)), plan (patch), seeds (patch), tables (waves.tables), sample (waves.sample)
{
    static std::atomic<std::uint64_t> made { 0 };
    number = ++made;

    for (std::size_t i = 0; i < macros.size(); ++i)
        macros[i] = i < patch::vitalMacros ? values[member (Control::macro_control_1, static_cast<int> (i))] : static_cast<float> (patch.macros[i].value);

    orderOscillators();
}

bool CompiledPatch::carriesOnWith (const CompiledPatch& other) const noexcept
{
    const auto isOn = [] (const CompiledPatch& patch, int n) { return patch.isOscillatorOn (n) && patch.values.isOn (member (Control::osc_1_on, n)); };

    for (int n = 0; n < patch::oscillators; ++n)
        if (isOn (*this, n) != isOn (other, n))
            return false;

    return family != 0 && family == other.family && sample == other.sample && values.isOn (Control::sample_on) == other.values.isOn (Control::sample_on);
}

void CompiledPatch::orderOscillators()
{
    std::array<bool, patch::oscillators> isDone {};
    const auto isReady = [&] (int n) {
        const auto neighbour = neighbourIn (values.choice (member (Control::osc_1_distortion_type, n)));
        const auto waitsFor = neighbour == 1 ? firstNeighbour (n) : secondNeighbour (n);
        return neighbour == 0 || isDone[static_cast<std::size_t> (waitsFor)];
    };

    for (int round = 0; round < patch::oscillators * patch::oscillators; ++round)
    {
        const auto n = round % patch::oscillators;

        if (! isDone[static_cast<std::size_t> (n)] && isReady (n))
        {
            isDone[static_cast<std::size_t> (n)] = true;
            oscillatorOrder[static_cast<std::size_t> (oscillatorsInOrder++)] = n;
        }
    }
}

} // namespace athanor::synth
