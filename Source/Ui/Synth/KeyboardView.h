// SPDX-License-Identifier: GPL-3.0-or-later
// A piano on the screen: the mouse plays it, and it shows what is played, by whomever.
#pragma once

#include "App/NoteInput.h"
#include "Ui/Kit/Live.h"
#include "Ui/Synth/ShownSynth.h"

namespace athanor
{

/** The lower on a key, the louder. Wheel and arrow keys move it by an octave. */
class KeyboardView : public juce::Component,
                     public juce::SettableTooltipClient,
                     public Live
{
public:
    explicit KeyboardView (ShownSynth&);

    /** Where a MIDI note stands; empty: it is out of sight. */
    juce::Rectangle<float> keyArea (int note) const;

    /** The MIDI note under a point; nothing beside the keys. */
    std::optional<int> noteAt (juce::Point<float>) const;

    /** Whether it is drawn as being down. */
    bool isLit (int note) const noexcept;

    int lowestNote() const noexcept { return first; }

    void moveBy (int octaves);

    void refresh() override;
    void paint (juce::Graphics&) override;
    void resized() override;
    void mouseDown (const juce::MouseEvent&) override;
    void mouseDrag (const juce::MouseEvent&) override;
    void mouseUp (const juce::MouseEvent&) override;
    void mouseWheelMove (const juce::MouseEvent&, const juce::MouseWheelDetails&) override;
    bool keyPressed (const juce::KeyPress&) override;

    void focusGained (FocusChangeType) override { repaint(); }

    void focusLost (FocusChangeType) override { repaint(); }

private:
    void play (std::optional<int> note, float velocity);
    float whiteWidth() const;
    int whiteKeys() const;

    ShownSynth& synth;
    NoteInput input;
    std::optional<int> held;
    std::array<std::uint64_t, 2> lit {};
    int first = 36, shift = 0; ///< The lowest key in sight, a C; and by how many octaves it was moved.
    float wheelRest = 0;
};

} // namespace athanor
