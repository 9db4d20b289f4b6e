// SPDX-License-Identifier: GPL-3.0-or-later
// The graph editor: modules as boxes, cables as curves, new modules by typing.
#pragma once

#include "App/Edits/PatchEdits.h"
#include "Ui/Kit/CommandPalette.h"
#include "Ui/Patch/NodeBox.h"
#include "Ui/Patch/PatchSight.h"

#include <map>

namespace athanor
{

/** A drag on the ground marks, the middle button and the wheel move the view, Ctrl and wheel make it larger; modules are dragged onto
    cables, and cables into the open, where a module can be typed. */
class PatchCanvas : public juce::Component,
                    public juce::SettableTooltipClient,
                    public juce::DragAndDropTarget,
                    public ScrollingPage
{
public:
    explicit PatchCanvas (Deeds&);

    /** Shows another graph, or the same after an edit. */
    void show (GraphPlace);

    /** Asks which module to add, where the mouse was last, or into the chosen cable. */
    void askForModule (const juce::String& typed = {});

    /** Asks what the chosen modules shall become. */
    void askForReplacement();

    void zoomBy (float factor);

    /** Brings the whole patch into sight. */
    void fit();

    const PatchSight& sight() const noexcept { return looking; }

    /** Called when another part of the patch, or another size, is shown. */
    std::function<void()> onSight;

    /** The box of a module; null when there is none. */
    NodeBox* boxOf (NodeId) const;

    void paint (juce::Graphics&) override;
    void paintOverChildren (juce::Graphics&) override;
    void resized() override;
    void mouseDown (const juce::MouseEvent&) override;
    void mouseDrag (const juce::MouseEvent&) override;
    void mouseUp (const juce::MouseEvent&) override;
    void mouseMove (const juce::MouseEvent&) override;
    void mouseDoubleClick (const juce::MouseEvent&) override;
    void mouseWheelMove (const juce::MouseEvent&, const juce::MouseWheelDetails&) override;
    void mouseMagnify (const juce::MouseEvent&, float) override;
    bool keyPressed (const juce::KeyPress&) override;
    bool keyStateChanged (bool isDown) override;

    bool isInterestedInDragSource (const SourceDetails&) override;
    void itemDragMove (const SourceDetails&) override;
    void itemDragExit (const SourceDetails&) override;
    void itemDropped (const SourceDetails&) override;

private:
    struct Wire
    {
        CableId id;
        juce::Path path;
        juce::String label, doc;
        bool isModulation = false, isNotes = false, isFeedback = false;
    };

    using Point = juce::Point<float>;

    const Graph* graph() const { return graphAt (deeds.session.project(), place); }

    const NodeSet& chosen() const { return deeds.session.selection().nodes; }

    void edit (const std::string& name, const std::function<void (Graph&)>&);
    void choose (const NodeSet&, CableId = {});
    void makeHost();
    void grab (NodeId, const juce::MouseEvent&);
    void moveGrabbed (NodeId, const juce::MouseEvent&);
    void dropGrabbed (NodeId, const juce::MouseEvent&);
    void panTo (const juce::MouseEvent&, bool begins);

    void updateBoxes();
    void layOutWires();
    Wire wireOf (CableId, const Cable&, CableTiming, Point from, Point to) const;
    juce::Path pathBetween (Point, Point) const;
    std::optional<CableId> wireAt (Point inPatch) const;
    void paintWire (juce::Graphics&, const Wire&) const;

    /** The cable that a module would be put into if it were let go here. */
    std::optional<CableId> wireUnder (NodeId) const;

    Point inPatch (const juce::MouseEvent& event) { return looking.toPatch (event.getEventRelativeTo (this).position); }

    void letGo (const Jack&, const juce::MouseEvent&);
    void openNodeMenu (NodeId, juce::Point<int> screen);
    void openWireMenu (juce::Point<int> screen);
    void addModule (const std::string& type);
    std::vector<PaletteEntry> moduleEntries (const std::function<void (const std::string&)>& then) const;
    void look();

    Deeds& deeds;
    GraphPlace place;
    NodeBoxHost host;
    PatchSight looking;
    bool isFitted = true; ///< No hand has moved the view yet.
    std::map<NodeId, std::unique_ptr<NodeBox>> boxes;
    std::vector<Wire> wires;
    std::optional<CableId> hoveredWire, wireToFill;
    std::map<NodeId, juce::Point<int>> grabbed; ///< Where they stood.
    Point lastMouse { 200, 200 }, lastPan;
    std::optional<juce::Rectangle<float>> band; ///< What is being marked, in pixels.
    bool isSpaceDown = false, wasSpaceUsed = false, isPanning = false;

    struct Pull
    {
        Jack from;
        Point to;
    };

    std::optional<Pull> pull, pulledIntoTheOpen;
};

} // namespace athanor
