// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Ui/Kit/Theme.h"

#include <juce_gui_basics/juce_gui_basics.h>

namespace athanor
{

/** The keyframes of all components along the positions of a wavetable, with the position that sounds above them. Keyframes are dragged; a
    double-click beside one adds another, and with Alt a copy is dragged. With the keys: up and down choose a lane, left and right a position, with
    Ctrl they move the chosen keyframe, Ctrl+D copies it, Return adds one, Delete takes the chosen one away. */
class KeyframeLanes : public juce::Component,
                      public juce::SettableTooltipClient
{
public:
    struct Lane
    {
        juce::String name;
        std::vector<int> positions; ///< Of its keyframes, rising.
        bool isSource = false;

        bool operator== (const Lane&) const = default;
    };

    KeyframeLanes();

    void setLanes (std::vector<Lane>);
    void setPosition (float); ///< 0 to 256.

    /** @param keyframe  -1: none. */
    void setChosen (int lane, int keyframe);

    std::function<void (int lane, int keyframe)> onChoose; ///< Keyframe -1: none of them.
    std::function<void (int lane, int keyframe, int position)> onMove;
    std::function<void (int lane, int keyframe, int position)> onDuplicate;
    std::function<void (int lane, int position)> onAdd;
    std::function<void (int lane, int keyframe)> onRemove;

    /** Dragged to; `isDone` when the hand lets go. */
    std::function<void (float position, bool isDone)> onPosition;

    static int heightFor (int lanes);

    /** The middle of a keyframe, or of a position in a lane; lane -1 is that of the position. */
    juce::Point<float> toPixels (int lane, int position) const;

    void paint (juce::Graphics&) override;
    void mouseDown (const juce::MouseEvent&) override;
    void mouseDrag (const juce::MouseEvent&) override;
    void mouseUp (const juce::MouseEvent&) override;
    void mouseDoubleClick (const juce::MouseEvent&) override;
    bool keyPressed (const juce::KeyPress&) override;
    void focusGained (FocusChangeType) override;
    void focusLost (FocusChangeType) override;

private:
    juce::Rectangle<float> track() const;
    int laneAt (float y) const; ///< -1: the position.
    int keyframeAt (int lane, float x) const;
    int positionAt (float x) const;
    void choose (int lane, int keyframe);
    void walk (int by, bool moves);
    void duplicate();
    void paintLane (juce::Graphics&, int lane) const;
    void paintPosition (juce::Graphics&) const;

    std::vector<Lane> lanes;
    float position = 0;
    int chosenLane = 0, chosenKeyframe = -1;
    int draggedTo = -1; ///< -1: no keyframe is dragged.
    bool movesPosition = false, copies = false;
};

} // namespace athanor
