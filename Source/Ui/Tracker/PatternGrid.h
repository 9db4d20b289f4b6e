// SPDX-License-Identifier: GPL-3.0-or-later
// The pattern as the musician sees and touches it: the grid of characters, the cursor, the mouse.
#pragma once

#include "App/Session.h"
#include "Ui/Kit/Live.h"
#include "Ui/Tracker/GridWriter.h"

namespace athanor
{

/** Shows the selected pattern. Its parent places it and listens to where the lanes are. */
class PatternGrid : public TextGridView,
                    public Live
{
public:
    explicit PatternGrid (Session&);
    ~PatternGrid() override;

    /** The lanes moved or changed their width. */
    std::function<void()> onLanes;

    /** A right click on a cell, which has the cursor now. */
    std::function<void (juce::Point<int> screenPosition)> onMenu;

    const GridLayout& lanes() const noexcept { return layout; }

    /** Where a lane stands in this component, in points. */
    juce::Rectangle<float> boundsOfLane (const GridLayout::Lane&) const;

    /** Scrolls sideways so that this cell is the first right of the line numbers. */
    void scrollTo (int firstCell);

    int firstCell() const noexcept { return left; }

    int firstRow() const noexcept { return top; }

    /** Goes with the play position. */
    void refresh() override;

    void mouseDown (const juce::MouseEvent&) override;
    void mouseDrag (const juce::MouseEvent&) override;
    void mouseWheelMove (const juce::MouseEvent&, const juce::MouseWheelDetails&) override;
    void paint (juce::Graphics&) override;
    std::unique_ptr<juce::AccessibilityHandler> createAccessibilityHandler() override;

    /** What the cursor stands on, as a screen reader says it. */
    juce::String spoken() const;

protected:
    void layOut() override;

private:
    void projectChanged();
    void selectionChanged();
    void readLayout();
    void showCursor();
    void centreOn (int row);
    void setTop (int row);
    void writeRows (int first, int end);
    void writeAll();
    void writeRow (int row);
    bool isStepWithinTrack (const Selection& before) const;
    void pointAt (const juce::MouseEvent&, bool marks);
    std::optional<int> playRowNow() const;
    juce::Rectangle<float> cursorBounds() const;
    std::optional<PatternCursor> cursorUnder (const juce::MouseEvent&) const;

    Session& session;
    GridLayout layout;
    GridState state;
    int top = 0, left = 0;
    float wheelRest = 0;
    Subscription project, selection;
};

} // namespace athanor
