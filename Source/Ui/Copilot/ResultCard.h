// SPDX-License-Identifier: GPL-3.0-or-later
// One sound that was made from words: what it looks like, what can be done with it, and why it is as it is.
#pragma once

#include "Ui/Copilot/SoundPicture.h"
#include "Ui/Copilot/WhyList.h"
#include "Ui/Kit/Card.h"
#include "Ui/Kit/Waveform.h"

namespace athanor
{

/** A button from which a file can be dragged out of the window. */
class DragOutButton : public IconButton
{
public:
    using IconButton::IconButton;

    /** The file that is dragged; empty: there is none yet. */
    std::function<juce::String()> onDragOut;

    /** The hand comes near: what could be dragged may be made ready. */
    std::function<void()> onNear;

    void mouseEnter (const juce::MouseEvent&) override;
    void mouseDrag (const juce::MouseEvent&) override;
};

/** All that a card shows. */
struct ShownResult
{
    juce::String name, subtitle; ///< "Ember Tide", "Pad, 41 ms, seed 5".
    juce::String description;    ///< A sentence.
    juce::Image cover;
    std::vector<float> spectrum, before; ///< As of SpectrumBars.
    std::vector<Peak> wave;
    std::vector<WhyRow> why;
    juce::StringArray remarks; ///< What was not understood or could not be had.
    bool isHeard = false;      ///< The keyboard plays it.
    bool isComparing = false;  ///< What was there before it is heard just now, to be compared.
    bool isPlaying = false;    ///< Its phrase is heard.
    bool isKept = false;       ///< It has become a part of the song.
    bool canCompare = false;   ///< There was another sound before it.
    bool canRepeat = false;    ///< The same words can be asked again.
};

class ResultCard : public Card
{
public:
    ResultCard();

    WhyList why;
    PushButton keep { "Keep" }, compare { "A / B", Ink::teal };
    IconButton play { Icon::play, "Hear a phrase" };
    DragOutButton bundle { Icon::download, "Export bundle" };
    IconButton again { Icon::dice, "Ask once more" };
    CoverPicture cover;

    /** It needs another height. */
    std::function<void()> onLayout;

    void show (ShownResult);

    /** How far the phrase has come that is heard, 0 to 1. */
    void setPlayed (float);

    int heightFor (int width) const;

    void paint (juce::Graphics&) override;
    void resized() override;

private:
    int remarkLines (int remark, int width) const;
    int remarksHeight (int width) const;
    int descriptionHeight (int width) const;
    void updateButtons();

    ShownResult shown;
    SpectrumBars spectrum;
    Waveform wave { "Waveform" };
    float played = 0;
    juce::Rectangle<int> words, remarkArea;
};

} // namespace athanor
