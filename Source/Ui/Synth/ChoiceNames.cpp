// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Synth/ChoiceNames.h"

namespace athanor
{

namespace
{
using Names = std::vector<juce::String>;

/** By model. */
const Names& stylesOf (int model)
{
    static const Names passes { "12 dB", "24 dB", "Notch blend", "Notch spread", "Band, peak, notch" };
    static const Names diode { "Low shelf", "Low cut" };
    static const Names formant { "A O I E", "A I U O" };
    static const Names comb { "Comb, low high", "Flange +, low high", "Flange -, low high", "Comb, band", "Flange +, band", "Flange -, band" };
    static const Names phaser { "Positive", "Negative" };

    switch (model)
    {
        case 4:
            return diode;
        case 5:
            return formant;
        case 6:
            return comb;
        case 7:
            return phaser;
        default:
            return passes;
    }
}

/** "A" and "B" are the two other oscillators in their order. */
juce::String named (juce::String name, int oscillator)
{
    const auto first = oscillator == 0 ? 2 : 1, second = oscillator == 2 ? 2 : 3;
    return name.replace ("Osc A", "Osc " + juce::String (first)).replace ("Osc B", "Osc " + juce::String (second)).replace ("<-", juce::String (juce::CharPointer_UTF8 ("\xe2\x86\x90")));
}
} // namespace

std::vector<juce::String> choiceNames (Control control, const ControlValues& values)
{
    constexpr int filters = patch::filters + 1; // and the one among the effects

    for (int i = 0; i < filters; ++i)
        if (control == member (Control::filter_1_style, i))
            return stylesOf (values.choice (member (Control::filter_1_model, i)));

    Names names;

    for (const auto& name : infoOf (control).choices)
        names.emplace_back (std::string (name));

    for (int i = 0; i < patch::oscillators; ++i)
        if (control == member (Control::osc_1_distortion_type, i))
            for (auto& name : names)
                name = named (name, i);

    return names;
}

} // namespace athanor
