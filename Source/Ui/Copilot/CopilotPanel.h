// SPDX-License-Identifier: GPL-3.0-or-later
// The copilot as it looks: a prompt, what comes of it, and what can be done with that. It knows no desk: what it shows is given to it.
#pragma once

#include "Ui/Copilot/PromptField.h"
#include "Ui/Copilot/ResultCard.h"
#include "Ui/Copilot/VariationStrip.h"
#include "Ui/Kit/ProgressRow.h"

#include <optional>

namespace athanor
{

/** A sound that was made before, in one line. */
struct ShownEarlier
{
    juce::String name, subtitle;
    juce::Image cover;
};

/** All that the panel shows. */
struct ShownCopilot
{
    juce::String privacy; ///< "offline, nothing leaves this machine".
    std::optional<ProgressRow::State> request;
    juce::String problem; ///< Why nothing came of the last request; empty: something did.
    std::optional<ShownResult> result;
    std::vector<ShownVariation> variations;
    int variation = 0;
    std::vector<ShownEarlier> earlier;
    juce::StringArray hints; ///< What could be asked: prompts, or wishes where there is a sound.
    juce::String there;      ///< The sound that words like "darker" would change; empty: there is none.
};

class CopilotPanel : public juce::Component,
                     private juce::FocusChangeListener
{
public:
    CopilotPanel();
    ~CopilotPanel() override;

    PromptField prompt;
    ResultCard card;
    VariationStrip variations;

    std::function<void (const juce::String&)> onAsk;
    std::function<void()> onCancel;
    std::function<void (int)> onEarlier;

    /** Somebody wants to know who understands the words. */
    std::function<void()> onPrivacy;

    void show (ShownCopilot);

    const ShownCopilot& shown() const noexcept { return state; }

    static constexpr int idealWidth = 316;

    void paint (juce::Graphics&) override;
    void resized() override;

private:
    void globalFocusChanged (juce::Component*) override;
    class Earlier;
    class Line;

    /** What scrolls below the prompt. */
    struct Page : juce::Component
    {
        explicit Page (CopilotPanel& p) : panel (p) {}

        void paint (juce::Graphics& g) override { panel.paintPage (g); }

        CopilotPanel& panel;
    };

    void paintPage (juce::Graphics&) const;
    void showHints();
    void showEarlier();
    int placeHints (juce::Rectangle<int>);
    void layOutPage();

    ShownCopilot state;
    std::unique_ptr<Line> privacyLine;
    ProgressRow request;
    std::vector<std::unique_ptr<Chip>> chips;
    std::vector<std::unique_ptr<Earlier>> earlier;
    Page page { *this };
    juce::Viewport scroller;
    juce::Rectangle<int> problemArea, welcomeArea;
    int earlierTop = 0;
};

} // namespace athanor
