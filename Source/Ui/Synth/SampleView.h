// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Ui/Kit/Buttons.h"
#include "Ui/Kit/Waveform.h"
#include "Ui/Synth/ShownSynth.h"

namespace athanor
{

/** The recording that plays beside the oscillators. A file dropped here takes its place. */
class SampleView : public juce::Component,
                   public juce::SettableTooltipClient,
                   public juce::FileDragAndDropTarget
{
public:
    explicit SampleView (ShownSynth&);

    /** Reads the recording again where it is another one. */
    void update();

    IconButton load { Icon::folder, "Load a sample" };

    const std::vector<Peak>& peaks() const noexcept { return shown; }

    void resized() override;
    void paint (juce::Graphics&) override;
    void mouseDoubleClick (const juce::MouseEvent&) override;
    bool isInterestedInFileDrag (const juce::StringArray&) override;
    void fileDragEnter (const juce::StringArray&, int, int) override;
    void fileDragExit (const juce::StringArray&) override;
    void filesDropped (const juce::StringArray&, int, int) override;

private:
    ShownSynth& synth;
    std::shared_ptr<const std::vector<std::int16_t>> recording; ///< As it is drawn.
    std::vector<Peak> shown;
    bool isDroppingOn = false;
};

} // namespace athanor
