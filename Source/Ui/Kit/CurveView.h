// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Ui/Kit/StillPicture.h"

#include <juce_gui_basics/juce_gui_basics.h>
#include <optional>
#include <vector>

namespace athanor
{

/** A curve in a well: an equaliser, an envelope, an LFO, automation. Everything is in 0 … 1 from the lower left corner. */
class CurveView : public juce::Component
{
public:
    using Point = juce::Point<float>;

    /** A dot that can be taken: x to the side, y up. */
    struct Handle
    {
        Point at;
        juce::String name;
        bool movesX = true, movesY = true;
        bool isSmall = false; ///< A ring instead of a dot: the middle of a piece that can be bent.
    };

    explicit CurveView (const juce::String& title, Ink = Ink::teal);

    void setCurve (std::vector<Point>);

    /** A second curve behind the first: where modulation carries it, or what was before. */
    void setShadow (std::vector<Point>);

    void setHandles (std::vector<Handle>);

    /** Lines of the grid, as positions from 0 to 1. */
    void setGrid (std::vector<float> x, std::vector<float> y);

    /** Words in the upper left corner. */
    void setCaption (const juce::String&);

    /** A dot that moves along the curve: where it is played just now. Only what it leaves and comes to is painted anew. */
    void setMark (std::optional<Point>);

    std::optional<Point> mark() const noexcept { return marked; }

    void setFilled (bool);
    void setInk (Ink);

    /** A hand takes (true) and leaves (false) a handle. */
    std::function<void (int handle, bool)> onTouch;
    std::function<void (int handle, Point)> onMove;
    std::function<void (Point)> onDoubleClick;

    /** Where a point of the curve stands in the component, in pixels; and back. */
    Point toPixels (Point) const;
    Point fromPixels (Point) const;

    void paint (juce::Graphics&) override;
    void mouseDown (const juce::MouseEvent&) override;
    void mouseDrag (const juce::MouseEvent&) override;
    void mouseUp (const juce::MouseEvent&) override;
    void mouseMove (const juce::MouseEvent&) override;
    void mouseExit (const juce::MouseEvent&) override;
    void mouseDoubleClick (const juce::MouseEvent&) override;
    bool keyPressed (const juce::KeyPress&) override;

protected:
    /** The handle that the keys move, from 0. */
    int chosenHandle() const noexcept { return chosen; }

private:
    int handleAt (Point pixels) const;
    void moveHandle (int, Point);
    juce::Path pathOf (const std::vector<Point>&) const;
    void redraw();
    void paintStill (juce::Graphics&) const;
    void paintHandles (juce::Graphics&) const;
    void paintCaption (juce::Graphics&) const;
    juce::Rectangle<int> markArea() const;
    float highestIn (juce::Rectangle<int> columns) const;

    juce::String caption;
    Ink ink;
    std::vector<Point> curve, shadow;
    std::vector<Handle> handles;
    std::vector<float> gridX, gridY;
    std::optional<Point> marked;
    StillPicture still; ///< Of a curve with a mark: all but that.
    int changes = 0;    ///< Of all that it shows.
    bool isFilled = false;
    int held = -1, hovered = -1, chosen = 0;
};

} // namespace athanor
