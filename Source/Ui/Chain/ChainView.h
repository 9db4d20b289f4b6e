// SPDX-License-Identifier: GPL-3.0-or-later
// The selected track's instrument and devices from left to right: the same graph as the patch, where it is a straight line.
#pragma once

#include "Ui/Chain/AutomationPanel.h"
#include "Ui/Chain/DeviceCard.h"
#include "Ui/Kit/CommandPalette.h"

namespace athanor
{

class ChainView : public juce::Component,
                  public juce::DragAndDropTarget
{
public:
    explicit ChainView (Deeds&);

    /** With the automation below the devices. */
    int idealHeight() const { return devicesHeight + automation.idealHeight(); }

    /** Called when idealHeight() has changed. */
    std::function<void()> onHeight;

    AutomationPanel automation;

    void paint (juce::Graphics&) override;
    void paintOverChildren (juce::Graphics&) override;
    void resized() override;

    bool isInterestedInDragSource (const SourceDetails&) override;
    void itemDragMove (const SourceDetails&) override;
    void itemDragExit (const SourceDetails&) override;
    void itemDropped (const SourceDetails&) override;

private:
    /** The last card: a place for one more device. */
    class AddCard : public Card
    {
    public:
        AddCard() : Card ({}, {}, Style::dashed) { setTitle ("Add a device"), setWantsKeyboardFocus (true); }

        std::function<void (const juce::String&)> onPress;
        juce::String hint { "Type to add a device" };

        void paint (juce::Graphics&) override;

        void mouseUp (const juce::MouseEvent&) override { onPress ({}); }

        bool keyPressed (const juce::KeyPress&) override;
    };

    static constexpr int devicesHeight = 226;

    struct Shown
    {
        TrackId track;
        InstrumentId instrument;
        std::vector<NodeId> chain;
        std::vector<std::string> types;
        std::size_t macros = 0;

        bool operator== (const Shown&) const = default;
    };

    Shown wanted() const;
    void update();
    void askForDevice (const juce::String& typed = {});
    void askForReplacement();
    std::vector<PaletteEntry> deviceEntries (const std::function<void (const std::string&)>& then) const;

    /** The place in the chain at which something dropped there would stand. */
    std::size_t placeAt (juce::Point<int>) const;
    int edgeOf (std::size_t place) const;
    void drop (const juce::String& what, std::size_t place);

    Deeds& deeds;
    juce::Viewport scroller;
    juce::Component row;
    std::vector<std::unique_ptr<DeviceCard>> cards;
    AddCard add;
    Shown shown;
    std::optional<std::size_t> dropPlace;
    int lastHeight = 0;
    Subscription project, selection;
};

} // namespace athanor
