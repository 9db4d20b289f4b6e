// SPDX-License-Identifier: GPL-3.0-or-later
// The wavetable of an oscillator, to be drawn, imported and put together; in the place of the synth's page until one goes back.
#pragma once

#include "App/Edits/WaveCooking.h"
#include "Ui/Kit/Buttons.h"
#include "Ui/Kit/Live.h"
#include "Ui/Kit/SegmentedTabs.h"
#include "Ui/Synth/ComponentPanel.h"
#include "Ui/Synth/ControlHand.h"
#include "Ui/Synth/HarmonicBars.h"
#include "Ui/Synth/KeyframeLanes.h"
#include "Ui/Synth/LineCanvas.h"
#include "Ui/Synth/WaveCanvas.h"
#include "Ui/Synth/WaveStack.h"

namespace athanor
{

/** Its position is that of the oscillator's knob: what is looked at is what a held note plays, unless modulation carries it elsewhere. */
class WavetablePage : public juce::Component,
                      public juce::FileDragAndDropTarget,
                      public Live
{
public:
    /** @param oscillator  From 0. */
    WavetablePage (ShownSynth&, int oscillator);

    std::function<void()> onBack;
    std::function<void (int oscillator)> onOther;

    /** Takes over what the patch says now. */
    void update();

    int oscillator() const noexcept { return number; }

    int leastHeight() const;

    WaveStack stack;
    WaveCanvas canvas;
    LineCanvas line; ///< In its place, where the source of the group is a line.
    HarmonicBars amplitudes { HarmonicBars::Of::amplitudes }, phases { HarmonicBars::Of::phases };
    KeyframeLanes lanes;
    ComponentPanel panel;
    IconButton back;
    PushButton importing, exporting, more;

    // What can be done beside drawing, and what can be added, as menus offer it.
    juce::PopupMenu menu();
    juce::PopupMenu additions();

    void refresh() override;
    void resized() override;
    void paint (juce::Graphics&) override;
    void paintOverChildren (juce::Graphics&) override;
    bool keyPressed (const juce::KeyPress&) override;
    bool isInterestedInFileDrag (const juce::StringArray&) override;
    void fileDragEnter (const juce::StringArray&, int, int) override;
    void fileDragExit (const juce::StringArray&) override;
    void filesDropped (const juce::StringArray&, int, int) override;

private:
    Control frame() const { return member (Control::osc_1_wave_frame, number); }

    int position() const { return juce::roundToInt (hand.valueOf (frame())); }

    void run (const std::string& action, Arguments);
    void connectLanes();
    void connectLine();
    void connectPanel();
    void moveChosen (int by);
    Arguments chosen (Arguments = {}) const;
    void connectDrawing();
    void moveTo (float position, bool isDone);
    void showRecipe();
    void showPosition();

    ShownSynth& synth;
    const int number;
    ControlHand hand;
    WavetableSpec recipe;
    std::unique_ptr<CookedTable> cooked;   ///< Null: not yet.
    std::vector<std::pair<int, int>> rows; ///< Group and component of each lane.
    SegmentedTabs others { { "1", "2", "3" } };
    int chosenRow = 0, chosenKeyframe = 0;
    float shown = -1;
    bool isDroppingOn = false;
};

} // namespace athanor
