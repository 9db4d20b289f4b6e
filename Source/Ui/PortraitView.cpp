// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/PortraitView.h"

#include <cmath>

namespace athanor
{

namespace
{
constexpr int looksPerSecond = 25;

/** Where the lines of the grid stand. */
std::vector<float> verticalsOf (const Portrait& portrait)
{
    if (portrait.kind == Portrait::Kind::response)
        return { std::log (5.0f) / std::log (1'000.0f), std::log (50.0f) / std::log (1'000.0f), std::log (500.0f) / std::log (1'000.0f) }; // 100 Hz, 1 kHz, 10 kHz

    if (portrait.kind == Portrait::Kind::levels)
        return { 1 / 3.0f, 2 / 3.0f };

    return {};
}

juce::String captionOf (const Portrait& portrait)
{
    if (portrait.seconds <= 0 || portrait.kind == Portrait::Kind::wave)
        return {};

    return portrait.seconds < 1 ? juce::String (juce::roundToInt (portrait.seconds * 1'000)) + " ms" : juce::String (portrait.seconds, 1) + " s";
}
} // namespace

PortraitView::PortraitView (Session& s, const GraphPlace& place, NodeId node, const ModuleType& t, Ink curveInk)
    : CurveView (juce::String (std::string (t.about->name)) + ", what it does", curveInk), session (s), type (t)
{
    for (const auto* port : type.prototype().ports())
        if (port->kind == Port::Kind::knob)
        {
            auto address = place.instrument ? knobOf (place.instrument, node, std::string (port->id)) : knobOf (place.track, node, std::string (port->id));
            auto key = format (address);
            watched.push_back ({ static_cast<const Knob*> (port), std::move (address), std::move (key), NAN });
        }

    setInterceptsMouseClicks (false, false);
    haveKnobsMoved();
    draw();
    startTimerHz (looksPerSecond);
}

void PortraitView::update()
{
    if (haveKnobsMoved())
        draw();
}

void PortraitView::timerCallback()
{
    if (isShowing())
        update();
}

bool PortraitView::haveKnobsMoved()
{
    bool haveMoved = false;

    for (auto& each : watched)
    {
        const auto live = session.player().livePosition (each.key);
        const auto value = live ? each.knob->range.fromPosition (static_cast<float> (*live)) : valueOf (session.project(), each.address);
        haveMoved |= ! (value == each.value); // also when it was not a number yet
        each.value = value;
    }

    return haveMoved;
}

void PortraitView::draw()
{
    portrait = portraitOf (type, [this] (const Knob& knob) { return watched[static_cast<std::size_t> (knob.index)].value; });

    std::vector<Point> points;

    for (std::size_t i = 0; i < portrait.heights.size(); ++i)
        points.emplace_back (static_cast<float> (i) / static_cast<float> (portrait.heights.size() - 1), portrait.heights[i]);

    setFilled (portrait.kind == Portrait::Kind::echoes || (portrait.kind == Portrait::Kind::motion && portrait.middle <= 0));
    setGrid (verticalsOf (portrait), portrait.middle > 0 ? std::vector { portrait.middle } : std::vector<float> {});
    setCaption (captionOf (portrait));
    setCurve (std::move (points));
}

} // namespace athanor
