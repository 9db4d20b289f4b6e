// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Synth/LineCanvas.h"

#include "App/SynthPictures.h"
#include "Patch/PatchLimits.h"
#include "Ui/Synth/LiveCurve.h"

namespace athanor
{

namespace
{
constexpr int pointsDrawn = 400;
constexpr float reachPixels = 12;
constexpr double powerOfPixel = 0.1;
} // namespace

LineCanvas::LineCanvas() : CurveView ("Line", Ink::ember)
{
    setTooltip ("Drag the points of the line; a double-click adds one or takes one away. With Alt, up and down bends what begins at a point.");
    setGrid ({ 0.25f, 0.5f, 0.75f }, { 0.25f, 0.5f, 0.75f });
    onMove = [this] (int point, Point to) { drag (point, to); };
    onDoubleClick = [this] (Point at) { addOrRemove (at); };
    onTouch = [this] (int point, bool takes) {
        isTaken = takes;

        if (! takes)
            letGo (point);
    };
}

void LineCanvas::setLine (const PatchLine& wanted, const std::vector<float>& result)
{
    if (isTaken || bent >= 0)
        return;

    line = wanted;
    heard = result;
    draw();
}

void LineCanvas::draw()
{
    std::vector<Handle> dots;
    std::vector<float> behind;

    for (std::size_t i = 0; i < line.points.size(); ++i)
    {
        const auto& point = line.points[i];
        const auto isEnd = i == 0 || i + 1 == line.points.size();
        dots.push_back ({ { static_cast<float> (point.x), 1 - static_cast<float> (point.y) }, "Point " + juce::String (i + 1), ! isEnd, true });
    }

    for (std::size_t i = 0; i < pointsDrawn && ! heard.empty(); ++i)
        behind.push_back (0.5f + 0.5f * heard[i * (heard.size() - 1) / (pointsDrawn - 1)]);

    setShadow (pointsOf (behind));
    setCurve (pointsOf (lineHeights (line, pointsDrawn)));
    setHandles (std::move (dots));
}

void LineCanvas::drag (int point, Point to)
{
    const auto i = static_cast<std::size_t> (point);
    auto& moved = line.points[i];
    moved.y = std::clamp (1 - static_cast<double> (to.y), 0.0, 1.0);

    if (i > 0 && i + 1 < line.points.size())
        moved.x = std::clamp (static_cast<double> (to.x), line.points[i - 1].x, line.points[i + 1].x);

    draw();
}

void LineCanvas::letGo (int point)
{
    if (point >= 0 && point < static_cast<int> (line.points.size()) && onPoint)
        onPoint (point, line.points[static_cast<std::size_t> (point)].x, line.points[static_cast<std::size_t> (point)].y);
}

int LineCanvas::pointAt (juce::Point<float> pixels) const
{
    const auto away = [&] (const PatchLine::Point& point) { return toPixels ({ static_cast<float> (point.x), 1 - static_cast<float> (point.y) }).getDistanceFrom (pixels); };
    const auto nearest = std::ranges::min_element (line.points, {}, away);
    return nearest != line.points.end() && away (*nearest) < reachPixels ? static_cast<int> (nearest - line.points.begin()) : -1;
}

void LineCanvas::addOrRemove (Point at)
{
    const auto point = pointAt (toPixels (at));

    if (point >= 0 ? onRemove != nullptr : onAdd != nullptr)
        point >= 0 ? onRemove (point) : onAdd (static_cast<double> (at.x));
}

void LineCanvas::mouseDown (const juce::MouseEvent& event)
{
    if (! event.mods.isAltDown())
        return CurveView::mouseDown (event);

    bent = pointAt (event.position);
    powerBefore = bent >= 0 ? line.points[static_cast<std::size_t> (bent)].power : 0.0;
}

void LineCanvas::mouseDrag (const juce::MouseEvent& event)
{
    if (bent < 0)
        return CurveView::mouseDrag (event);

    line.points[static_cast<std::size_t> (bent)].power = std::clamp (powerBefore - event.getDistanceFromDragStartY() * powerOfPixel, -patch::steepest, patch::steepest);
    draw();
}

void LineCanvas::mouseUp (const juce::MouseEvent& event)
{
    if (bent < 0)
        return CurveView::mouseUp (event);

    const auto point = std::exchange (bent, -1);

    if (onBend)
        onBend (point, line.points[static_cast<std::size_t> (point)].power);
}

} // namespace athanor
