// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Synth/LineEditor.h"

namespace athanor
{

namespace
{
constexpr int barHeight = 20;

/** What hands a line from one editor to another, also between windows. */
void copyLine (const PatchLine& line) { juce::SystemClipboard::copyTextToClipboard (textOf (line)); }

std::optional<PatchLine> copiedLine() { return lineFrom (juce::SystemClipboard::getTextFromClipboard().toStdString()); }
} // namespace

LineEditor::LineEditor (const juce::String& title, Ink ink, LineTools& t) : curve (title, ink, t), tools (t)
{
    for (auto* child : std::initializer_list<juce::Component*> { &curve, &paints, &snaps, &smooth, &grid, &shapes })
        addAndMakeVisible (child);

    for (auto* button : { &paints, &snaps, &smooth })
    {
        button->setQuiet (true);
        button->setIconSize (11);
    }

    paints.onClick = [this] {
        tools.paints = ! tools.paints;
        showTools();
        curve.resized();
    };
    snaps.onClick = [this] {
        tools.snaps = ! tools.snaps;
        showTools();
    };
    smooth.onClick = [this] {
        auto line = curve.shown();
        line.isSmooth = ! line.isSmooth;
        curve.replace (line.isSmooth ? "smooth" : "roughen", line);
        update();
    };
    grid.setQuiet (true);
    grid.setTooltip ("Columns and rows of the grid");
    grid.onClick = [this] { choosesGrid(); };
    shapes.setQuiet (true);
    shapes.setTooltip ("Shapes to begin with, copy and paste");
    shapes.onClick = [this] { choosesShape(); };
    showTools();
}

void LineEditor::update()
{
    curve.update();
    smooth.setToggleState (curve.shown().isSmooth, juce::dontSendNotification);
    showTools();
}

void LineEditor::showTools()
{
    paints.setToggleState (tools.paints, juce::dontSendNotification);
    snaps.setToggleState (tools.snaps, juce::dontSendNotification);
    grid.setButtonText (juce::String (tools.columns) + juce::String (juce::CharPointer_UTF8 (" \xc3\x97 ")) + juce::String (tools.rows));
    curve.showTools();
}

void LineEditor::setColumns (int columns)
{
    tools.columns = juce::jlimit (1, 32, columns);
    showTools();
}

void LineEditor::setRows (int rows)
{
    tools.rows = juce::jlimit (1, 32, rows);
    showTools();
}

void LineEditor::choosesGrid()
{
    juce::PopupMenu menu;
    const juce::Component::SafePointer<LineEditor> safe (this);
    menu.addSectionHeader ("Columns");

    for (const auto count : { 1, 2, 3, 4, 6, 8, 12, 16, 24, 32 })
        menu.addItem (juce::String (count), true, count == tools.columns, [safe, count] {
            if (safe != nullptr)
                safe->setColumns (count);
        });

    menu.addColumnBreak();
    menu.addSectionHeader ("Rows");

    for (const auto count : { 1, 2, 3, 4, 6, 8, 12, 16, 24 })
        menu.addItem (juce::String (count), true, count == tools.rows, [safe, count] {
            if (safe != nullptr)
                safe->setRows (count);
        });

    menu.showMenuAsync (juce::PopupMenu::Options().withTargetComponent (grid));
}

void LineEditor::choosesShape()
{
    juce::PopupMenu menu;
    const auto add = [&] (const juce::String& name, const std::string& deed, std::function<PatchLine (const PatchLine&)> make, bool isEnabled = true) {
        menu.addItem (name, isEnabled, false, [safe = SafePointer (this), deed, make = std::move (make)] {
            if (safe != nullptr)
            {
                safe->curve.replace (deed, make (safe->curve.shown()));
                safe->update();
            }
        });
    };

    for (int i = 0; i < static_cast<int> (LineShape::count); ++i)
    {
        const auto shape = static_cast<LineShape> (i);
        const juce::String name (std::string (nameOf (shape)));
        add (name, "shape", [shape, columns = tools.columns] (const PatchLine&) { return lineOf (shape, columns); });
    }

    menu.addSeparator();
    add ("Reverse", "reverse", [] (const PatchLine& line) { return reversed (line); });
    add ("Turn over", "turn over", [] (const PatchLine& line) { return turnedOver (line); });
    menu.addSeparator();
    menu.addItem ("Copy", [line = curve.shown()] { copyLine (line); });
    const auto copied = copiedLine();
    add (
        "Paste", "paste", [copied] (const PatchLine& line) { return copied.value_or (line); }, copied.has_value());
    menu.showMenuAsync (juce::PopupMenu::Options().withTargetComponent (shapes));
}

void LineEditor::resized()
{
    auto area = getLocalBounds();
    auto bar = area.removeFromBottom (barHeight);
    area.removeFromBottom (space::tight);
    curve.setBounds (area);

    for (auto* button : { &paints, &snaps })
        button->setBounds (bar.removeFromLeft (26));

    grid.setBounds (bar.removeFromLeft (grid.idealWidth()));
    smooth.setBounds (bar.removeFromLeft (26));
    shapes.setBounds (bar.removeFromRight (std::min (bar.getWidth(), shapes.idealWidth())));
}

} // namespace athanor
