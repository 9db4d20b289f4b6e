// SPDX-License-Identifier: GPL-3.0-or-later
// The head of a track above its lane: name, colour, mute, solo, level, and the size of its clip.
#pragma once

#include "Ui/Deeds.h"
#include "Ui/Kit/Buttons.h"
#include "Ui/Kit/MeterView.h"

namespace athanor
{

class TrackHead : public juce::Component,
                  public juce::SettableTooltipClient
{
public:
    TrackHead (Deeds&, TrackId);
    ~TrackHead() override;

    const TrackId track;

    /** Reads the project again. */
    void update();

    static constexpr int height = 42;

    void paint (juce::Graphics&) override;
    void resized() override;
    void mouseDown (const juce::MouseEvent&) override;
    void mouseDrag (const juce::MouseEvent&) override;
    void mouseUp (const juce::MouseEvent&) override;
    void mouseDoubleClick (const juce::MouseEvent&) override;

private:
    void pointHere();
    void openMenu();
    void openSizeMenu();
    void rename();
    juce::String sizeText() const;
    juce::Rectangle<int> sizeArea() const;

    Deeds& deeds;
    juce::String name, size;
    int colour = 0;
    bool isChosen = false, isShared = false;
    PatternId shown; ///< For which `isShared` was looked up, in these patterns.
    Table<PatternId, Pattern> patterns;
    LetterButton mute { "M", "Mute", Ink::gold }, solo { "S", "Solo", Ink::sky };
    MeterView meter { MeterView::Way::lying, 1 };
    std::unique_ptr<juce::TextEditor> editor;
};

} // namespace athanor
