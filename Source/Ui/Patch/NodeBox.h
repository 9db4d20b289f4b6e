// SPDX-License-Identifier: GPL-3.0-or-later
// One module on the canvas: its name, its ports left and right, its knobs in between.
#pragma once

#include "App/Edits/GraphEdits.h"
#include "App/Edits/PatchLayout.h"
#include "Ui/Deeds.h"
#include "Ui/Kit/KnobView.h"
#include "Ui/ParameterTurnable.h"
#include "Ui/PortraitView.h"

#include <optional>

namespace athanor
{

/** A port as the canvas knows it. */
struct Jack
{
    NodeId node;
    std::string port;
    bool isOutput = false;
    bool isKnob = false;

    bool operator== (const Jack&) const = default;
};

/** What the canvas does when a hand touches a box. */
struct NodeBoxHost
{
    std::function<void (NodeId, const juce::MouseEvent&)> onGrab, onMove, onDrop;
    std::function<void (const Jack&, const juce::MouseEvent&)> onPull, onDrag, onLetGo;
    std::function<void (NodeId, juce::Point<int>)> onMenu;
    std::function<void (const juce::MouseEvent&, bool begins)> onPan;
};

class NodeBox : public juce::Component,
                public juce::SettableTooltipClient
{
public:
    NodeBox (Deeds&, GraphPlace, NodeId, const NodeBoxHost&);

    const NodeId id;

    /** The project has changed; false when the box must be made anew. */
    bool update (bool isChosen);

    /** Where a cable ends, in the coordinates of the parent. */
    std::optional<juce::Point<float>> placeOf (const std::string& port, bool isOutput) const;

    /** The port under a point of the parent. */
    std::optional<Jack> jackAt (juce::Point<float>) const;

    void paint (juce::Graphics&) override;
    void resized() override;
    void mouseDown (const juce::MouseEvent&) override;
    void mouseDrag (const juce::MouseEvent&) override;
    void mouseUp (const juce::MouseEvent&) override;
    void mouseMove (const juce::MouseEvent&) override;

private:
    struct KnobPart
    {
        std::string port;
        std::unique_ptr<ParameterTurnable> value;
        std::unique_ptr<KnobView> view;
    };

    const Node* node() const;
    std::optional<Jack> ownJackAt (juce::Point<float>) const;
    juce::Point<float> inputPlace (std::size_t) const;
    juce::Point<float> outputPlace (std::size_t) const;
    void makeKnobs();

    Deeds& deeds;
    const GraphPlace place;
    const NodeBoxHost& host;
    const ModuleType* type = nullptr;
    std::string typeId;
    juce::String title;
    std::vector<const Port*> inputs, outputs;
    std::vector<KnobPart> knobs;
    std::unique_ptr<PortraitView> portrait; ///< Null: there is nothing to show.
    std::optional<Jack> pulled;
    bool isChosen = false, isBypassed = false, isPanned = false;
};

} // namespace athanor
