// SPDX-License-Identifier: GPL-3.0-or-later
// All keys of the window, by view, searchable: what F1 opens.
#pragma once

#include "Ui/Kit/Overlay.h"
#include "Ui/Kit/SearchField.h"

namespace athanor
{

struct ShortcutEntry
{
    std::string view; ///< "Pattern", "Everywhere".
    std::string keys; ///< "Ctrl+Shift+Z".
    std::string name;
};

/** The shortcuts that fit a query, grouped by view, the focused view first. Names, keys and views are searched. */
std::vector<std::pair<std::string, std::vector<ShortcutEntry>>> groupShortcuts (const std::vector<ShortcutEntry>&, std::string_view query, std::string_view focusedView);

class ShortcutSheet : public Sheet
{
public:
    ShortcutSheet (std::vector<ShortcutEntry>, const juce::String& focusedView);
    ~ShortcutSheet() override;

    juce::Point<int> idealSize (juce::Rectangle<int> window) const override;
    juce::Component* firstFocus() override;
    void paint (juce::Graphics&) override;
    void resized() override;

private:
    class Table;

    SearchField field { "Search keys and what they do" };
    juce::Viewport view;
    std::unique_ptr<Table> table;
};

} // namespace athanor
