// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Mix/LoudnessView.h"

#include "Ui/Kit/Draw.h"
#include "Ui/Kit/Look.h"

namespace athanor
{

namespace
{
constexpr int top = 56, rowHeight = 17;

juce::String shown (float decibels, float silence) { return decibels <= silence ? juce::String ("-inf") : juce::String (decibels, 1); }
} // namespace

LoudnessView::LoudnessView (Deeds& d) : deeds (d)
{
    setTitle ("Loudness");
    setTooltip ("Loudness of the last three seconds and since playing began, in LUFS; the true peak since then, in dBTP. Above -1 an encoder may clip.");
    setInterceptsMouseClicks (true, false);
}

void LoudnessView::refresh()
{
    const auto now = deeds.session.player().loudness();
    const std::array<juce::String, 3> next { shown (now.shortTerm, -70), shown (now.integrated, -70), shown (now.truePeak, -100) };

    if (next == values)
        return;

    values = next;
    isTooLoud = now.truePeak > -1;
    setDescription (values[0] + " LUFS short, " + values[1] + " LUFS integrated, " + values[2] + " dBTP");
    repaint();
}

void LoudnessView::paint (juce::Graphics& g)
{
    constexpr std::array<const char*, 3> names { "LUFS short", "LUFS long", "dBTP" };
    const auto& inks = tokens (*this);
    auto area = getLocalBounds();

    for (std::size_t i = 0; i < values.size(); ++i)
    {
        const auto row = area.removeFromTop (rowHeight);
        drawWords (g, names[i], row, font (*this, Face::name, textSize::tiny), inks[Ink::mute]);
        drawWords (g, values[i], row, font (*this, Face::number, textSize::value), inks[i == 2 && isTooLoud ? Ink::rose : Ink::text], juce::Justification::centredRight);
    }
}

void LoudnessView::parentSizeChanged() { setBounds (space::gap, top, getParentWidth() - 2 * space::gap, 3 * rowHeight); }

} // namespace athanor
