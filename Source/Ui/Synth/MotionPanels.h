// SPDX-License-Identifier: GPL-3.0-or-later
// What moves by itself: envelopes, LFOs and randoms, of each of which one is shown at a time.
#pragma once

#include "Ui/Synth/EnvelopeView.h"
#include "Ui/Synth/LfoView.h"
#include "Ui/Synth/SourceHandle.h"
#include "Ui/Synth/SynthPanel.h"

namespace athanor
{

class EnvelopePanel : public SynthPanel
{
public:
    EnvelopePanel (ShownSynth&, int number);

    EnvelopeView curve;
};

class LfoPanel : public SynthPanel
{
public:
    LfoPanel (ShownSynth&, int number);

    void update() override;

    LfoView view;
    LineCurve& curve = view.curve;
};

class RandomPanel : public SynthPanel
{
public:
    RandomPanel (ShownSynth&, int number);
};

/** A row of sources, each of which can be dragged onto a knob; the panel of the one that was clicked. */
class MotionDeck : public juce::Component,
                   public SynthPart
{
public:
    using Maker = std::function<std::unique_ptr<SynthPanel> (int number)>;

    MotionDeck (ShownSynth&, PatchSource first, int count, Maker);

    /** @param number  From 0. */
    void show (int number);

    SynthPanel& panel() const noexcept { return *content; }

    SourceHandle& handle (int number) const { return *handles[static_cast<std::size_t> (number)]; }

    int heightFor (int width) const override { return content->heightFor (width); }

    void update() override;
    void resized() override;

private:
    ShownSynth& synth;
    Maker make;
    std::vector<std::unique_ptr<SourceHandle>> handles;
    std::unique_ptr<SynthPanel> content;
};

} // namespace athanor
