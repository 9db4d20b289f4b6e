// SPDX-License-Identifier: GPL-3.0-or-later
// The selected track's instrument and devices from left to right: the same graph as the patch, where it is a straight line.
#pragma once

#include "Ui/Chain/AutomationPanel.h"
#include "Ui/Chain/DeviceCard.h"

namespace athanor
{

class ChainView : public juce::Component
{
public:
    explicit ChainView (Deeds&);

    /** With the automation below the devices. */
    int idealHeight() const { return devicesHeight + automation.idealHeight(); }

    /** Called when idealHeight() has changed. */
    std::function<void()> onHeight;

    AutomationPanel automation;

    void paint (juce::Graphics&) override;
    void resized() override;

private:
    /** The last card: a place for one more device. */
    class AddCard : public Card
    {
    public:
        AddCard() : Card ({}, {}, Style::dashed) { setTitle ("Add a device"); }

        std::function<void()> onPress;
        juce::String hint { "Type to add a device" };

        void paint (juce::Graphics&) override;

        void mouseUp (const juce::MouseEvent&) override { onPress(); }

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
    void askForDevice();

    Deeds& deeds;
    juce::Viewport scroller;
    juce::Component row;
    std::vector<std::unique_ptr<DeviceCard>> cards;
    AddCard add;
    Shown shown;
    int lastHeight = 0;
    Subscription project, selection;
};

} // namespace athanor
