// SPDX-License-Identifier: GPL-3.0-or-later
// The graph editor: modules as boxes, cables as curves, new modules by typing.
#pragma once

#include "Ui/Patch/NodeBox.h"

#include <map>

namespace athanor
{

class PatchCanvas : public juce::Component,
                    public juce::SettableTooltipClient
{
public:
    explicit PatchCanvas (Deeds&);

    /** Shows another graph, or the same after an edit. */
    void show (GraphPlace);

    /** Asks which module to add, where the mouse was last, or into the chosen cable. */
    void askForModule (const juce::String& typed = {});

    void paint (juce::Graphics&) override;
    void mouseDown (const juce::MouseEvent&) override;
    void mouseMove (const juce::MouseEvent&) override;
    void mouseDoubleClick (const juce::MouseEvent&) override;
    bool keyPressed (const juce::KeyPress&) override;

private:
    struct Wire
    {
        CableId id;
        juce::Path path;
        bool isModulation = false, carriesNotes = false, isFeedback = false;
        double amount = 1;
    };

    const Graph* graph() const { return graphAt (deeds.session.project(), place); }

    void edit (const std::string& name, const std::function<void (Graph&)>&);
    void layOutWires();
    juce::Path pathBetween (juce::Point<float>, juce::Point<float>) const;
    std::optional<CableId> wireAt (juce::Point<float>) const;
    void letGo (const Jack&, const juce::MouseEvent&);
    void openNodeMenu (NodeId, juce::Point<int> screen);
    void openWireMenu (CableId, juce::Point<int> screen);
    void addModule (const std::string& type);
    void remove();
    void fitSize();

    Deeds& deeds;
    GraphPlace place;
    NodeBoxHost host;
    std::map<NodeId, std::unique_ptr<NodeBox>> boxes;
    std::vector<Wire> wires;
    std::optional<CableId> chosenWire, hoveredWire;
    NodeId chosen;
    juce::Point<int> grabbedAt;
    juce::Point<float> lastMouse { 200, 200 };

    struct Pull
    {
        Jack from;
        juce::Point<float> to;
    };

    std::optional<Pull> pull;
};

} // namespace athanor
