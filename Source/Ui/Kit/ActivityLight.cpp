// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Kit/ActivityLight.h"

#include "Ui/Kit/Draw.h"

#include <utility>

namespace athanor
{

namespace
{
constexpr float size = 8, fadePerFrame = 0.08f; // dark after a fifth of a second
} // namespace

ActivityLight::ActivityLight (Ink i) : ink (i) {}

void ActivityLight::show (std::uint64_t count)
{
    const auto before = std::exchange (last, count);
    const auto next = before && *before != count ? 1.0f : std::max (0.0f, level - fadePerFrame);

    if (std::exchange (level, next) != next)
        repaint();
}

void ActivityLight::paint (juce::Graphics& g)
{
    const auto& t = tokens (*this);
    const auto lamp = juce::Rectangle<float> (size, size).withCentre (getLocalBounds().toFloat().getCentre());
    g.setColour (t[Ink::control].interpolatedWith (t[ink], level));
    g.fillEllipse (lamp);
    g.setColour (t[Ink::line]);
    g.drawEllipse (lamp, 1);
}

} // namespace athanor
