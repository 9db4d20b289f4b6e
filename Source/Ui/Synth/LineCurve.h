// SPDX-License-Identifier: GPL-3.0-or-later
// A drawn line under a hand: points are dragged, pieces are bent in their middle, steps are painted.
#pragma once

#include "App/Edits/LineEdits.h"
#include "Ui/Kit/CurveView.h"

namespace athanor
{

/** How a hand draws; shared by all lines of a view. */
struct LineTools
{
    int columns = 8, rows = 4; ///< Of the grid; rows 1: none.
    bool snaps = false;        ///< Points keep to the grid.
    bool paints = false;       ///< A drag draws steps, one for each column.
};

/** A double-click adds a point, or takes away the one under it. With Shift, points leave the grid. */
class LineCurve : public CurveView
{
public:
    LineCurve (const juce::String& title, Ink, LineTools&);

    /** Where the line comes from, and where it goes as one step of undo: "move point of". */
    std::function<const PatchLine&()> onRead;
    std::function<void (const std::string& deed, const PatchLine&)> onWrite;

    /** Takes over what is there now, unless a hand holds it. */
    void update();

    /** Shows the grid as the tools say. */
    void showTools();

    const PatchLine& shown() const noexcept { return line; }

    /** Makes it another line, as one step. */
    void replace (const std::string& deed, PatchLine);

    /** Height of the line at a place from 0 to 1. */
    float heightAt (float x) const;

    void resized() override { draw(); }

    void mouseDown (const juce::MouseEvent&) override;
    void mouseDrag (const juce::MouseEvent&) override;
    void mouseUp (const juce::MouseEvent&) override;
    void mouseDoubleClick (const juce::MouseEvent&) override;

    /** Insert adds a point behind the chosen one, Delete takes it away. */
    bool keyPressed (const juce::KeyPress&) override;

private:
    void drag (int handle, Point to);
    void addOrRemove (Point at);
    void paintAt (Point);
    void write (const std::string& deed);
    void draw();
    Point snapped (Point) const;

    LineTools& tools;
    PatchLine line;
    std::vector<std::size_t> bends; ///< The pieces whose middles are handles, in their order.
    std::vector<float> heights;
    bool isTaken = false, isPainting = false;
};

} // namespace athanor
