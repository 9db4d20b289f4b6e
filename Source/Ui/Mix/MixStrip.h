// SPDX-License-Identifier: GPL-3.0-or-later
// One track of the mixer: name, sends, panning, fader, meter, mute and solo.
#pragma once

#include "Ui/Deeds.h"
#include "Ui/Kit/Buttons.h"
#include "Ui/Kit/FaderView.h"
#include "Ui/Kit/KnobView.h"
#include "Ui/Kit/MeterView.h"
#include "Ui/Mix/LoudnessView.h"
#include "Ui/ParameterTurnable.h"

namespace athanor
{

/** A click chooses the track, a double-click on its name changes it, a drag moves the strip, a right-click says where it plays. */
class MixStrip : public juce::Component,
                 public juce::SettableTooltipClient,
                 public Live
{
public:
    MixStrip (Deeds&, TrackId);

    static constexpr int width = 118;

    const TrackId track;

    /** The project has changed. */
    void update();

    void refresh() override;
    void paint (juce::Graphics&) override;
    void resized() override;
    void mouseDown (const juce::MouseEvent&) override;
    void mouseDrag (const juce::MouseEvent&) override;
    void mouseDoubleClick (const juce::MouseEvent&) override;

private:
    void point();
    void makeSends();
    void addSendMenu (juce::PopupMenu&, TrackId to);
    void openMenu();
    void rename();
    juce::String routeText() const;

    Deeds& deeds;
    ParameterTurnable volume, panning;
    FaderView fader { volume };
    KnobView pan { panning, Ink::sky, 30 };
    MeterView meter { MeterView::Way::upright };
    LetterButton mute { "M", "Mute", Ink::gold }, solo { "S", "Solo", Ink::sky };

    struct SendKnob
    {
        TrackId to;
        std::unique_ptr<ParameterTurnable> level;
        std::unique_ptr<KnobView> knob;
    };

    std::vector<SendKnob> sends;
    juce::String name, kind, route;
    std::unique_ptr<juce::TextEditor> editor;
    LoudnessView loudness { deeds };
    int colour = 0;
    bool isChosen = false;
};

} // namespace athanor
