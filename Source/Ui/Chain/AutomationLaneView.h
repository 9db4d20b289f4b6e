// SPDX-License-Identifier: GPL-3.0-or-later
// The automation of one parameter over one clip: a curve that is drawn with the mouse and moved with the keys.
#pragma once

#include "App/Edits/AutomationEdits.h"
#include "Ui/Deeds.h"
#include "Ui/Kit/Live.h"

namespace athanor
{

/** A click makes a point and takes it; points that are moved snap to lines unless Ctrl is held. On empty ground Shift and a drag chooses, and
    Ctrl and a drag draws freely; a double-click takes a point away. One gesture is one step of undo. */
class AutomationLaneView : public juce::Component,
                           public juce::SettableTooltipClient,
                           public Live
{
public:
    explicit AutomationLaneView (Deeds&);

    /** The project or the selection has changed. */
    void update();

    /** Where a point of the lane stands, in pixels; and back, not snapped. */
    juce::Point<float> placeOf (Ticks, double value) const;
    Ticks ticksAt (float x) const;
    double valueAt (float y) const;

    void refresh() override;
    void paint (juce::Graphics&) override;
    void mouseDown (const juce::MouseEvent&) override;
    void mouseDrag (const juce::MouseEvent&) override;
    void mouseUp (const juce::MouseEvent&) override;
    void mouseMove (const juce::MouseEvent&) override;
    void mouseExit (const juce::MouseEvent&) override;
    void mouseDoubleClick (const juce::MouseEvent&) override;
    bool keyPressed (const juce::KeyPress&) override;

    void focusGained (FocusChangeType) override { repaint(); }

    void focusLost (FocusChangeType) override { repaint(); }

private:
    using Change = std::function<void (Project&)>;

    const Project& shown() const { return draft ? *draft : deeds.session.project(); }

    std::optional<Ticks> pointAt (juce::Point<float>) const;
    Ticks snapped (Ticks, const juce::ModifierKeys&) const;
    void choose (std::set<Ticks>);
    void tryOut (std::string name, Change);
    void movePoint (const juce::MouseEvent&);
    void drawFreely (const juce::MouseEvent&);
    void openMenu (const juce::MouseEvent&);
    void typeValue (Ticks);
    juce::String textOf (double value) const;
    float playX() const;
    void paintGrid (juce::Graphics&) const;
    void paintCurve (juce::Graphics&, const AutomationLane&) const;

    enum class Gesture { none,
                         point,
                         pencil,
                         band };

    Deeds& deeds;
    LanePlace place;
    Ticks length = beats (16), step = beats (1);
    Gesture gesture = Gesture::none;
    std::optional<Project> draft; ///< The project as it will be when the hand lets go.
    std::string gestureName;
    Change gestureChange;
    std::set<Ticks> held, landed; ///< Points that the hand moves: where they were, and where they are.
    Ticks heldAt;
    double heldValue = 0;
    bool isNewPoint = false;
    std::vector<Change> strokes;
    std::pair<Ticks, double> lastStroke;
    std::optional<juce::Range<float>> band;
    std::optional<Ticks> hovered;
    float lastPlayX = -1;
};

} // namespace athanor
