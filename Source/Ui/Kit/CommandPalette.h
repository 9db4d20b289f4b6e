// SPDX-License-Identifier: GPL-3.0-or-later
// Everything a musician can do, found by typing a part of its name.
#pragma once

#include "Ui/Kit/FuzzyMatch.h"
#include "Ui/Kit/Overlay.h"
#include "Ui/Kit/SearchField.h"

namespace athanor
{

/** One thing that can be done. */
struct PaletteEntry
{
    std::string name, doc, shortcut;
    std::string group; ///< "Pattern", "File": shown faintly, and matched after the name.
    std::function<void()> run;
};

/** What the palette shows for a query; knows nothing of windows. */
class PaletteModel
{
public:
    struct Found
    {
        int entry = 0;
        FuzzyMatch match;
    };

    explicit PaletteModel (std::vector<PaletteEntry>);

    void setQuery (std::string_view);

    const std::vector<Found>& found() const noexcept { return matches; }

    const PaletteEntry& entry (int index) const { return entries[static_cast<std::size_t> (index)]; }

    int chosen() const noexcept { return choice; }

    void choose (int place) noexcept;

    /** Moves the choice by so many places and wraps around when it moves by one. */
    void walk (int places) noexcept;

    /** What Return does: the function of the chosen entry; nothing when none is found. */
    std::function<void()> action() const;

private:
    std::vector<PaletteEntry> entries;
    std::vector<Found> matches;
    int choice = 0;
};

/** The palette as a sheet: a field and the list of what fits. */
class CommandPalette : public Sheet
{
public:
    explicit CommandPalette (std::vector<PaletteEntry>, const juce::String& hint = "What do you want to do?");
    ~CommandPalette() override;

    PaletteModel model;

    void setQuery (const juce::String&);
    void run();

    juce::Point<int> idealSize (juce::Rectangle<int> window) const override;

    bool hangsFromTop() const override { return true; }

    juce::Component* firstFocus() override;
    void paint (juce::Graphics&) override;
    void resized() override;

private:
    class List;
    void update();
    int heightNow() const;

    SearchField field;
    std::unique_ptr<List> list;
};

} // namespace athanor
