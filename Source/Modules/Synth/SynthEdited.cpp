// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the synth that goes over to an edited patch under held notes.
#include "Modules/Synth/Synth.h"

namespace athanor::synth
{

namespace
{
constexpr std::size_t at (int i) { return static_cast<std::size_t> (i); }
} // namespace

/** Voices, effects and what is turned stay; only what moves them is another. */
void Synth::carryOn (const CompiledPatch& patch, const ControlValues& values, const std::array<float, PatchSpec::macroCount>& standing) noexcept
{
    for (auto& group : groups)
        group->carryOn (*playing, patch, now);

    groups[0]->begin (patch.plan, late, &playing->plan);
    carryShared (playing->plan, patch.plan);
    playing = &patch;
    serial = patch.serial();
    coming = nullptr;
    doesCarryOn = false;
    hasCarriedOn = true;

    for (int i = 0; i < controlCount; ++i)
        if (const auto control = static_cast<Control> (i); ! (values[control] == target[control]))
            setControl (control, values[control]);

    for (int i = 0; i < PatchSpec::macroCount; ++i)
        setMacro (i, standing[at (i)]);
}

/** Modulation of controls of all voices goes on from where it is, that of others ends. */
void Synth::carryShared (const MotionPlan& before, const MotionPlan& next) noexcept
{
    auto movedThen = sharedMoved, fastThen = sharedFast;
    sharedMoved.fill (Stereo (0.0f));
    sharedFast.fill (Stereo (0.0f));

    for (std::size_t i = 0; i < before.shared.size(); ++i)
    {
        const auto control = before.shared[i].control;
        effectValues.set (control, Stereo (now[control]));

        for (std::size_t k = 0; k < next.shared.size(); ++k)
            if (next.shared[k].control == control)
            {
                sharedMoved[k] = movedThen[i];
                sharedFast[k] = next.shared[k].isAtAudioRate() ? fastThen[i] : Stereo (0.0f);
            }
    }
}

/** Controls that nothing moves any more have arrived where they were going. */
void Synth::restAgain() noexcept
{
    hasCarriedOn = false;

    for (int i = 0; i < controlCount; ++i)
        if (! isTurning[at (i)])
        {
            isTurning[at (i)] = true;
            turning.append (static_cast<std::int16_t> (i));
        }
}

} // namespace athanor::synth
