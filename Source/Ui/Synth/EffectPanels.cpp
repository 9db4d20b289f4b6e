// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Synth/EffectPanels.h"

#include "Ui/Synth/SoundPanels.h"

#include <span>

namespace athanor
{

namespace
{
using enum Control;

struct Labelled
{
    Control control;
    const char* label;
    bool isMore = false;
};

constexpr Labelled chorus[] { { chorus_voices, "Voices" }, { chorus_mod_depth, "Depth" }, { chorus_feedback, "Feedback" }, { chorus_delay_1, "Delay 1" }, { chorus_delay_2, "Delay 2" }, { chorus_frequency, "Period" }, { chorus_tempo, "Beats" }, { chorus_cutoff, "Cutoff" }, { chorus_spread, "Width" }, { chorus_dry_wet, "Mix" }, { chorus_sync, "Counts in" } };
constexpr Labelled compressor[] { { compressor_attack, "Attack" }, { compressor_release, "Release" }, { compressor_low_gain, "Low" }, { compressor_band_gain, "Band" }, { compressor_high_gain, "High" }, { compressor_mix, "Mix" }, { compressor_enabled_bands, "Bands" }, { compressor_low_upper_threshold, "Low over", true }, { compressor_low_upper_ratio, "Low ratio", true }, { compressor_low_lower_threshold, "Low under", true }, { compressor_low_lower_ratio, "Low lift", true }, { compressor_band_upper_threshold, "Band over", true }, { compressor_band_upper_ratio, "Band ratio", true }, { compressor_band_lower_threshold, "Band under", true }, { compressor_band_lower_ratio, "Band lift", true }, { compressor_high_upper_threshold, "High over", true }, { compressor_high_upper_ratio, "High ratio", true }, { compressor_high_lower_threshold, "High under", true }, { compressor_high_lower_ratio, "High lift", true } };
constexpr Labelled delay[] { { delay_frequency, "Time" }, { delay_tempo, "Beats" }, { delay_aux_frequency, "Time 2" }, { delay_aux_tempo, "Beats 2" }, { delay_feedback, "Feedback" }, { delay_filter_cutoff, "Cutoff" }, { delay_filter_spread, "Width" }, { delay_dry_wet, "Mix" }, { delay_style, "Style" }, { delay_sync, "Counts in" }, { delay_aux_sync, "Counts in 2" } };
constexpr Labelled distortion[] { { distortion_drive, "Drive" }, { distortion_filter_cutoff, "Cutoff" }, { distortion_filter_resonance, "Resonance" }, { distortion_filter_blend, "Blend" }, { distortion_mix, "Mix" }, { distortion_type, "Type" }, { distortion_filter_order, "Filter" } };
constexpr Labelled equaliser[] { { eq_low_cutoff, "Low" }, { eq_low_gain, "Low gain" }, { eq_low_resonance, "Low res." }, { eq_band_cutoff, "Band" }, { eq_band_gain, "Gain" }, { eq_band_resonance, "Res." }, { eq_high_cutoff, "High" }, { eq_high_gain, "High gain" }, { eq_high_resonance, "High res." }, { eq_low_mode, "Low is a" }, { eq_band_mode, "Band is a" }, { eq_high_mode, "High is a" } };
constexpr Labelled flanger[] { { flanger_frequency, "Period" }, { flanger_tempo, "Beats" }, { flanger_feedback, "Feedback" }, { flanger_mod_depth, "Depth" }, { flanger_center, "Centre" }, { flanger_phase_offset, "Offset" }, { flanger_dry_wet, "Mix" }, { flanger_sync, "Counts in" } };
constexpr Labelled phaser[] { { phaser_frequency, "Period" }, { phaser_tempo, "Beats" }, { phaser_feedback, "Feedback" }, { phaser_mod_depth, "Depth" }, { phaser_center, "Centre" }, { phaser_blend, "Blend" }, { phaser_phase_offset, "Offset" }, { phaser_dry_wet, "Mix" }, { phaser_sync, "Counts in" } };
constexpr Labelled reverb[] { { reverb_decay_time, "Decay" }, { reverb_size, "Size" }, { reverb_delay, "Delay" }, { reverb_pre_low_cutoff, "Low cut" }, { reverb_pre_high_cutoff, "High cut" }, { reverb_low_shelf_cutoff, "Low" }, { reverb_low_shelf_gain, "Low gain" }, { reverb_high_shelf_cutoff, "High" }, { reverb_high_shelf_gain, "High gain" }, { reverb_chorus_amount, "Chorus" }, { reverb_chorus_frequency, "Rate" }, { reverb_dry_wet, "Mix" } };

struct About
{
    const char* name;
    Control isOn;
    std::span<const Labelled> controls; ///< Empty: the filter, which has a panel of its own.
};

/** In the order of synth::Effect. */
const std::array<About, synth::effectCount> effects { {
    { "Chorus", chorus_on, chorus },
    { "Compressor", compressor_on, compressor },
    { "Delay", delay_on, delay },
    { "Distortion", distortion_on, distortion },
    { "Equaliser", eq_on, equaliser },
    { "Filter", filter_fx_on, {} },
    { "Flanger", flanger_on, flanger },
    { "Phaser", phaser_on, phaser },
    { "Reverb", reverb_on, reverb },
} };

const About& aboutOf (synth::Effect effect) { return effects[static_cast<std::size_t> (effect)]; }

/** The control that says whether one counts in seconds or in beats; nothing for others. */
std::optional<Control> syncOf (Control control)
{
    for (const auto& [free, beats, sync] : { std::tuple { chorus_frequency, chorus_tempo, chorus_sync }, std::tuple { delay_frequency, delay_tempo, delay_sync }, std::tuple { delay_aux_frequency, delay_aux_tempo, delay_aux_sync }, std::tuple { flanger_frequency, flanger_tempo, flanger_sync }, std::tuple { phaser_frequency, phaser_tempo, phaser_sync } })
        if (control == free || control == beats)
            return sync;

    return {};
}

class EffectPanel : public SynthPanel
{
public:
    EffectPanel (ShownSynth& s, const About& about) : SynthPanel (s, about.name, Ink::sky)
    {
        addSwitch (about.isOn);

        for (const auto& [control, label, isMore] : about.controls)
        {
            if (isMore)
                addMore();

            const auto sync = syncOf (control);
            const auto countsBeats = infoOf (control).scale == ControlScale::indexed;
            add (
                control, label, ! sync ? Condition() : [&s, sync, countsBeats] { return (s.choiceNow (*sync) > 0) == countsBeats; });
        }

        update();
    }
};
} // namespace

juce::String nameOf (synth::Effect effect) { return aboutOf (effect).name; }

Control switchOf (synth::Effect effect) { return aboutOf (effect).isOn; }

std::unique_ptr<SynthPanel> makeEffectPanel (ShownSynth& synth, synth::Effect effect)
{
    constexpr int filterNumber = 2;

    if (effect == synth::Effect::filter)
        return std::make_unique<FilterPanel> (synth, filterNumber);

    return std::make_unique<EffectPanel> (synth, aboutOf (effect));
}

} // namespace athanor
