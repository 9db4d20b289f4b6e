// SPDX-License-Identifier: GPL-3.0-or-later
// What a sound shall be made with.
#include "Compose/Sound/FeatureParts.h"
#include "Compose/Sound/LeverParts.h"
#include "Compose/Sound/Levers.h"
#include "Compose/Sound/Rules.h"
#include "Core/Text.h"

namespace athanor
{

using namespace levers;

namespace
{
int firstOscillator (const PatchHand& hand)
{
    const auto on = oscillatorsOf (hand.patch());
    return on.empty() ? 0 : on.front();
}

void addWarp (PatchHand& hand, int type, double amount, int semitones, const TurnReason& reason)
{
    const auto carrier = firstOscillator (hand), modulator = carrier == 0 ? 1 : 0;

    if (type >= firstFm && ! hand.patch().values.isOn (member (Control::osc_1_on, modulator)))
    {
        hand.setWave (modulator, "sine", reason);
        hand.turnOn (member (Control::osc_1_on, modulator), reason);
        hand.set (member (Control::osc_1_level, modulator), 0, reason);
        hand.set (member (Control::osc_1_transpose, modulator), semitones, reason);
    }

    hand.set (member (Control::osc_1_distortion_type, carrier), type, reason);
    hand.set (member (Control::osc_1_distortion_amount, carrier), amount, reason);
}

void addFilter (PatchHand& hand, double blend, const TurnReason& reason)
{
    const auto isThere = hand.patch().values.isOn (Control::filter_fx_on);
    hand.turnOn (Control::filter_fx_on, reason);
    hand.set (Control::filter_fx_model, 0, reason);
    hand.set (Control::filter_fx_style, 0, reason);
    hand.set (Control::filter_fx_blend, blend, reason);
    hand.set (Control::filter_fx_mix, 1, reason);

    if (! isThere)
    {
        hand.set (Control::filter_fx_resonance, 0.25, reason);
        hand.set (Control::filter_fx_cutoff, blend > 1.5 ? 58 : blend > 0.5 ? 76
                                                                            : 84,
                  reason);
    }
}

/** An LFO of its own on a control. */
void addLfo (PatchHand& hand, const char* line, std::optional<double> hertz, double beats, Control destination, double by, bool isBipolar, const TurnReason& reason)
{
    const auto lfo = hand.freeLfo();

    if (! lfo || hand.isLocked (destination))
        return;

    hand.setLine (*lfo, line, reason);
    hand.set (member (Control::lfo_1_sync, *lfo), hertz ? 0 : 1, reason);
    hand.set (member (Control::lfo_1_sync_type, *lfo), hertz ? 0 : 1, reason);

    if (hertz)
        hand.set (member (Control::lfo_1_frequency, *lfo), std::log2 (*hertz), reason);
    else
        hand.set (member (Control::lfo_1_tempo, *lfo), tempoFor (beats).tempo, reason);

    hand.connect (lfoSource (*lfo), destination, by, isBipolar, reason);
}

void pumpLevels (PatchHand& hand, const char* line, double beats, double depth, const TurnReason& reason)
{
    const auto lfo = hand.freeLfo();

    if (! lfo)
        return;

    hand.setLine (*lfo, line, reason);
    hand.set (member (Control::lfo_1_sync, *lfo), 1, reason);
    hand.set (member (Control::lfo_1_sync_type, *lfo), 1, reason);
    hand.set (member (Control::lfo_1_tempo, *lfo), tempoFor (beats).tempo, reason);

    for (const auto i : oscillatorsOf (hand.patch()))
        if (const auto level = member (Control::osc_1_level, i); hand[level] > 0)
            hand.connect (lfoSource (*lfo), level, -depth * hand[level], false, reason);
}

void addEffect (PatchHand& hand, const Effect& effect, const TurnReason& reason)
{
    const auto isCrusher = effect.feature == SoundFeature::bitcrush;

    if (effect.aSwitch == Control::distortion_on && (has (hand, SoundFeature::bitcrush) != isCrusher || ! hand.patch().values.isOn (effect.aSwitch)))
    {
        hand.set (Control::distortion_type, isCrusher ? bitCrush : 0, reason);
        hand.set (Control::distortion_drive, isCrusher ? 14 : 10, reason);
    }

    const auto isOn = hand.patch().values.isOn (effect.aSwitch);
    hand.turnOn (effect.aSwitch, reason);

    if (! isOn || hand[effect.mix] < effect.heard)
        hand.set (effect.mix, effect.heard, reason);
}

void addVoice (PatchHand& hand, SoundFeature feature, const TurnReason& reason)
{
    switch (feature)
    {
        case SoundFeature::unison:
        case SoundFeature::detune:
            if (! has (hand, SoundFeature::unison))
                pull (hand, TimbreAxis::thickness, 0.6, reason.cause);
            break;
        case SoundFeature::sub:
            if (! has (hand, SoundFeature::sub))
                pull (hand, TimbreAxis::sub, 0.8, reason.cause);
            break;
        case SoundFeature::noise:
            if (! has (hand, SoundFeature::noise))
                pull (hand, TimbreAxis::noise, 0.5, reason.cause);
            break;
        case SoundFeature::mono:
            hand.set (Control::polyphony, 1, reason);
            hand.set (Control::legato, 1, reason);
            break;
        case SoundFeature::poly:
            hand.set (Control::polyphony, std::max (8.0f, hand[Control::polyphony]), reason);
            hand.set (Control::legato, 0, reason);
            break;
        case SoundFeature::glide:
            hand.set (Control::portamento_time, std::log2 (0.09), reason);
            break;
        case SoundFeature::stereo:
            pull (hand, TimbreAxis::width, 0.4, reason.cause);
            break;
        default:
            break;
    }
}

void addWave (PatchHand& hand, SoundFeature feature, const TurnReason& reason)
{
    if (has (hand, feature))
        return;

    if (feature != SoundFeature::wavetable)
    {
        hand.setWave (firstOscillator (hand), std::string (nameOf (feature)), reason);
        return;
    }

    hand.setWave (firstOscillator (hand), "saw to square", reason);
    addLfo (hand, "triangle", 0.2, 0, member (Control::osc_1_wave_frame, firstOscillator (hand)), 180, false, reason);
}

void addFeature (PatchHand& hand, SoundFeature feature, const TurnReason& reason)
{
    using enum SoundFeature;

    for (const auto& effect : effects)
        if (effect.feature == feature)
            return addEffect (hand, effect, reason);

    if (isWave (feature))
        return addWave (hand, feature, reason);

    switch (feature)
    {
        case fm:
            return has (hand, fm) ? void() : addWarp (hand, firstFm, 0.14, 12, reason);
        case ring:
            return has (hand, ring) ? void() : addWarp (hand, firstRing, 0.7, 19, reason);
        case sync:
            return has (hand, sync) ? void() : addWarp (hand, syncWarp, 0.35, 0, reason);
        case lowpass:
            return has (hand, lowpass) ? void() : addFilter (hand, 0, reason);
        case highpass:
            return has (hand, highpass) ? void() : addFilter (hand, 2, reason);
        case bandpass:
        case notch:
            return has (hand, bandpass) ? void() : addFilter (hand, 1, reason);
        case formant:
            return has (hand, formant) ? void() : pull (hand, TimbreAxis::vowel, 0.8, reason.cause);
        case resonance:
            return has (hand, resonance) ? void() : pull (hand, TimbreAxis::resonance, 0.7, reason.cause);
        case comb:
            if (! has (hand, comb))
            {
                addFilter (hand, 0, reason);
                hand.set (Control::filter_fx_model, combModel, reason);
                hand.set (Control::filter_fx_mix, 0.5, reason);
            }
            return;
        case equalizer:
            return hand.turnOn (Control::eq_on, reason);
        case vibrato:
            return has (hand, vibrato) ? void() : addLfo (hand, "sine", 5.4, 0, Control::voice_tune, 0.36, true, reason);
        case tremolo:
            return has (hand, tremolo) ? void() : addLfo (hand, "sine", 5, 0, member (Control::osc_1_level, firstOscillator (hand)), -0.6 * hand[member (Control::osc_1_level, firstOscillator (hand))], false, reason);
        case arpeggio:
            return addLfo (hand, "steps", {}, 1, Control::voice_transpose, 24, false, reason);
        case modulation:
            return pull (hand, TimbreAxis::movement, 0.6, reason.cause);
        case sidechain:
            return pumpLevels (hand, "pump", 1, 0.9, reason);
        default:
            return addVoice (hand, feature, reason);
    }
}

} // namespace

void addFeatures (PatchHand& hand, const SoundIntent& intent)
{
    for (const auto feature : intent.features)
        if (! intent.excludes (feature))
            addFeature (hand, feature, { capitalised (std::string (nameOf (feature))) + ", as asked for.", causeOf (intent, "with " + std::string (nameOf (feature))) });
}

} // namespace athanor
