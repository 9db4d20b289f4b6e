// SPDX-License-Identifier: GPL-3.0-or-later
#include "Compose/Sound/PatchDraft.h"

#include "Compose/Sound/Chance.h"
#include "Compose/Sound/Levers.h"
#include "Compose/Sound/PatchHand.h"
#include "Compose/Sound/Rules.h"

#include <algorithm>

namespace athanor
{

namespace
{
/** Small differences that make each seed its own. */
void spice (PatchHand& hand, std::uint64_t seed)
{
    const TurnReason reason { "A small difference of this seed.", {} };
    const auto nudge = [&] (Control control, double by) {
        if (isLive (hand.patch(), control))
            hand.add (control, by * chanceAround (seed, infoOf (control).id), reason);
    };

    for (const auto i : oscillatorsOf (hand.patch()))
    {
        nudge (member (Control::osc_1_wave_frame, i), 10);

        if (hand[member (Control::osc_1_unison_voices, i)] > 1)
            nudge (member (Control::osc_1_unison_detune, i), 0.25);
    }

    for (const auto filter : filtersOf (hand.patch()))
    {
        nudge (member (Control::filter_1_cutoff, filter), 2.5);
        nudge (member (Control::filter_1_resonance, filter), 0.04);
    }

    for (int lfo = 0; lfo < patch::lfos; ++lfo)
        if (! hand.patch().values.isOn (member (Control::lfo_1_sync, lfo)))
            nudge (member (Control::lfo_1_frequency, lfo), 0.2);
}
} // namespace

void build (PatchDraft& draft, const SoundIntent& wanted, std::uint64_t seed)
{
    PatchHand hand (draft.plain, wanted.locks);

    if (draft.isSpiced)
        spice (hand, seed);

    addFeatures (hand, wanted);
    addMovements (hand, wanted);
    shiftRegister (hand, wanted);

    for (const auto& aim : draft.aims)
        if (aim.axis != TimbreAxis::level)
            pull (hand, aim.axis, aim.far, aim.cause);

    setNamedTimes (hand, wanted);
    setNamedSpace (hand, wanted);
    removeExclusions (hand, wanted);
    boundTail (hand);
    draft.made = hand.patch();
    draft.deltas = hand.deltas();
    draft.obstacles = hand.obstacles();
}

SoundIntent onlyNew (SoundIntent intent, const SoundIntent& before)
{
    const auto isOld = [] (const auto& items) { return [&items] (const auto& item) { return std::ranges::find (items, item) != items.end(); }; };
    std::erase_if (intent.features, isOld (before.features));
    std::erase_if (intent.movements, isOld (before.movements));
    std::erase_if (intent.wishes, isOld (before.wishes));
    const auto forget = [] (auto& now, const auto& then) {
        if (now == then)
            now.reset();
    };
    forget (intent.envelope.attack, before.envelope.attack);
    forget (intent.envelope.decay, before.envelope.decay);
    forget (intent.envelope.sustain, before.envelope.sustain);
    forget (intent.envelope.release, before.envelope.release);
    forget (intent.space.reverb, before.space.reverb);
    forget (intent.space.delay, before.space.delay);
    forget (intent.space.delayBeats, before.space.delayBeats);
    forget (intent.note, before.note);
    intent.octaves -= before.octaves;
    return intent;
}

} // namespace athanor
