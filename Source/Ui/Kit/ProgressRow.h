// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Ui/Kit/Buttons.h"
#include "Ui/Kit/Live.h"

namespace athanor
{

/** A job as a musician sees it: what it is, how far it is, what is left, and a way to stop it. */
class ProgressRow : public juce::Component,
                    public Live
{
public:
    struct State
    {
        juce::String name, status, detail;
        float fraction = -1; ///< 0 to 1; below zero when nobody knows, and then the bar wanders.
        Ink ink = Ink::teal;
        bool canCancel = true;
        juce::String action = "Cancel"; ///< What the button says: Cancel, Retry, Keep.

        bool operator== (const State&) const = default;
    };

    ProgressRow();

    std::function<void()> onAction;

    void setState (State);

    static constexpr int idealHeight = 76;

    void refresh() override;
    void paint (juce::Graphics&) override;
    void resized() override;
    std::unique_ptr<juce::AccessibilityHandler> createAccessibilityHandler() override;

private:
    juce::Rectangle<float> bar() const;

    State state;
    PushButton action { "Cancel" };
    float wander = 0;
};

} // namespace athanor
