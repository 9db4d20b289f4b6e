// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Synth/EnvelopeView.h"

#include "App/SynthPictures.h"

#include <cmath>

namespace athanor
{

namespace
{
// Times are drawn as they are stored, as fourth roots: so short stages can be seen beside long ones.
constexpr float plateau = 0.35f, smallestSpan = 2.6f;
constexpr float holdGap = 0.035f; ///< Of the width: how far its ring stands behind the hold, so that both ends of a hold of nothing can be taken.
constexpr int pointsOfStage = 24;

std::vector<Control> watchedBy (int number)
{
    std::vector<Control> controls;

    for (const auto first : { Control::env_1_delay, Control::env_1_attack, Control::env_1_hold, Control::env_1_decay, Control::env_1_sustain, Control::env_1_release, Control::env_1_attack_power, Control::env_1_decay_power, Control::env_1_release_power })
        controls.push_back (member (first, number));

    return controls;
}
} // namespace

EnvelopeView::EnvelopeView (ShownSynth& s, int n)
    : LiveCurve (s, "Envelope " + juce::String (n + 1), Ink::teal, watchedBy (n)), number (n), hand (s)
{
    setFilled (true);
    onMove = [this] (int handle, Point to) { drag (handle, to); };

    onTouch = [this] (int handle, bool takes) {
        isTaken = takes;

        if (takes)
            return;

        static constexpr std::array names { "Attack", "Decay and Sustain", "Release", "Delay", "Hold", "Attack Power", "Decay Power", "Release Power" };
        hand.letGo ("turn Envelope " + std::to_string (number + 1) + " " + names[static_cast<std::size_t> (kinds[static_cast<std::size_t> (handle)])]);
        draw();
    };

    refresh();
}

void EnvelopeView::refresh()
{
    LiveCurve::refresh();
    setMark (markNow());
}

/** As far along as the newest voice is, as high as it is. */
std::optional<CurveView::Point> EnvelopeView::markNow() const
{
    const auto* heard = synth.heard();
    const auto place = heard != nullptr ? heard->envelopes[static_cast<std::size_t> (number)] : -1.0f;

    if (place < 0)
        return {};

    const auto holdEnd = peak.x + hand.valueOf (of (Control::env_1_hold)), released = knee.x + plateau;
    const std::array starts { 0.0f, rise, peak.x, holdEnd, released, released + hand.valueOf (of (Control::env_1_release)) };
    const auto stage = std::min (static_cast<std::size_t> (place), starts.size() - 2);
    const auto x = starts[stage] + (place - static_cast<float> (stage)) * (starts[stage + 1] - starts[stage]);
    const auto isBeforeRelease = stage + 2 < starts.size();
    return Point (std::min (1.0f, (isBeforeRelease ? std::min (x, knee.x) : x) / span), heard->sources[static_cast<std::size_t> (PatchSource::env_1) + static_cast<std::size_t> (number)]);
}

void EnvelopeView::drag (int handle, Point to)
{
    const auto x = to.x * span, sustain = hand.valueOf (of (Control::env_1_sustain));

    switch (kinds[static_cast<std::size_t> (handle)])
    {
        case attackPoint:
            hand.turn (of (Control::env_1_attack), x - rise);
            break;
        case decayPoint:
            hand.turn (of (Control::env_1_decay), x - peak.x - hand.valueOf (of (Control::env_1_hold)));
            hand.turn (of (Control::env_1_sustain), to.y);
            break;
        case releasePoint:
            hand.turn (of (Control::env_1_release), x - knee.x - plateau);
            break;
        case delayRing:
            hand.turn (of (Control::env_1_delay), x);
            break;
        case holdRing:
            hand.turn (of (Control::env_1_hold), x - peak.x - holdGap * span);
            break;
        case attackBend:
            bend (of (Control::env_1_attack_power), 0, 1, to.y);
            break;
        case decayBend:
            bend (of (Control::env_1_decay_power), 1, sustain, to.y);
            break;
        default:
            bend (of (Control::env_1_release_power), sustain, 0, to.y);
            break;
    }

    draw();
}

/** Turns a power so that the middle of its stage stands as high as this: it stands at 1 / (e^(power / 2) + 1) of its way. */
void EnvelopeView::bend (Control power, float from, float to, float height)
{
    constexpr float edge = 1.0e-4f;

    if (from == to)
        return;

    hand.turn (power, 2 * std::log (1 / juce::jlimit (edge, 1 - edge, (height - from) / (to - from)) - 1));
}

void EnvelopeView::addStage (std::vector<Point>& line, float width, float to, Control power) const
{
    const auto from = line.back();
    const auto bend = hand.valueOf (of (power));

    for (int i = 1; i <= pointsOfStage; ++i)
    {
        const auto t = static_cast<float> (i) / pointsOfStage;
        line.push_back ({ from.x + t * width, from.y + (to - from.y) * static_cast<float> (bentShare (t, bend)) });
    }
}

void EnvelopeView::draw()
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

    setCurve (std::move (line));
    showHandles (end.x);
}

void EnvelopeView::addBend (int which, float from, float fromHeight, float to, float toHeight, Control power)
{
    constexpr float narrowest = 0.06f, flattest = 0.02f;

    if ((to - from) / span < narrowest || std::abs (toHeight - fromHeight) < flattest || (from + to) / 2 > span)
        return;

    const auto middle = fromHeight + (toHeight - fromHeight) * static_cast<float> (bentShare (0.5, hand.valueOf (of (power))));
    dots.push_back ({ { (from + to) / 2 / span, middle }, "Bend of " + juce::String (which == attackBend ? "attack" : which == decayBend ? "decay"
                                                                                                                                         : "release"),
                      false,
                      true,
                      true });
    kinds.push_back (which);
}

void EnvelopeView::showHandles (float end)
{
    const auto holdEnd = peak.x + hand.valueOf (of (Control::env_1_hold)), sustain = knee.y;
    const auto placed = [this] (float x, float y) { return Point (std::min (1.0f, x / span), y); };
    dots = { { placed (peak.x, 1), "Attack", true, false }, { placed (knee.x, sustain), "Decay and sustain" }, { placed (end, 0), "Release", true, false }, { placed (rise, 0), "Delay", true, false, true }, { placed (holdEnd + holdGap * span, 1), "Hold", true, false, true } };
    kinds = { attackPoint, decayPoint, releasePoint, delayRing, holdRing };
    addBend (attackBend, rise, 0, peak.x, 1, Control::env_1_attack_power);
    addBend (decayBend, holdEnd, 1, knee.x, sustain, Control::env_1_decay_power);
    addBend (releaseBend, knee.x + plateau, sustain, end, 0, Control::env_1_release_power);
    setHandles (dots);
}

} // namespace athanor
