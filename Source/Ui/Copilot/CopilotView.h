// SPDX-License-Identifier: GPL-3.0-or-later
// The copilot at the right of the window: what the desk has, in the panel, and what a hand does there, on the desk.
#pragma once

#include "App/Copilot/CopilotDesk.h"
#include "Ui/Copilot/CopilotPanel.h"
#include "Ui/Deeds.h"
#include "Ui/Kit/Live.h"

#include <map>

namespace athanor
{

class CopilotView : public juce::Component,
                    public Live
{
public:
    /** Whoever has the clock lets the desk look at its work. */
    explicit CopilotView (Deeds&);

    /** Gives the keys to the prompt. */
    void begin();

    CopilotPanel panel;

    /** The card that is shown; 0: none. */
    int shownCard() const noexcept { return current; }

    void refresh() override;
    void resized() override;
    void visibilityChanged() override;

private:
    void connect();
    void update();
    void follow();
    ShownResult resultOf (const CopilotCard&) const;
    std::size_t partOf (int row) const;
    void listVariations (ShownCopilot&);
    void listEarlier (ShownCopilot&);
    juce::String privacyNow() const;
    int rootOf (const CopilotCard&) const;
    void choose (int variation);
    void keep();
    void take (int row, bool isTaken);
    void showInSynth (int row);
    void play();
    void leave();
    void giveKeysBack();
    bool isStillKept() const;
    void makeBundleReady();
    juce::String bundleFile();
    juce::Image sleeveOf (const CopilotCard&) const;

    Arguments card() const { return { { "card", current } }; }

    Deeds& deeds;
    CopilotDesk& desk;
    int current = 0, newest = 0; ///< Newest: the last card that was seen coming.
    int wasTried = 0;
    int kept = 0; ///< The card that was made a part of the song last, while it still is.
    InstrumentId keptBy;
    std::shared_ptr<const PatchSpec> keptPatch;
    std::uint32_t playedSince = 0; ///< Milliseconds of the clock; 0: no phrase is heard.
    bool mayHaveChanged = true;
    std::vector<int> strip, rows;                                       ///< Cards in the strip of variations (0: more of them) and in the list of earlier ones.
    mutable std::map<int, std::pair<std::size_t, juce::Image>> sleeves; ///< By card, with the size of what they were read of.
    Subscription changed, project, selection, bundle;
};

} // namespace athanor
