// SPDX-License-Identifier: GPL-3.0-or-later
// Levers of what a sound is made of: its partials, its noise, its depth.
#include "Compose/Sound/LeverParts.h"

namespace athanor::levers
{

namespace
{
constexpr int firstOtherStyle = 2; ///< Styles before are 12 and 24 dB; the others are notches and bands.

/** An equaliser that is off begins flat. A band that does something already comes to stand between where it was and where it should be, nearer to
    where more is asked for. */
void raiseBand (PatchHand& hand, Control gain, Control cutoff, double hertz, double decibels, const TurnReason& reason)
{
    if (! hand.patch().values.isOn (Control::eq_on))
    {
        for (const auto flat : { Control::eq_low_gain, Control::eq_band_gain, Control::eq_high_gain, Control::eq_low_mode, Control::eq_band_mode, Control::eq_high_mode })
            hand.set (flat, 0, reason);

        hand.turnOn (Control::eq_on, reason);
    }

    const auto own = std::abs (hand[gain]) < 0.5f ? 0.0 : std::abs (static_cast<double> (hand[gain])), asked = std::abs (decibels);

    if (asked > 0)
        hand.set (cutoff, (own * hand[cutoff] + asked * semitonesOf (hertz)) / (own + asked), reason);

    hand.add (gain, decibels, reason);
}

void scaleLevel (PatchHand& hand, int oscillator, double factor, const TurnReason& reason)
{
    const auto level = member (Control::osc_1_level, oscillator);
    hand.set (level, hand[level] * std::sqrt (factor), reason);
}

bool isCrushing (const PatchSpec& patch) { return patch.values.isOn (Control::distortion_on) && patch.values.choice (Control::distortion_type) >= bitCrush; }

void drive (PatchHand& hand, double share, double mix, const TurnReason& reason)
{
    if (! hand.patch().values.isOn (Control::distortion_on))
    {
        hand.turnOn (Control::distortion_on, reason);
        hand.set (Control::distortion_type, 0, reason);
        hand.set (Control::distortion_filter_order, 0, reason);
        hand.set (Control::distortion_mix, 0, reason);
        hand.set (Control::distortion_drive, 3, reason);
    }

    hand.add (Control::distortion_mix, share * mix, reason);
    hand.add (Control::distortion_drive, share * 18, reason);
}
} // namespace

void startEffectFilter (PatchHand& hand, double blend, double cutoff, double resonance, const TurnReason& reason)
{
    if (hand.patch().values.isOn (Control::filter_fx_on))
        return;

    hand.turnOn (Control::filter_fx_on, reason);
    hand.set (Control::filter_fx_model, 0, reason);
    hand.set (Control::filter_fx_style, 0, reason);
    hand.set (Control::filter_fx_blend, blend, reason);
    hand.set (Control::filter_fx_resonance, resonance, reason);
    hand.set (Control::filter_fx_mix, 1, reason);
    hand.set (Control::filter_fx_cutoff, cutoff, reason);
}

std::vector<int> darkeningFilters (const PatchSpec& patch)
{
    auto filters = filtersOf (patch);
    std::erase_if (filters, [&patch] (int filter) {
        const auto model = patch.values.choice (member (Control::filter_1_model, filter));
        const auto isOfTwoSlopes = patch.values.choice (member (Control::filter_1_style, filter)) < firstOtherStyle;
        return model == formantModel || model == combModel || ! isOfTwoSlopes || patch.values[member (Control::filter_1_blend, filter)] > 1.2f || patch.values[member (Control::filter_1_mix, filter)] < 0.3f;
    });
    return filters;
}

namespace
{
/** Whether all that sounds goes through them. */
bool areAllBehind (const std::vector<int>& filters, const PatchSpec& patch)
{
    const auto has = [&filters] (int filter) { return std::ranges::find (filters, filter) != filters.end(); };
    const auto isBehind = [&] (Control destination) {
        constexpr int bothFilters = 2, effects = 3;
        const auto where = patch.values.choice (destination);
        return (has (effectFilter) && where <= effects) || (where == bothFilters ? has (0) && has (1) : has (where));
    };

    const auto isHeard = [&patch] (Control aSwitch, Control level) { return patch.values.isOn (aSwitch) && patch.values[level] > 0; };

    for (const auto i : oscillatorsOf (patch))
        if (isHeard (member (Control::osc_1_on, i), member (Control::osc_1_level, i)) && ! isBehind (member (Control::osc_1_destination, i)))
            return false;

    return ! isHeard (Control::sample_on, Control::sample_level) || isBehind (Control::sample_destination);
}
} // namespace

void brighten (PatchHand& hand, double far, const std::string& cause)
{
    const auto isUp = far > 0;
    auto stage = 0;

    if (auto filters = darkeningFilters (hand.patch()); ! filters.empty() || ! isUp)
    {
        // What no filter darkens would stand out the more.
        if (! isUp && ! hand.patch().values.isOn (Control::filter_fx_on) && ! areAllBehind (filters, hand.patch()))
        {
            startEffectFilter (hand, 0, 130, 0.1, { "A low pass takes the top off.", cause });
            filters.push_back (effectFilter);
        }

        for (const auto filter : filters)
        {
            const auto cutoff = member (Control::filter_1_cutoff, filter);
            const auto goal = isUp ? 132.0 : 34.0, share = std::abs (shareOf (far, 0));
            const TurnReason reason { (isUp ? "Opens " : "Closes ") + filterName (filter) + ".", cause };
            hand.set (cutoff, hand[cutoff] + share * std::clamp (goal - hand[cutoff], -44.0, 44.0), reason);
        }

        // Not all of a sound may pass the filters.
        if (const auto share = shareOf (far, 0); share < 0)
            raiseBand (hand, Control::eq_high_gain, Control::eq_high_cutoff, 1'200, 6 * share, { "Takes highs away.", cause });

        ++stage;
    }

    if (const auto share = shareOf (far, stage); share != 0)
        raiseBand (hand, Control::eq_high_gain, Control::eq_high_cutoff, 1'200, 9 * share, { isUp ? "Lifts the highs." : "Takes highs away.", cause });

    if (const auto share = shareOf (far, stage + 1); share > 0)
        drive (hand, 0.6 * share, 1, { "A little drive gives it partials that it did not have.", cause });
    else if (share < 0)
        for (const auto i : oscillatorsOf (hand.patch()))
            if (hand[member (Control::osc_1_transpose, i)] >= 12)
                scaleLevel (hand, i, 1 + 0.9 * share, { "Turns the high oscillator down.", cause });
}

void warm (PatchHand& hand, double far, const std::string& cause)
{
    const auto isUp = far > 0;

    // The fundamental of most notes is a part of the warm middle: a band alone would leave it standing.
    if (const auto share = shareOf (far, 0); share < 0)
        raiseBand (hand, Control::eq_low_gain, Control::eq_low_cutoff, 240, 8 * share, { "Less weight below.", cause });

    if (const auto share = shareOf (far, 0); share != 0)
        raiseBand (hand, Control::eq_band_gain, Control::eq_band_cutoff, 260, 9 * share, { isUp ? "Lifts the warm middle." : "Takes some of the warm middle away.", cause });

    if (const auto share = shareOf (far, 1); share != 0)
        raiseBand (hand, Control::eq_high_gain, Control::eq_high_cutoff, 1'200, -9 * share, { isUp ? "Softens the highs, so that the middle stands out." : "Lifts the highs over the middle.", cause });

    if (const auto share = shareOf (far, 2); share > 0)
        raiseBand (hand, Control::eq_low_gain, Control::eq_low_cutoff, 75, -8 * share, { "Less below, so that the middle stands out.", cause });
}

void roughen (PatchHand& hand, double far, const std::string& cause)
{
    if (far > 0)
    {
        drive (hand, shareOf (far, 0), 0.8, { "Drives it harder.", cause });

        if (const auto share = shareOf (far, 1); share > 0)
            for (const auto i : oscillatorsOf (hand.patch()))
            {
                const auto level = member (Control::osc_1_level, i);

                if (const auto lfo = hand.slotBetween (PatchSource::lfo_8, level) ? std::optional (7) : hand.freeLfo(); lfo && i == oscillatorsOf (hand.patch()).front())
                {
                    const TurnReason reason { "A beating too fast to count makes it growl.", cause };
                    hand.setLine (*lfo, "sine", reason);
                    hand.set (member (Control::lfo_1_sync, *lfo), 0, reason);
                    hand.set (member (Control::lfo_1_frequency, *lfo), std::log2 (43.0), reason);
                    hand.connect (static_cast<PatchSource> (static_cast<int> (PatchSource::lfo_1) + *lfo), level, -0.7 * share * hand[level], false, reason);
                }
            }

        for (const auto filter : filtersOf (hand.patch()))
            if (const auto share = shareOf (far, 2); share > 0)
                hand.add (member (Control::filter_1_drive, filter), 12 * share, { "Overdrives " + filterName (filter) + ".", cause });

        return;
    }

    const auto share = -shareOf (far, 0);

    if (hand.patch().values.isOn (Control::distortion_on))
    {
        hand.set (Control::distortion_mix, hand[Control::distortion_mix] * (1 - share), { "Less distortion.", cause });
        hand.add (Control::distortion_drive, -10 * share, { "Less drive.", cause });
    }

    for (const auto filter : filtersOf (hand.patch()))
        hand.set (member (Control::filter_1_drive, filter), hand[member (Control::filter_1_drive, filter)] * (1 - share), { "Less drive in " + filterName (filter) + ".", cause });

    for (const auto i : oscillatorsOf (hand.patch()))
    {
        const auto detune = member (Control::osc_1_unison_detune, i), type = member (Control::osc_1_distortion_type, i), amount = member (Control::osc_1_distortion_amount, i);
        hand.set (detune, hand[detune] * (1 - 0.7 * share), { "Voices closer together beat less.", cause });

        if (hand[type] >= firstFm)
            hand.set (amount, hand[amount] * (1 - 0.7 * share), { "Less modulation of one oscillator by another.", cause });
    }

    if (const auto second = shareOf (far, 1); second < 0)
        brighten (hand, second, cause);
}

void addNoise (PatchHand& hand, double far, const std::string& cause)
{
    const auto isThere = hand.patch().values.isOn (Control::sample_on);

    if (far > 0)
    {
        const TurnReason reason { "Mixes noise in.", cause };

        if (! isThere)
        {
            hand.setSample ("white noise", reason);
            hand.turnOn (Control::sample_on, reason);
            hand.set (Control::sample_loop, 1, reason);
            hand.set (Control::sample_random_phase, 1, reason);
            hand.set (Control::sample_keytrack, 0, reason);
            hand.set (Control::sample_destination, hand[Control::osc_1_destination], reason);
            hand.set (Control::sample_level, 0, reason);
        }

        hand.add (Control::sample_level, 0.55 * std::sqrt (shareOf (far, 0)), reason);

        if (const auto share = shareOf (far, 1); share > 0)
        {
            hand.set (Control::sample_destination, 3, { "The noise passes the filters by.", cause });
            hand.add (Control::sample_level, 0.3 * share, reason);
        }

        for (const auto i : oscillatorsOf (hand.patch()))
            if (const auto share = shareOf (far, 2); share > 0)
                scaleLevel (hand, i, 1 - 0.7 * share, { "The tone steps back behind the noise.", cause });

        return;
    }

    const auto share = -shareOf (far, 0);

    if (isThere)
        hand.set (Control::sample_level, hand[Control::sample_level] * (1 - share), { "Less noise.", cause });

    if (isCrushing (hand.patch()))
        hand.set (Control::distortion_mix, hand[Control::distortion_mix] * (1 - share), { "Fewer crushed bits.", cause });

    if (const auto second = shareOf (far, 1); second < 0)
        brighten (hand, second, cause);
}

namespace
{
/** Where all oscillators are taken, the softest plays an octave lower, or the one that does is turned up. */
void lowerOne (PatchHand& hand, double share, const std::string& cause)
{
    constexpr double octave = 12;
    const auto all = oscillatorsOf (hand.patch());
    const auto isLow = [&hand] (int i) { return hand[member (Control::osc_1_transpose, i)] <= -octave; };
    const auto low = std::ranges::find_if (all, isLow);
    const auto one = low != all.end() ? low : std::ranges::min_element (all, {}, [&hand] (int i) { return hand[member (Control::osc_1_level, i)]; });

    if (one == all.end())
        return;

    const auto transpose = member (Control::osc_1_transpose, *one), level = member (Control::osc_1_level, *one);
    const TurnReason reason { "Oscillator " + std::to_string (*one + 1) + " plays an octave below.", cause };

    const auto now = static_cast<double> (hand[level]), loud = std::max (now, 0.75);

    // An octave is a great step: it begins softly.
    if (low == all.end())
        hand.set (transpose, -octave, reason);

    hand.set (level, low == all.end() ? loud * std::max (0.1, share) : now + share * (loud - now), reason);
}
} // namespace

void deepen (PatchHand& hand, double far, const std::string& cause)
{
    if (far > 0)
    {
        const auto share = shareOf (far, 0);
        const TurnReason reason { "A sine an octave below.", cause };

        if (const auto free = hand.freeOscillator())
        {
            hand.setWave (*free, "sine", reason);
            hand.turnOn (member (Control::osc_1_on, *free), reason);
            hand.set (member (Control::osc_1_transpose, *free), -12, reason);
            hand.set (member (Control::osc_1_tune, *free), 0, reason);
            hand.set (member (Control::osc_1_unison_voices, *free), 1, reason);
            hand.set (member (Control::osc_1_random_phase, *free), 0, reason);
            hand.set (member (Control::osc_1_distortion_type, *free), 0, reason);
            hand.set (member (Control::osc_1_spectral_morph_type, *free), 0, reason);
            hand.set (member (Control::osc_1_destination, *free), 3, reason);
            hand.set (member (Control::osc_1_level, *free), 0.75 * share, reason);
        }
        else
        {
            lowerOne (hand, share, cause);
            raiseBand (hand, Control::eq_low_gain, Control::eq_low_cutoff, 90, 9 * share, { "Lifts the lows.", cause });
        }

        if (const auto second = shareOf (far, 1); second > 0)
            raiseBand (hand, Control::eq_low_gain, Control::eq_low_cutoff, 90, 9 * second, { "Lifts the lows.", cause });

        return;
    }

    const auto share = shareOf (far, 0);
    raiseBand (hand, Control::eq_low_gain, Control::eq_low_cutoff, 100, 12 * share, { "Takes lows away.", cause });

    for (const auto i : oscillatorsOf (hand.patch()))
        if (hand[member (Control::osc_1_transpose, i)] <= -12)
            scaleLevel (hand, i, 1 + 0.85 * share, { "Turns the low oscillator down.", cause });
}

void thicken (PatchHand& hand, double far, const std::string& cause)
{
    const auto share = shareOf (far, 0);

    for (const auto i : oscillatorsOf (hand.patch()))
    {
        const auto voices = member (Control::osc_1_unison_voices, i), detune = member (Control::osc_1_unison_detune, i);

        if (hand[member (Control::osc_1_transpose, i)] <= -12 || (share < 0 && hand[voices] <= 1))
            continue;

        const TurnReason reason { share > 0 ? "More voices in unison." : "Fewer voices in unison.", cause };

        if (share > 0 && hand[voices] <= 1)
            hand.set (detune, 2.2, reason);

        hand.set (voices, share > 0 ? std::min (9.0, hand[voices] + std::ceil (4 * share)) : std::max (1.0, std::round (hand[voices] * (1 + share))), reason);
        hand.set (detune, std::min (4.5, hand[detune] * (1 + 0.4 * share)), reason);
    }
}

void resonate (PatchHand& hand, double far, const std::string& cause)
{
    const auto share = shareOf (far, 0);

    for (const auto filter : filtersOf (hand.patch()))
    {
        const auto resonance = member (Control::filter_1_resonance, filter);
        const auto goal = share > 0 ? 0.82 : 0.05;
        hand.set (resonance, hand[resonance] + std::abs (share) * (goal - hand[resonance]), { (share > 0 ? "More resonance in " : "Less resonance in ") + filterName (filter) + ".", cause });
    }
}

void ringLikeMetal (PatchHand& hand, double far, const std::string& cause)
{
    const auto oscillators = oscillatorsOf (hand.patch());
    const auto share = shareOf (far, 0);

    if (oscillators.empty())
        return;

    const auto carrier = oscillators.front();
    const auto type = member (Control::osc_1_distortion_type, carrier), amount = member (Control::osc_1_distortion_amount, carrier);

    if (share > 0 && hand[type] < firstFm)
    {
        // The first other oscillator of the three is what "A" means; silent, but on.
        const auto modulator = carrier == 0 ? 1 : 0;
        const TurnReason reason { "A second oscillator, out of tune with the first, modulates it: partials of metal.", cause };

        if (! hand.patch().values.isOn (member (Control::osc_1_on, modulator)))
        {
            hand.setWave (modulator, "sine", reason);
            hand.turnOn (member (Control::osc_1_on, modulator), reason);
            hand.set (member (Control::osc_1_transpose, modulator), 21, reason);
            hand.set (member (Control::osc_1_tune, modulator), 0.68, reason);
            hand.set (member (Control::osc_1_level, modulator), 0, reason);
        }

        hand.set (type, firstFm, reason);
        hand.set (amount, 0, reason);
    }

    if (hand[type] >= firstFm)
        hand.set (amount, share > 0 ? hand[amount] + 0.12 * share : hand[amount] * (1 + share), { share > 0 ? "More modulation between oscillators." : "Less modulation between oscillators.", cause });
}

void hollow (PatchHand& hand, double far, const std::string& cause)
{
    const auto oscillators = oscillatorsOf (hand.patch());

    if (oscillators.empty() || std::abs (far) < 0.25)
        return;

    hand.setWave (oscillators.front(), far > 0 ? "square" : "saw", { far > 0 ? "A square has only odd partials: hollow." : "A saw has all partials: full.", cause });
}

void speak (PatchHand& hand, double far, const std::string& cause)
{
    const auto share = shareOf (far, 0);

    if (share > 0)
    {
        const TurnReason reason { "A filter with the resonances of a mouth.", cause };

        if (! hand.patch().values.isOn (Control::filter_fx_on) || hand.patch().values.choice (Control::filter_fx_model) != formantModel)
        {
            hand.turnOn (Control::filter_fx_on, reason);
            hand.set (Control::filter_fx_model, formantModel, reason);
            hand.set (Control::filter_fx_style, 0, reason);
            hand.set (Control::filter_fx_mix, 0, reason);
        }

        hand.add (Control::filter_fx_mix, 0.85 * share, reason);
        return;
    }

    for (const auto filter : filtersOf (hand.patch()))
        if (hand.patch().values.choice (member (Control::filter_1_model, filter)) == formantModel)
            hand.set (member (Control::filter_1_mix, filter), hand[member (Control::filter_1_mix, filter)] * (1 + share), { "Less of a vowel.", cause });
}

} // namespace athanor::levers
