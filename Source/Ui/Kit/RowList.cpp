// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Kit/RowList.h"

#include "Ui/Kit/Draw.h"

namespace athanor
{

RowList::RowList (const juce::String& title, std::function<int()> count, std::function<Row (int)> row)
    : countOf (std::move (count)), rowAt (std::move (row))
{
    setTitle (title);
    list.setModel (this);
    list.setTitle (title);
    list.setRowHeight (measure::row);
    list.getViewport()->setScrollBarThickness (measure::scrollbar);
    addAndMakeVisible (list);
}

RowList::RowList (const juce::String& title, std::vector<Row> rows)
    : RowList (
          title, [this] { return static_cast<int> (fixed.size()); }, [this] (int row) { return fixed[static_cast<std::size_t> (row)]; })
{
    setRows (std::move (rows));
}

RowList::~RowList() { list.setModel (nullptr); }

void RowList::setRows (std::vector<Row> rows)
{
    fixed = std::move (rows);
    update();
}

void RowList::update()
{
    list.updateContent();
    list.repaint();
}

void RowList::choose (int row) { list.selectRow (row, false, true); }

void RowList::walk (int rows)
{
    const auto count = countOf();
    const auto step = rows < 0 ? -1 : 1;
    auto target = chosen(), best = target;

    for (auto left = std::abs (rows); left > 0 && target + step >= 0 && target + step < count;)
    {
        target += step;

        if (rowAt (target).isHeading)
            continue;

        best = target;
        --left;
    }

    if (best >= 0)
        choose (best);
}

void RowList::resized() { list.setBounds (getLocalBounds()); }

int RowList::getNumRows() { return countOf(); }

void RowList::paintListBoxItem (int index, juce::Graphics& g, int width, int height, bool isChosen)
{
    if (index >= countOf())
        return;

    const auto& t = tokens (*this);
    const auto row = rowAt (index);
    auto area = juce::Rectangle<int> (width, height);

    if (row.isHeading)
        return drawWords (g, row.text, area.reduced (space::near, 0).withTrimmedTop (6), font (*this, Face::nameStrong, textSize::small), t[Ink::mute]);

    if (isChosen)
    {
        g.setColour (t[list.hasKeyboardFocus (true) ? Ink::chosen : Ink::raised]);
        g.fillRoundedRectangle (area.toFloat().reduced (0, 0.5f), radius::small);
    }

    area = area.reduced (space::near, 0).withTrimmedLeft (row.indent * space::pad);

    if (row.icon)
    {
        drawIcon (g, *row.icon, area.removeFromLeft (14).toFloat().withSizeKeepingCentre (12, 12), t[row.ink == Ink::text ? Ink::mute : row.ink]);
        area.removeFromLeft (space::near);
    }

    if (row.detail.isNotEmpty())
    {
        const auto detailFont = font (*this, Face::name, textSize::body);
        const auto detail = area.removeFromRight (juce::jmin (widthOf (row.detail, detailFont), area.getWidth() / 2));
        drawWords (g, row.detail, detail, detailFont, t[isChosen ? Ink::mute : Ink::faint], juce::Justification::centredRight);
        area.removeFromRight (space::close);
    }

    drawWords (g, row.text, area, font (*this, Face::name, textSize::body), t[row.icon ? Ink::text : row.ink]);
}

void RowList::listBoxItemClicked (int index, const juce::MouseEvent& event)
{
    if (! event.mods.isPopupMenu() || ! onMenu)
        return;

    juce::PopupMenu menu;
    onMenu (index, menu);

    if (menu.getNumItems() > 0)
        menu.showMenuAsync (juce::PopupMenu::Options().withMousePosition());
}

void RowList::listBoxItemDoubleClicked (int index, const juce::MouseEvent&) { returnKeyPressed (index); }

void RowList::returnKeyPressed (int index)
{
    if (onActivate && index >= 0 && index < countOf() && ! rowAt (index).isHeading)
        onActivate (index);
}

void RowList::selectedRowsChanged (int index)
{
    if (index < 0 || index >= countOf())
        return;

    if (rowAt (index).isHeading)
        return list.deselectAllRows();

    if (onChoose)
        onChoose (index);
}

juce::var RowList::getDragSourceDescription (const juce::SparseSet<int>& rows) { return onDrag && ! rows.isEmpty() ? onDrag (rows[0]) : juce::var(); }

juce::String RowList::getTooltipForRow (int index) { return index < countOf() ? rowAt (index).doc : juce::String(); }

juce::String RowList::getNameForRow (int index)
{
    if (index >= countOf())
        return {};

    const auto row = rowAt (index);
    return row.detail.isEmpty() ? row.text : row.text + ", " + row.detail;
}

} // namespace athanor
