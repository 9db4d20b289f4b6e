// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Synth/LfoCurve.h"

#include "App/SynthPictures.h"
#include "Ui/Synth/LiveCurve.h"

#include <cmath>

namespace athanor
{

namespace
{
constexpr int points = 160;
constexpr float reachPixels = 12; ///< Of a point under the mouse.
} // namespace

LfoCurve::LfoCurve (ShownSynth& s, int n)
    : CurveView ("LFO " + juce::String (n + 1), Ink::teal), synth (s), number (static_cast<std::size_t> (n))
{
    setGrid ({ 0.25f, 0.5f, 0.75f }, { 0.5f });
    onMove = [this] (int handle, Point to) { drag (handle, to); };
    onDoubleClick = [this] (Point at) { addOrRemove (at); };

    onTouch = [this] (int, bool takes) {
        isTaken = takes;

        if (! takes)
            put ("move point of LFO ");
    };

    update();
}

void LfoCurve::update()
{
    if (isTaken || line == synth.patch().lfos[number])
        return;

    line = synth.patch().lfos[number];
    draw();
}

void LfoCurve::refresh()
{
    const auto* heard = synth.heard();
    const auto place = heard != nullptr ? heard->lfos[number] : -1.0f;

    if (place < 0)
        return setMark ({});

    const auto last = heights.size() - 1;
    setMark (Point (place, heights[std::min (last, static_cast<std::size_t> (std::lround (place * static_cast<float> (last))))]));
}

void LfoCurve::put (const std::string& name)
{
    if (line != synth.patch().lfos[number])
        synth.edit (name + std::to_string (number + 1), [this] (PatchSpec& patch) { patch.lfos[number] = line; });
}

void LfoCurve::drag (int handle, Point to)
{
    const auto i = static_cast<std::size_t> (handle);
    auto& point = line.points[i];
    point.y = 1 - static_cast<double> (to.y);

    if (i > 0 && i + 1 < line.points.size())
        point.x = std::clamp (static_cast<double> (to.x), line.points[i - 1].x, line.points[i + 1].x);

    draw();
}

void LfoCurve::addOrRemove (Point at)
{
    const auto pixels = toPixels (at);

    for (std::size_t i = 0; i < line.points.size(); ++i)
        if (toPixels ({ static_cast<float> (line.points[i].x), 1 - static_cast<float> (line.points[i].y) }).getDistanceFrom (pixels) < reachPixels)
        {
            // The ends hold the line.
            if (i > 0 && i + 1 < line.points.size())
            {
                line.points.erase (line.points.begin() + static_cast<std::ptrdiff_t> (i));
                put ("remove point of LFO ");
                draw();
            }

            return;
        }

    if (line.points.size() >= PatchLine::maxPoints)
        return;

    const auto behind = std::ranges::find_if (line.points, [at] (const auto& point) { return point.x > static_cast<double> (at.x); });
    line.points.insert (behind == line.points.end() ? std::prev (behind) : behind, { static_cast<double> (at.x), 1 - static_cast<double> (at.y), 0 });
    put ("add point to LFO ");
    draw();
}

void LfoCurve::draw()
{
    std::vector<Handle> dots;

    for (std::size_t i = 0; i < line.points.size(); ++i)
    {
        const auto& point = line.points[i];
        const auto isEnd = i == 0 || i + 1 == line.points.size();
        dots.push_back ({ { static_cast<float> (point.x), 1 - static_cast<float> (point.y) }, "Point " + juce::String (i + 1), ! isEnd, true });
    }

    heights = lineHeights (line, points);
    setCurve (pointsOf (heights));
    setHandles (std::move (dots));
    setCaption (line.name);
}

} // namespace athanor
