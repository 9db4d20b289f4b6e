// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Ui/Kit/Icons.h"
#include "Ui/Kit/Theme.h"

#include <juce_gui_basics/juce_gui_basics.h>
#include <optional>

namespace athanor
{

/** One row of a list: a name, something faint at its right, and perhaps an icon. */
struct Row
{
    juce::String text = {}, detail = {};
    std::optional<Icon> icon = {};
    Ink ink = Ink::text;
    bool isHeading = false; ///< A small title that cannot be chosen.
    int indent = 0;         ///< Levels of 12 points.
    juce::String doc = {};  ///< Tooltip.
};

/** A list that asks for the rows it shows, so that ten thousand cost no more than ten. Double-click or Return activates. */
class RowList : public juce::Component,
                private juce::ListBoxModel
{
public:
    RowList (const juce::String& title, std::function<int()> count, std::function<Row (int)> row);

    /** A list of fixed rows. */
    explicit RowList (const juce::String& title, std::vector<Row> rows = {});
    ~RowList() override;

    std::function<void (int)> onChoose, onActivate;
    std::function<void (int, juce::PopupMenu&)> onMenu;

    /** What is dragged when this row is; void when it cannot be. */
    std::function<juce::var (int)> onDrag;

    void setRows (std::vector<Row>);

    /** Reads the count and the visible rows again. */
    void update();

    int chosen() const { return list.getSelectedRow(); }

    void choose (int row);

    /** Moves on by so many rows that can be chosen. */
    void walk (int rows);

    juce::ListBox& listBox() noexcept { return list; }

    const juce::ListBox& listBox() const noexcept { return list; }

    void resized() override;

private:
    int getNumRows() override;
    void paintListBoxItem (int, juce::Graphics&, int width, int height, bool isChosen) override;
    void listBoxItemClicked (int, const juce::MouseEvent&) override;
    void listBoxItemDoubleClicked (int, const juce::MouseEvent&) override;
    void returnKeyPressed (int) override;
    void selectedRowsChanged (int) override;
    juce::var getDragSourceDescription (const juce::SparseSet<int>&) override;
    juce::String getTooltipForRow (int) override;
    juce::String getNameForRow (int) override;

    std::vector<Row> fixed;
    std::function<int()> countOf;
    std::function<Row (int)> rowAt;
    juce::ListBox list;
};

} // namespace athanor
