// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Synth/EnvelopeCurve.h"

#include "App/SynthPictures.h"

namespace athanor
{

namespace
{
// Times are drawn as they are stored, as fourth roots: so short stages can be seen beside long ones.
constexpr float plateau = 0.35f, smallestSpan = 2.6f;
constexpr int pointsOfStage = 24;

std::vector<Control> watchedBy (int number)
{
    std::vector<Control> controls;

    for (const auto first : { Control::env_1_delay, Control::env_1_attack, Control::env_1_hold, Control::env_1_decay, Control::env_1_sustain, Control::env_1_release, Control::env_1_attack_power, Control::env_1_decay_power, Control::env_1_release_power })
        controls.push_back (member (first, number));

    return controls;
}
} // namespace

EnvelopeCurve::EnvelopeCurve (ShownSynth& s, int n)
    : LiveCurve (s, "Envelope " + juce::String (n + 1), Ink::teal, watchedBy (n)), number (n), hand (s)
{
    setFilled (true);
    onMove = [this] (int handle, Point to) { drag (handle, to); };

    onTouch = [this] (int handle, bool takes) {
        isTaken = takes;

        if (takes)
            return;

        static constexpr std::array names { "Attack", "Decay and Sustain", "Release" };
        hand.letGo ("turn Envelope " + std::to_string (number + 1) + " " + names[static_cast<std::size_t> (handle)]);
        draw();
    };

    refresh();
}

void EnvelopeCurve::refresh()
{
    LiveCurve::refresh();
    setMark (markNow());
}

/** As far along as the newest voice is, as high as it is. */
std::optional<CurveView::Point> EnvelopeCurve::markNow() const
{
    const auto* heard = synth.heard();
    const auto place = heard != nullptr ? heard->envelopes[static_cast<std::size_t> (number)] : -1.0f;

    if (place < 0)
        return {};

    const auto held = peak.x + hand.valueOf (of (Control::env_1_hold)), released = knee.x + plateau;
    const std::array starts { 0.0f, rise, peak.x, held, released, released + hand.valueOf (of (Control::env_1_release)) };
    const auto stage = std::min (static_cast<std::size_t> (place), starts.size() - 2);
    const auto x = starts[stage] + (place - static_cast<float> (stage)) * (starts[stage + 1] - starts[stage]);
    const auto isBeforeRelease = stage + 2 < starts.size();
    return Point (std::min (1.0f, (isBeforeRelease ? std::min (x, knee.x) : x) / span), heard->sources[static_cast<std::size_t> (PatchSource::env_1) + static_cast<std::size_t> (number)]);
}

void EnvelopeCurve::drag (int handle, Point to)
{
    const auto x = to.x * span;

    if (handle == attackPoint)
        hand.turn (of (Control::env_1_attack), x - hand.valueOf (of (Control::env_1_delay)));
    else if (handle == decayPoint)
    {
        hand.turn (of (Control::env_1_decay), x - peak.x - hand.valueOf (of (Control::env_1_hold)));
        hand.turn (of (Control::env_1_sustain), to.y);
    }
    else
        hand.turn (of (Control::env_1_release), x - knee.x - plateau);

    draw();
}

void EnvelopeCurve::addStage (std::vector<Point>& line, float width, float to, Control power) const
{
    const auto from = line.back();
    const auto bend = hand.valueOf (of (power));

    for (int i = 1; i <= pointsOfStage; ++i)
    {
        const auto t = static_cast<float> (i) / pointsOfStage;
        line.push_back ({ from.x + t * width, from.y + (to - from.y) * bent (t, bend) });
    }
}

void EnvelopeCurve::draw()
{
    const auto value = [this] (Control first) { return hand.valueOf (of (first)); };
    const auto sustain = value (Control::env_1_sustain);
    std::vector<Point> line { { 0, 0 }, { value (Control::env_1_delay), 0 } };
    rise = line.back().x;
    addStage (line, value (Control::env_1_attack), 1, Control::env_1_attack_power);
    peak = line.back();
    line.push_back (peak.translated (value (Control::env_1_hold), 0));
    addStage (line, value (Control::env_1_decay), sustain, Control::env_1_decay_power);
    knee = line.back();
    line.push_back (knee.translated (plateau, 0));
    addStage (line, value (Control::env_1_release), 0, Control::env_1_release_power);

    if (! isTaken)
        span = std::max (smallestSpan, line.back().x * 1.05f);

    const auto end = line.back();

    for (auto& point : line)
        point.x = std::min (1.0f, point.x / span);

    const auto placed = [this] (Point at) { return Point (std::min (1.0f, at.x / span), at.y); };
    setCurve (std::move (line));
    setHandles ({ { placed (peak), "Attack", true, false }, { placed (knee), "Decay and sustain" }, { placed (end), "Release", true, false } });
}

} // namespace athanor
