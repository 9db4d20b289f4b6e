// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Synth/FilterCurve.h"

#include <cmath>

namespace athanor
{

namespace
{
constexpr int points = 120;
constexpr float octaves = 9.9657843f; ///< From 20 Hz to 20 kHz.

float hertzOf (float note) { return 440 * std::exp2 ((note - 69) / 12); }

float placeOf (float note) { return juce::jlimit (0.0f, 1.0f, std::log2 (hertzOf (note) / 20) / octaves); }

float noteAt (float place) { return 69 + 12 * (std::log2 (20.0f / 440) + place * octaves); }

const std::vector<float> decades { std::log2 (5.0f) / octaves, std::log2 (50.0f) / octaves, std::log2 (500.0f) / octaves }; // 100 Hz, 1 kHz, 10 kHz
} // namespace

std::vector<Control> FilterCurve::watchedBy (int number)
{
    std::vector<Control> controls;

    for (const auto first : { Control::filter_1_model, Control::filter_1_style, Control::filter_1_cutoff, Control::filter_1_resonance, Control::filter_1_drive, Control::filter_1_blend, Control::filter_1_blend_transpose, Control::filter_1_mix, Control::filter_1_formant_x, Control::filter_1_formant_y, Control::filter_1_formant_transpose, Control::filter_1_formant_resonance, Control::filter_1_formant_spread })
        controls.push_back (member (first, number));

    return controls;
}

FilterCurve::FilterCurve (ShownSynth& s, int n) : LiveCurve (s, "Response", Ink::gold, watchedBy (n)), number (n), hand (s)
{
    constexpr float zero = 36.0f / 60;
    setGrid (decades, { zero });

    onMove = [this] (int, Point to) {
        hand.turn (member (Control::filter_1_cutoff, number), noteAt (to.x));
        hand.turn (member (Control::filter_1_resonance, number), to.y);
    };

    onTouch = [this] (int, bool isTaken) {
        if (! isTaken)
            hand.letGo ("turn cutoff and resonance");
    };

    refresh();
}

/** The dot stands where modulation has carried cutoff and resonance. */
void FilterCurve::refresh()
{
    LiveCurve::refresh();
    const auto cutoff = member (Control::filter_1_cutoff, number), resonance = member (Control::filter_1_resonance, number);
    const auto isMoved = synth.heard() != nullptr && (synth.carryOf (cutoff).isActive || synth.carryOf (resonance).isActive);
    setMark (isMoved ? std::optional (Point (placeOf (synth.modulatedNow (cutoff)), juce::jlimit (0.0f, 1.0f, synth.modulatedNow (resonance)))) : std::nullopt);
}

void FilterCurve::draw()
{
    auto values = synth.patch().values;

    for (const auto control : watchedBy (number))
        values[control] = hand.valueOf (control);

    setCurve (pointsOf (bench.response (values, number, points)));
    const auto cutoff = values[member (Control::filter_1_cutoff, number)];
    setHandles ({ { { placeOf (cutoff), values[member (Control::filter_1_resonance, number)] }, "Cutoff and resonance" } });
    const auto hertz = hertzOf (cutoff);
    setCaption (hertz < 1'000 ? juce::String (juce::roundToInt (hertz)) + " Hz" : juce::String (hertz / 1'000, 2) + " kHz");
}

} // namespace athanor
