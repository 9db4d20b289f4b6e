// SPDX-License-Identifier: GPL-3.0-or-later
// One of the 64 modulations with all that can be said of it.
#pragma once

#include "Ui/Synth/ModulationPanel.h"

namespace athanor
{

/** The columns of a row, left edges and widths; the heading is laid out by the same. */
struct MatrixColumns
{
    explicit MatrixColumns (int width);

    juce::Range<int> number, source, destination, amount, power, switches, curve, remove;
};

class MatrixRow : public juce::Component,
                  public ModulationSwitches
{
public:
    /** @param slot  From 0. */
    MatrixRow (ShownSynth&, int slot);

    const int slot;

    static constexpr int height = 28;

    PushButton source { "" }, destination { "" };

    AmountBar& amountBar() noexcept { return amountView; }

    AmountBar& powerBar() noexcept { return powerView; }

    /** A click on the row, or on its curve: the line by which it is mapped is shown. */
    std::function<void()> onChoose;

    bool isUsed() const;

    void setChosen (bool);

    /** What was picked for a modulation that is not complete yet waits here for the rest. */
    void setSource (PatchSource);
    void setDestination (Control);

    void update();
    void paint (juce::Graphics&) override;
    void resized() override;

    void mouseDown (const juce::MouseEvent&) override { onChoose(); }

private:
    void connect();
    void paintCurve (juce::Graphics&, juce::Rectangle<float>) const;

    const PatchSlot& shown() const { return synth.patch().slots[static_cast<std::size_t> (slot)]; }

    ShownSynth& synth;
    ControlTurnable amount, power;
    AmountBar amountView, powerView;
    std::optional<PatchSource> pickedSource;
    std::optional<Control> pickedDestination;
    bool isChosen = false;
};

} // namespace athanor
