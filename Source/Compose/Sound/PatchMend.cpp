// SPDX-License-Identifier: GPL-3.0-or-later
#include "Compose/Sound/PatchMend.h"

#include "Patch/EffectOrder.h"

#include <algorithm>
#include <cmath>

namespace athanor
{

namespace
{
void calmPitch (PatchHand& hand, double factor)
{
    const TurnReason reason { "Calms what moves the pitch, so that it is in tune.", {} };
    const auto scale = [&] (Control control) { hand.insist (control, hand[control] * factor, reason); };

    for (int i = 0; i < patch::slots; ++i)
        if (const auto& slot = hand.patch().slots[static_cast<std::size_t> (i)]; slot.destination)
        {
            const auto& info = infoOf (*slot.destination);
            const auto semitones = std::abs (depthOf (hand.patch(), i)) * (info.greatest - info.least);

            // Whole notes up and down are music; less is drift.
            if (info.id.ends_with ("_tune") || info.id.ends_with ("unison_detune") || (info.id.ends_with ("_transpose") && semitones < 1.5))
                scale (member (Control::modulation_1_amount, i));
        }

    for (const auto i : oscillatorsOf (hand.patch()))
        scale (member (Control::osc_1_unison_detune, i));

    scale (Control::chorus_mod_depth);
    scale (Control::flanger_mod_depth);
}

/** What jumps between notes shall land on notes. */
void snapToNotes (PatchHand& hand)
{
    constexpr int everyNote = 0xfff;

    for (const auto i : oscillatorsOf (hand.patch()))
        for (const auto& slot : hand.patch().slots)
            if (slot.destination == member (Control::osc_1_transpose, i) && slot.source && *slot.source >= PatchSource::lfo_1 && *slot.source <= PatchSource::random_4)
                hand.insist (member (Control::osc_1_transpose_quantize, i), everyNote, { "Lands on notes where the pitch jumps.", {} });
}

/** Makes it stand behind the distortion, if there is one: what comes before it cannot take away what that adds. */
void putBehindDistortion (PatchHand& hand, patch::Effect effect, const TurnReason& reason)
{
    auto order = patch::effectOrderOf (hand.patch().values.choice (Control::effect_chain_order));
    const auto its = std::ranges::find (order, effect), distortion = std::ranges::find (order, patch::Effect::distortion);

    if (hand.patch().values.isOn (Control::distortion_on) && its < distortion)
    {
        std::rotate (its, its + 1, distortion + 1);
        hand.insist (Control::effect_chain_order, patch::codeOf (order), reason);
    }
}

/** A high pass below all notes, where something makes the middle of the wave wander off. */
void block (PatchHand& hand)
{
    constexpr double below = 16, heard = 0.5;
    const TurnReason reason { "Takes away an offset that only loudspeakers would notice.", {} };

    // The equaliser's low shelf may be needed as it is.
    if (hand.patch().values.isOn (Control::eq_on) && std::abs (hand[Control::eq_low_gain]) > heard && ! hand.patch().values.isOn (Control::filter_fx_on))
    {
        for (const auto zero : { Control::filter_fx_model, Control::filter_fx_style, Control::filter_fx_resonance, Control::filter_fx_keytrack, Control::filter_fx_drive })
            hand.insist (zero, 0, reason);

        hand.insist (Control::filter_fx_blend, 2, reason);
        hand.insist (Control::filter_fx_mix, 1, reason);
        hand.insist (Control::filter_fx_cutoff, below, reason);
        hand.insist (Control::filter_fx_on, 1, reason);
        putBehindDistortion (hand, patch::Effect::filter, reason);
        return;
    }

    if (! hand.patch().values.isOn (Control::eq_on))
        for (const auto flat : { Control::eq_band_gain, Control::eq_high_gain, Control::eq_band_mode, Control::eq_high_mode })
            hand.insist (flat, 0, reason);

    hand.insist (Control::eq_on, 1, reason);
    hand.insist (Control::eq_low_mode, 1, reason);
    hand.insist (Control::eq_low_cutoff, below, reason);
    hand.insist (Control::eq_low_resonance, 0.35, reason);
    putBehindDistortion (hand, patch::Effect::equaliser, reason);
}
} // namespace

namespace
{
/** Whether its pitch is to be mended. */
bool isOffTune (const Timbre& heard, SoundCategory category, const Ear& ear)
{
    constexpr double offTune = 14; // Cents.
    return ear.listen && category != SoundCategory::drums && category != SoundCategory::effects && std::abs (heard.tuning.value_or (0)) > offTune;
}
} // namespace

void bringIntoTune (PatchHand& hand, Timbre& heard, SoundCategory category, const Ear& ear)
{
    if (! isOffTune (heard, category, ear))
        return;

    const TurnReason reason { "Brings it into tune.", {} };
    const auto before = hand[Control::voice_tune];
    hand.insist (Control::voice_tune, before - *heard.tuning / 100, reason);

    if (const auto again = ear.listen (std::span (&hand.patch(), 1)).front(); std::abs (again.tuning.value_or (0)) < std::abs (*heard.tuning))
        heard = again;
    else
        hand.insist (Control::voice_tune, before, reason);
}

void mendTuning (PatchHand& hand, Timbre& heard, SoundCategory category, const Ear& ear)
{
    if (! isOffTune (heard, category, ear))
        return;

    snapToNotes (hand);

    for (const auto calm : { 0.5, 0.2 })
        if (isOffTune (heard, category, ear))
        {
            calmPitch (hand, calm);
            heard = ear.listen (std::span (&hand.patch(), 1)).front();
        }

    bringIntoTune (hand, heard, category, ear);
}

void turnVolume (PatchHand& hand, double decibels, const TurnReason& reason)
{
    const auto now = std::sqrt (static_cast<double> (hand[Control::volume])) + decibels;
    hand.insist (Control::volume, now * std::max (0.0, now), reason);
}

namespace
{
/** Turns the volume until a sound is as loud as it should be; asks the ear again after everything else. */
class LevelMender
{
public:
    LevelMender (PatchHand& h, const LevelWish& w, const Ear& e) : hand (h), wish (w), ear (e), played (e.play (h.patch(), w.category)) {}

    bool takeOffsetAway()
    {
        constexpr double mostOffset = -66; // As it will be when it is as loud as it has to be.

        if (played.offset + missing() <= mostOffset)
            return false;

        block (hand);
        listen();

        // A beating distortion wanders more slowly than a high pass below the notes can tell from a note.
        for (int time = 0; time < 2 && played.offset + missing() > mostOffset && hand.patch().values.isOn (Control::distortion_on); ++time)
        {
            hand.insist (Control::distortion_mix, 0.35 * hand[Control::distortion_mix], { "Less of a distortion that pushes the wave off its middle.", {} });
            listen();
        }

        return true;
    }

    /** Returns whether that was more than a turn of the volume. */
    bool turn()
    {
        const auto wanted = volume() + missing();
        setVolume (wanted);

        if (wanted <= loudestVolume + 0.5)
            return false;

        // More than the volume gives must come from the oscillators; what that does to effects has to be heard.
        const auto more = std::sqrt (std::pow (10, (wanted - loudestVolume) / 20));

        for (const auto i : oscillatorsOf (hand.patch()))
            hand.insist (member (Control::osc_1_level, i), hand[member (Control::osc_1_level, i)] * more, reason);

        listen();
        setVolume (volume() + missing());
        return true;
    }

    /** Where short peaks are as high as may be, or nothing is left to turn up, and it still is too soft: presses the peaks down, the rest up. */
    bool press()
    {
        constexpr double slight = 2.5, mostPressed = 12;

        if (! wish.mayCompress || hand.patch().values.isOn (Control::compressor_on))
            return false;

        const auto soft = wantedLoudness + perWish * wish.louder - played.loudness;

        if (soft <= slight)
            return false;

        const auto pressed = std::min (soft, mostPressed);
        startCompressor (played.peak - volume() - (pressed + 1) / ratio, std::min (30.0, soft + slight));
        listen();
        setVolume (volume() + missing());
        return true;
    }

private:
    static constexpr double zero = 80, loudestVolume = 6, perWish = 3, ratio = 0.85;

    void listen() { played = ear.play (hand.patch(), wish.category); }

    double missing() const { return std::min (wantedLoudness + perWish * wish.louder - played.loudness, highestPeak - played.peak); }

    double volume() const { return std::sqrt (static_cast<double> (hand[Control::volume])) - zero; }

    /** The volume comes after everything, so what it does need not be heard. */
    void setVolume (double decibels)
    {
        const auto before = volume();
        hand.insist (Control::volume, std::pow (std::clamp (decibels, -60.0, loudestVolume) + zero, 2), reason);
        const auto by = volume() - before;
        played = { played.loudness + by, played.peak + by, played.offset + by };
    }

    /** One band, behind all other effects, so that it hears what comes out. */
    void startCompressor (double threshold, double gain)
    {
        constexpr int oneBand = 3;
        const TurnReason why { "Evens it out: its peaks kept it from being as loud as other sounds.", {} };
        auto order = patch::effectOrderOf (hand.patch().values.choice (Control::effect_chain_order));
        const auto its = std::ranges::find (order, patch::Effect::compressor);
        std::rotate (its, its + 1, order.end());

        for (const auto& [control, value] : { std::pair (Control::effect_chain_order, static_cast<double> (patch::codeOf (order))), std::pair (Control::compressor_enabled_bands, static_cast<double> (oneBand)), std::pair (Control::compressor_attack, 0.1), std::pair (Control::compressor_release, 0.65), std::pair (Control::compressor_band_lower_ratio, 0.0), std::pair (Control::compressor_band_upper_ratio, ratio), std::pair (Control::compressor_band_upper_threshold, threshold), std::pair (Control::compressor_band_gain, gain), std::pair (Control::compressor_mix, 1.0), std::pair (Control::compressor_on, 1.0) })
            hand.insist (control, value, why);
    }

    PatchHand& hand;
    const LevelWish& wish;
    const Ear& ear;
    PhraseLevel played;
    const TurnReason reason { "As loud as other sounds.", {} };
};
} // namespace

bool mendLevel (PatchHand& hand, const LevelWish& wish, const Ear& ear)
{
    if (! ear.play)
        return false;

    LevelMender mender (hand, wish, ear);
    const auto isBlocked = mender.takeOffsetAway();
    const auto isDriven = mender.turn(), isPressed = mender.press();

    // What was far below need not be any more: a distortion that is driven harder, a sound that is pressed.
    const auto isBlockedNow = ! isBlocked && mender.takeOffsetAway();

    if (isBlockedNow)
        mender.turn();

    return isBlocked || isDriven || isPressed || isBlockedNow;
}

} // namespace athanor
