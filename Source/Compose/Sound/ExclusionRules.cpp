// SPDX-License-Identifier: GPL-3.0-or-later
// What a sound shall be made without.
#include "Compose/Sound/FeatureParts.h"
#include "Compose/Sound/LeverParts.h"
#include "Compose/Sound/Levers.h"
#include "Compose/Sound/Rules.h"

namespace athanor
{

using namespace levers;

namespace
{
constexpr double unheard = -10; ///< Of a time that is a power of two.

bool isFromLfo (const PatchSlot& slot) { return slot.source && *slot.source >= PatchSource::lfo_1 && *slot.source <= PatchSource::random_4; }

void disconnectAll (PatchHand& hand, auto isMeant, const TurnReason& reason)
{
    for (int i = 0; i < patch::slots; ++i)
        if (const auto& slot = hand.patch().slots[static_cast<std::size_t> (i)]; slot.source && slot.destination && isMeant (slot))
            hand.disconnect (i, reason);
}

bool movesPitch (const PatchSlot& slot) { return infoOf (*slot.destination).id.ends_with ("_tune") || infoOf (*slot.destination).id.ends_with ("_transpose"); }

bool movesLevel (const PatchSlot& slot) { return infoOf (*slot.destination).id.ends_with ("_level") || slot.destination == Control::volume || slot.destination == Control::voice_amplitude; }

void removeWarps (PatchHand& hand, int first, int beyond, const TurnReason& reason)
{
    for (const auto i : oscillatorsOf (hand.patch()))
        if (const auto type = hand.patch().values.choice (member (Control::osc_1_distortion_type, i)); type >= first && type < beyond)
            hand.set (member (Control::osc_1_distortion_type, i), 0, reason);
}

void removeFilters (PatchHand& hand, SoundFeature feature, const TurnReason& reason)
{
    for (const auto filter : filtersOf (hand.patch()))
    {
        PatchSpec alone;
        alone.values[Control::filter_1_on] = 1;
        alone.values[Control::filter_1_model] = hand[member (Control::filter_1_model, filter)];
        alone.values[Control::filter_1_blend] = hand[member (Control::filter_1_blend, filter)];

        if (featuresOf (alone).contains (feature))
            hand.set (member (Control::filter_1_on, filter), 0, reason);
    }
}

void removeOscillators (PatchHand& hand, SoundFeature feature, const TurnReason& reason)
{
    for (const auto i : oscillatorsOf (hand.patch()))
    {
        if (feature == SoundFeature::sub)
        {
            const auto isOnly = oscillatorsOf (hand.patch()).size() == 1;

            if (hand[member (Control::osc_1_transpose, i)] <= -12)
                hand.set (isOnly ? member (Control::osc_1_transpose, i) : member (Control::osc_1_on, i), 0, reason);
        }
        else
        {
            auto alone = hand.patch();

            for (int other = 0; other < patch::oscillators; ++other)
                alone.values[member (Control::osc_1_on, other)] = other == i;

            if (featuresOf (alone).contains (feature))
                hand.setWave (i, feature == SoundFeature::saw || feature == SoundFeature::wavetable ? "triangle" : "saw", reason);
        }
    }
}

void removeVoices (PatchHand& hand, SoundFeature feature, const TurnReason& reason)
{
    using enum SoundFeature;

    switch (feature)
    {
        case unison:
        case detune:
            for (const auto i : oscillatorsOf (hand.patch()))
                hand.set (feature == unison ? member (Control::osc_1_unison_voices, i) : member (Control::osc_1_unison_detune, i), feature == unison ? 1 : 0, reason);
            break;
        case glide:
            hand.set (Control::portamento_time, unheard, reason);
            break;
        case mono:
            hand.set (Control::polyphony, std::max (8.0f, hand[Control::polyphony]), reason);
            hand.set (Control::legato, 0, reason);
            break;
        case poly:
            hand.set (Control::polyphony, 1, reason);
            break;
        case stereo:
            hand.set (Control::stereo_mode, 0, reason);
            hand.set (Control::stereo_routing, 0, reason);
            break;
        case vibrato:
            disconnectAll (
                hand, [] (const PatchSlot& slot) { return isFromLfo (slot) && movesPitch (slot); }, reason);
            break;
        case tremolo:
        case sidechain:
            disconnectAll (
                hand, [] (const PatchSlot& slot) { return isFromLfo (slot) && movesLevel (slot); }, reason);
            break;
        case arpeggio:
            disconnectAll (
                hand, [] (const PatchSlot& slot) { return isFromLfo (slot) && infoOf (*slot.destination).id.ends_with ("_transpose"); }, reason);
            break;
        case modulation:
            disconnectAll (hand, isFromLfo, reason);
            break;
        default:
            break;
    }
}

void removeFeature (PatchHand& hand, SoundFeature feature, const TurnReason& reason)
{
    using enum SoundFeature;

    if (isWave (feature))
        return removeOscillators (hand, feature, reason);

    for (const auto& effect : effects)
        if (effect.feature == feature && (effect.aSwitch != Control::distortion_on || has (hand, feature)))
            hand.set (effect.aSwitch, 0, reason);

    switch (feature)
    {
        case distortion:
            for (const auto filter : filtersOf (hand.patch()))
                hand.set (member (Control::filter_1_drive, filter), 0, reason);
            break;
        case equalizer:
            hand.set (Control::eq_on, 0, reason);
            break;
        case noise:
        case sample:
            hand.set (Control::sample_on, 0, reason);
            break;
        case fm:
            removeWarps (hand, firstFm, firstRing, reason);
            break;
        case ring:
            removeWarps (hand, firstRing, firstRing + 3, reason);
            break;
        case sync:
            removeWarps (hand, syncWarp, syncWarp + 1, reason);
            break;
        case resonance:
            pull (hand, TimbreAxis::resonance, -1, reason.cause);
            break;
        case lowpass:
        case highpass:
        case bandpass:
        case notch:
        case comb:
        case formant:
            removeFilters (hand, feature, reason);
            break;
        case sub:
            removeOscillators (hand, feature, reason);
            break;
        default:
            removeVoices (hand, feature, reason);
            break;
    }
}
} // namespace

void removeExclusions (PatchHand& hand, const SoundIntent& intent)
{
    for (const auto feature : intent.exclusions)
        removeFeature (hand, feature, { "Not wanted: " + std::string (nameOf (feature)) + ".", causeOf (intent, "without " + std::string (nameOf (feature))) });
}

} // namespace athanor
