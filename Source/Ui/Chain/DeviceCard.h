// SPDX-License-Identifier: GPL-3.0-or-later
// One device of the chain as a card: its first knobs, whether it is on, and what can be done with it.
#pragma once

#include "App/Edits/GraphEdits.h"
#include "Ui/Deeds.h"
#include "Ui/Kit/Buttons.h"
#include "Ui/Kit/Card.h"
#include "Ui/Kit/KnobView.h"
#include "Ui/Kit/Waveform.h"
#include "Ui/ParameterTurnable.h"
#include "Ui/PortraitView.h"

namespace athanor
{

/** An instrument shows its macros, or the knobs of its patch that matter most; an effect shows its knobs. A click on an effect chooses it for
    the keys, a drag moves it along the chain. */
class DeviceCard : public Card
{
public:
    /** @param node  Zero for the instrument itself. */
    DeviceCard (Deeds&, GraphPlace, NodeId node);

    int idealWidth() const;
    void resized() override;
    void paint (juce::Graphics&) override;
    void mouseDown (const juce::MouseEvent&) override;
    void mouseDrag (const juce::MouseEvent&) override;
    bool keyPressed (const juce::KeyPress&) override;

    NodeId device() const noexcept { return node; }

    /** Takes over what the project says now. */
    void update();

private:
    void addKnob (const ParameterAddress&, const std::string& label, Ink);
    void showFront (const Instrument&);
    void addModuleKnobs (NodeId, Ink, std::size_t most);
    void addPortrait();
    void showRecording (const Instrument&);
    void choose();
    void openMenu();

    Deeds& deeds;
    const GraphPlace place;
    const NodeId node;
    Chip isOn { "on" };
    bool isChosen = false;
    Waveform recording { "Recording" };
    std::string shownSound;
    std::vector<std::string> macroNames; ///< On the front.
    bool hasFront = false;

    struct Part
    {
        std::unique_ptr<ParameterTurnable> value;
        std::unique_ptr<KnobView> knob;
    };

    std::vector<Part> parts;
    std::unique_ptr<PortraitView> portrait; ///< Null: nothing to show.
};

} // namespace athanor
