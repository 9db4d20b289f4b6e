// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Synth/LineCurve.h"

#include "App/SynthPictures.h"

#include <cmath>

namespace athanor
{

namespace
{
constexpr int samples = 240;
constexpr float reachPixels = 12; ///< Of a point under the mouse.
constexpr float narrowest = 22;   ///< Pixels of a piece that can be taken by its middle …
constexpr double flattest = 0.02; ///< … and how much it has to rise or fall.

CurveView::Point placeOf (const PatchLine::Point& point) { return { static_cast<float> (point.x), 1 - static_cast<float> (point.y) }; }
} // namespace

LineCurve::LineCurve (const juce::String& title, Ink curveInk, LineTools& t) : CurveView (title, curveInk), tools (t)
{
    onMove = [this] (int handle, Point to) { drag (handle, to); };

    onTouch = [this] (int handle, bool takes) {
        isTaken = takes;

        if (! takes)
            write (static_cast<std::size_t> (handle) < line.points.size() ? "move point of" : "bend");
    };

    showTools();
}

void LineCurve::update()
{
    if (isTaken || isPainting || ! onRead || line == onRead())
        return;

    line = onRead();
    draw();
}

void LineCurve::showTools()
{
    const auto places = [] (int count) {
        std::vector<float> all;

        for (int i = 1; i < count; ++i)
            all.push_back (static_cast<float> (i) / static_cast<float> (count));

        return all;
    };
    setGrid (places (tools.columns), places (tools.rows));
}

void LineCurve::replace (const std::string& deed, PatchLine wanted)
{
    line = std::move (wanted);
    draw();
    write (deed);
}

float LineCurve::heightAt (float x) const
{
    if (heights.empty())
        return 0;

    const auto last = heights.size() - 1;
    return heights[std::min (last, static_cast<std::size_t> (std::lround (std::max (0.0f, x) * static_cast<float> (last))))];
}

void LineCurve::write (const std::string& deed)
{
    if (onWrite && onRead && line != onRead())
        onWrite (deed, line);
}

CurveView::Point LineCurve::snapped (Point to) const
{
    if (! tools.snaps || juce::ModifierKeys::currentModifiers.isShiftDown())
        return to;

    const auto near = [] (float place, int count) { return std::round (place * static_cast<float> (count)) / static_cast<float> (count); };
    return { near (to.x, tools.columns), tools.rows > 1 ? near (to.y, tools.rows) : to.y };
}

void LineCurve::drag (int handle, Point to)
{
    const auto i = static_cast<std::size_t> (handle);

    if (i < line.points.size())
    {
        to = snapped (to);
        movePoint (line, i, static_cast<double> (to.x), static_cast<double> (to.y));
    }
    else if (i - line.points.size() < bends.size())
        bendPiece (line, bends[i - line.points.size()], static_cast<double> (to.y));

    draw();
}

void LineCurve::addOrRemove (Point at)
{
    const auto pixels = toPixels (at);

    for (std::size_t i = 0; i < line.points.size(); ++i)
        if (toPixels (placeOf (line.points[i])).getDistanceFrom (pixels) < reachPixels)
        {
            if (removePoint (line, i))
                write ("remove point of");

            return draw();
        }

    // A double-click on a bend makes that piece straight.
    for (const auto piece : bends)
        if (const auto x = (line.points[piece].x + line.points[piece + 1].x) / 2; toPixels ({ static_cast<float> (x), static_cast<float> (middleOf (line, piece)) }).getDistanceFrom (pixels) < reachPixels / 2 && line.points[piece].power != 0)
        {
            line.points[piece].power = 0;
            write ("straighten");
            return draw();
        }

    at = snapped (at);

    if (addPoint (line, static_cast<double> (at.x), static_cast<double> (at.y)))
        write ("add point to");

    draw();
}

void LineCurve::paintAt (Point at)
{
    const auto column = juce::jlimit (0, tools.columns - 1, static_cast<int> (at.x * static_cast<float> (tools.columns)));
    const auto height = tools.rows > 1 && tools.snaps ? std::round (at.y * static_cast<float> (tools.rows)) / static_cast<float> (tools.rows) : at.y;

    if (paintStep (line, column, tools.columns, static_cast<double> (height)))
        draw();
}

void LineCurve::mouseDown (const juce::MouseEvent& event)
{
    if (! tools.paints)
        return CurveView::mouseDown (event);

    isPainting = true;
    paintAt (fromPixels (event.position));
}

void LineCurve::mouseDrag (const juce::MouseEvent& event)
{
    if (isPainting)
        paintAt (fromPixels (event.position));
    else
        CurveView::mouseDrag (event);
}

void LineCurve::mouseUp (const juce::MouseEvent& event)
{
    if (! std::exchange (isPainting, false))
        return CurveView::mouseUp (event);

    write ("draw");
    draw();
}

void LineCurve::mouseDoubleClick (const juce::MouseEvent& event)
{
    if (! tools.paints)
        addOrRemove (fromPixels (event.position));
}

bool LineCurve::keyPressed (const juce::KeyPress& key)
{
    const auto point = static_cast<std::size_t> (chosenHandle());

    if (point >= line.points.size() || (key != juce::KeyPress::deleteKey && key != juce::KeyPress::insertKey))
        return CurveView::keyPressed (key);

    if (key == juce::KeyPress::deleteKey && removePoint (line, point))
        write ("remove point of");

    if (const auto piece = std::min (point, line.points.size() - 2); key == juce::KeyPress::insertKey && addPoint (line, (line.points[piece].x + line.points[piece + 1].x) / 2, middleOf (line, piece)))
        write ("add point to");

    draw();
    return true;
}

void LineCurve::draw()
{
    if (line.points.size() < 2)
        return;

    std::vector<Handle> dots;

    for (std::size_t i = 0; i < line.points.size(); ++i)
    {
        const auto isEnd = i == 0 || i + 1 == line.points.size();
        dots.push_back ({ placeOf (line.points[i]), "Point " + juce::String (i + 1), ! isEnd, true });
    }

    bends.clear();

    for (std::size_t i = 0; i + 1 < line.points.size(); ++i)
    {
        const auto &from = line.points[i], &to = line.points[i + 1];
        const Point middle (static_cast<float> (from.x + to.x) / 2, static_cast<float> (middleOf (line, i)));

        if (toPixels (placeOf (to)).x - toPixels (placeOf (from)).x >= narrowest && std::abs (to.y - from.y) >= flattest)
        {
            bends.push_back (i);
            dots.push_back ({ middle, "Bend " + juce::String (i + 1), false, true, true });
        }
    }

    heights = lineHeights (line, samples);
    std::vector<Point> drawn;

    for (std::size_t i = 0; i < heights.size(); ++i)
        drawn.emplace_back (static_cast<float> (i) / static_cast<float> (heights.size() - 1), heights[i]);

    setCurve (std::move (drawn));
    setHandles (tools.paints ? std::vector<Handle>() : std::move (dots));
    setCaption (line.name);
}

} // namespace athanor
