// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Synth/Motion/Plan.h"

#include "Modules/Synth/Motion/ConnectionOrder.h"
#include "Modules/Synth/Motion/ModulatorControls.h"

#include <algorithm>

namespace athanor::synth
{

namespace
{
constexpr std::size_t at (PatchSource source) { return static_cast<std::size_t> (source); }

constexpr PatchSource nth (PatchSource first, int n) { return static_cast<PatchSource> (static_cast<int> (first) + n); }

bool isWithin (PatchSource source, PatchSource first, PatchSource last) { return source >= first && source <= last; }

/** Envelopes, LFOs and randoms can run at audio rate; all other sources are one number in a quantum. */
bool canRunAtAudioRate (PatchSource source)
{
    return isWithin (source, PatchSource::env_1, PatchSource::random_4);
}

} // namespace

bool MotionPlan::takesAudioRate (Control control) noexcept
{
    for (int i = 0; i < patch::oscillators; ++i)
        for (const auto c : { Control::osc_1_level, Control::osc_1_transpose, Control::osc_1_tune, Control::osc_1_phase })
            if (control == member (c, i))
                return true;

    for (int i = 0; i <= patch::filters; ++i)
        if (control == member (Control::filter_1_cutoff, i))
            return true;

    switch (control)
    {
        case Control::sample_level:
        case Control::phaser_center:
        case Control::eq_low_cutoff:
        case Control::eq_band_cutoff:
        case Control::eq_high_cutoff:
        case Control::distortion_drive:
        case Control::distortion_filter_cutoff:
            return true;
        default:
            return false;
    }
}

MotionPlan::MotionPlan (const PatchSpec& patch)
{
    // The first envelope is the voice's level, and a random source knows no other rate.
    isUsed[at (PatchSource::env_1)] = isAtAudioRate[at (PatchSource::env_1)] = true;

    for (int i = 0; i < patch::randoms; ++i)
        isAtAudioRate[at (nth (PatchSource::random_1, i))] = true;

    collect (patch);
    order (patch);
    leaveCirclesAlone();
}

/** What moves itself hears what was a quantum ago anyway. */
void MotionPlan::leaveCirclesAlone()
{
    const auto placeOf = [this] (PlanStep::Kind kind, int index) {
        return std::ranges::find_if (steps, [=] (const PlanStep& step) { return step.kind == kind && step.index == index; }) - steps.begin();
    };

    for (std::size_t i = 0; i < destinations.size(); ++i)
        for (auto& slot : destinations[i].slots)
            if (placeOf (PlanStep::Kind::source, static_cast<int> (slot.source)) > placeOf (PlanStep::Kind::destination, static_cast<int> (i)))
                slot.isLate = false;
}

void MotionPlan::add (std::vector<PlannedDestination>& list, Control control, const PlannedSlot& slot)
{
    auto found = std::ranges::find (list, control, &PlannedDestination::control);

    if (found == list.end())
        found = list.insert (found, PlannedDestination { control, {}, -1 });

    found->slots.push_back (slot);

    if (slot.isAtAudioRate && found->audioBuffer < 0)
        found->audioBuffer = audioBuffers++;
}

void MotionPlan::collect (const PatchSpec& patch)
{
    const ConnectionOrder connections (patch);

    for (int i = 0; i < patch::slots; ++i)
    {
        const auto& slot = patch.slots[static_cast<std::size_t> (i)];

        if (! slot.source || ! slot.destination || patch.values.isOn (member (Control::modulation_1_bypass, i)))
            continue;

        const auto& info = infoOf (*slot.destination);
        const auto ownAmount = member (Control::modulation_1_amount, i), ownPower = member (Control::modulation_1_power, i);

        // Modulation reaches neither choices nor the slot that it comes from.
        if (info.reach == Reach::no || *slot.destination == ownAmount || *slot.destination == ownPower)
            continue;

        PlannedSlot planned;
        planned.number = i;
        planned.source = *slot.source;
        planned.shape = { info.greatest - info.least, patch.values.isOn (member (Control::modulation_1_bipolar, i)),
                          patch.values.isOn (member (Control::modulation_1_stereo, i)), nullptr };
        planned.isAtAudioRate = takesAudioRate (*slot.destination) && canRunAtAudioRate (*slot.source);
        planned.isLate = connections.isLate (i);

        if (slot.mapping)
            if (const auto& curve = curves.emplace_back (*slot.mapping); ! curve.isStraight())
                planned.shape.mapping = &curve;

        isUsed[at (planned.source)] = true;
        isAtAudioRate[at (planned.source)] = isAtAudioRate[at (planned.source)] || planned.isAtAudioRate;
        add (info.reach == Reach::poly ? destinations : shared, *slot.destination, planned);
    }

    for (int i = 0; i < patch::lfos; ++i)
        if (isUsed[at (nth (PatchSource::lfo_1, i))])
            curveOfLfo[static_cast<std::size_t> (i)] = &curves.emplace_back (patch.lfos[static_cast<std::size_t> (i)]);
}

/** What moves a source comes before it, and what moves a slot before what the slot moves. Where that goes in a circle, one of
    them hears what was a quantum ago. */
void MotionPlan::order (const PatchSpec& patch)
{
    isDestinationOrdered.assign (destinations.size(), false);
    visitPitch (patch);
    visitSource (patch, PatchSource::env_1);

    for (int i = 0; i < static_cast<int> (destinations.size()); ++i)
        visitDestination (patch, i);

    for (const auto& destination : shared)
        for (const auto& slot : destination.slots)
        {
            visitSource (patch, slot.source);
            visitControl (patch, member (Control::modulation_1_amount, slot.number));
            visitControl (patch, member (Control::modulation_1_power, slot.number));
        }
}

void MotionPlan::visitControl (const PatchSpec& patch, Control control)
{
    for (std::size_t i = 0; i < destinations.size(); ++i)
        if (destinations[i].control == control)
            visitDestination (patch, static_cast<int> (i));
}

void MotionPlan::visitPitch (const PatchSpec& patch)
{
    if (isPitchOrdered)
        return;

    isPitchOrdered = true;

    for (const auto c : pitchControls)
        visitControl (patch, c);

    steps.push_back ({ PlanStep::Kind::pitch, 0 });
}

void MotionPlan::visitSource (const PatchSpec& patch, PatchSource source)
{
    if (isSourceOrdered[at (source)])
        return;

    isSourceOrdered[at (source)] = true;
    const auto own = controlsOf (source);

    for (auto c = own.first; c < own.beyond; ++c)
        visitControl (patch, static_cast<Control> (c));

    if (source == PatchSource::note || canRunAtAudioRate (source))
        visitPitch (patch);

    steps.push_back ({ PlanStep::Kind::source, static_cast<int> (source) });
}

void MotionPlan::visitDestination (const PatchSpec& patch, int index)
{
    const auto place = static_cast<std::size_t> (index);

    if (isDestinationOrdered[place])
        return;

    isDestinationOrdered[place] = true;

    for (const auto& slot : destinations[place].slots)
    {
        visitSource (patch, slot.source);
        visitControl (patch, member (Control::modulation_1_amount, slot.number));
        visitControl (patch, member (Control::modulation_1_power, slot.number));
    }

    steps.push_back ({ PlanStep::Kind::destination, index });
}

} // namespace athanor::synth
