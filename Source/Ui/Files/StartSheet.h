// SPDX-License-Identifier: GPL-3.0-or-later
// The first page: recent projects, and what a new one can begin as.
#pragma once

#include "App/Templates.h"
#include "Ui/Deeds.h"
#include "Ui/Kit/RowList.h"

namespace athanor
{

class StartSheet : public Sheet
{
public:
    /** Where the keyboard is at first. */
    enum class At { recent,
                    templates };

    StartSheet (Deeds&, At);
    ~StartSheet() override;

    juce::Point<int> idealSize (juce::Rectangle<int> window) const override;
    juce::Component* firstFocus() override;
    void paint (juce::Graphics&) override;
    void resized() override;
    bool keyPressed (const juce::KeyPress&) override;

    /** Leaves the sheet and does that. */
    void leaveAnd (const std::string& action, Arguments = {});

    /** Deletes a template of the user's own, after a question. */
    void askToDelete (const std::string& name);

private:
    class PointCard;

    void fillRecent();
    void fillCards();
    void layOutCards();

    Deeds& deeds;
    const At at;
    std::vector<RecentFile> files;
    RowList recent { "Recent" };
    juce::Viewport view;
    juce::Component board;
    juce::OwnedArray<PointCard> cards;
    PushButton open { "Open..." }, close { "Close" };
    juce::ToggleButton atStart;
};

} // namespace athanor
