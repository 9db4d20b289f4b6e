// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Patch/PatchSpec.h"
#include "Ui/Kit/CurveView.h"

namespace athanor
{

/** The line of a Line Source, large. Points are dragged, up and down with Alt bends what begins there; a double-click adds a point, or takes
    away the one under it. */
class LineCanvas : public CurveView,
                   public juce::SettableTooltipClient
{
public:
    LineCanvas();

    /** @param result  What is heard; drawn behind. */
    void setLine (const PatchLine&, const std::vector<float>& result);

    // What the hand has done: x from 0 to 1, y from 0 (top) to 1.
    std::function<void (int point, double x, double y)> onPoint;
    std::function<void (double x)> onAdd;
    std::function<void (int point)> onRemove;
    std::function<void (int point, double power)> onBend;

    void mouseDown (const juce::MouseEvent&) override;
    void mouseDrag (const juce::MouseEvent&) override;
    void mouseUp (const juce::MouseEvent&) override;

private:
    void drag (int point, Point to);
    void letGo (int point);
    void addOrRemove (Point);
    void draw();
    int pointAt (juce::Point<float> pixels) const;

    PatchLine line;
    std::vector<float> heard;
    int bent = -1; ///< The point whose bend is dragged; -1: none.
    double powerBefore = 0;
    bool isTaken = false;
};

} // namespace athanor
