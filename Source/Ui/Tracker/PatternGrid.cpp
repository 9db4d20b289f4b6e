// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Tracker/PatternGrid.h"

#include "App/PatternWords.h"
#include "Ui/Kit/Look.h"

namespace athanor
{

namespace
{
constexpr float textHeight = 13;
constexpr int rowPoints = 19, cursorMargin = 4;
} // namespace

PatternGrid::PatternGrid (Session& s) : session (s)
{
    setTitle ("Pattern");
    setWantsKeyboardFocus (true);
    setText (textHeight, rowPoints);
    project = session.onProject.add ([this] { projectChanged(); });
    selection = session.onSelection.add ([this] { selectionChanged(); });
    readLayout();
}

PatternGrid::~PatternGrid() = default;

void PatternGrid::readLayout()
{
    state.selection = settled (session.project(), session.selection());
    state.block = state.selection.block ? areaOf (session.project(), state.selection.pattern, *state.selection.block) : BlockArea {};
    layout = GridLayout (session.project(), state.selection);
    left = juce::jlimit (0, std::max (0, layout.width() - 1), left);

    if (onLanes)
        onLanes();
}

void PatternGrid::projectChanged()
{
    readLayout();
    writeAll();
}

/** Whether nothing but the line, the digit or the part of the cursor is another one: then two rows are all that changes. */
bool PatternGrid::isStepWithinTrack (const Selection& before) const
{
    auto moved = before;
    moved.cursor = state.selection.cursor;
    return moved == state.selection && ! before.block && before.cursor.track == state.selection.cursor.track;
}

void PatternGrid::selectionChanged()
{
    const auto before = state.selection;
    repaint (cursorBounds().getSmallestIntegerContainer().expanded (4));
    readLayout();

    if (! (before.cursor == state.selection.cursor) || before.slot != state.selection.slot)
        showCursor();

    if (isStepWithinTrack (before))
        for (const auto& cursorThen : { before.cursor, state.selection.cursor })
            writeRow (layout.rowOf (cursorThen));
    else
        writeAll();

    invalidateAccessibilityHandler();
    repaint (cursorBounds().getSmallestIntegerContainer().expanded (4));
}

void PatternGrid::layOut()
{
    showCursor();
    writeAll();

    if (onLanes)
        onLanes();
}

void PatternGrid::writeRows (int first, int end)
{
    GridWriter writer (session.project(), layout, tokens (*this), state);

    for (int row = std::max (0, first); row < std::min (end, grid.rows()); ++row)
        writer.writeRow (grid, row, top + row, left);

    flush();
}

void PatternGrid::writeAll() { writeRows (0, grid.rows()); }

void PatternGrid::writeRow (int row) { writeRows (row - top, row - top + 1); }

void PatternGrid::setTop (int row)
{
    if (row == top)
        return;

    const auto lines = row - std::exchange (top, row);
    grid.scroll (lines);
    writeRows (lines > 0 ? grid.rows() - lines : 0, lines > 0 ? grid.rows() : -lines);
    repaint();
}

void PatternGrid::centreOn (int row) { setTop (juce::jlimit (0, std::max (0, layout.rows() - grid.rows()), row - grid.rows() / 2)); }

void PatternGrid::showCursor()
{
    const auto row = layout.rowOf (state.selection.cursor);
    const auto margin = std::min (cursorMargin, grid.rows() / 3);

    if (layout.rows() <= grid.rows())
        setTop (0);
    else if (row < top + margin)
        setTop (std::max (0, row - margin));
    else if (row > top + grid.rows() - 1 - margin)
        setTop (std::min (row + margin + 1, layout.rows()) - grid.rows());

    const auto& at = state.selection.cursor;
    const auto* field = layout.field ({ at.track, at.part, at.column });
    const auto room = grid.columns() - GridWriter::gutter;

    if (const auto* lane = layout.lane (at.track); lane != nullptr && field != nullptr)
    {
        if (lane->cell < left)
            scrollTo (lane->cell);
        else if (field->cell + field->width > left + room)
            scrollTo (std::max (0, std::min (field->cell, lane->cell + lane->width - room)));
    }
}

void PatternGrid::scrollTo (int cell)
{
    if (left == cell)
        return;

    left = cell;
    writeAll();
    repaint();

    if (onLanes)
        onLanes();
}

juce::Rectangle<float> PatternGrid::boundsOfLane (const GridLayout::Lane& lane) const
{
    return boundsOf (lane.cell + GridWriter::gutter - left, 0, lane.width - GridLayout::gap, grid.rows());
}

std::optional<int> PatternGrid::playRowNow() const
{
    const auto position = session.player().position();

    if (! position.isPlaying || position.pattern != state.selection.pattern)
        return {};

    return layout.rowAt (position.inPattern);
}

void PatternGrid::refresh()
{
    const auto position = session.player().position();

    if (position.isPlaying && state.selection.follows && position.slot != state.selection.slot && session.project().sequence.contains (position.slot))
        session.select ([&] (Selection& now) {
            now.slot = position.slot;
            now = settled (session.project(), now);
        });

    const auto row = playRowNow();

    if (row == state.playRow)
        return;

    const auto before = std::exchange (state.playRow, row);

    if (row && state.selection.follows && layout.rows() > grid.rows())
        centreOn (*row);

    for (const auto changed : { before, row })
        if (changed)
            writeRow (*changed);
}

std::optional<PatternCursor> PatternGrid::cursorUnder (const juce::MouseEvent& event) const
{
    const auto cell = cellAt (event.position);
    return layout.cursorAt (std::max (0, cell.x - GridWriter::gutter) + left, cell.y + top);
}

void PatternGrid::pointAt (const juce::MouseEvent& event, bool marks)
{
    const auto under = cursorUnder (event);

    if (! under)
        return;

    session.select ([&] (Selection& now) {
        const auto anchor = now.block ? now.block->from : now.cursor;
        now.cursor = *under;

        if (marks)
            now.block = PatternBlock { anchor, *under };
        else
            now.block.reset();
    });
}

void PatternGrid::mouseDown (const juce::MouseEvent& event)
{
    grabKeyboardFocus();

    if (! event.mods.isPopupMenu())
    {
        pointAt (event, event.mods.isShiftDown());
        return;
    }

    // A click into the marked block keeps it: the menu is about it.
    const auto under = cursorUnder (event);
    const auto isInBlock = under && state.block.contains ({ under->track, under->part, under->column }, timeOfLine (under->line, linesPerBeatAt (session.project(), state.selection.pattern, under->track)));

    if (! isInBlock)
        pointAt (event, false);

    if (onMenu)
        onMenu (event.getScreenPosition());
}

void PatternGrid::mouseDrag (const juce::MouseEvent& event)
{
    if (! event.mods.isPopupMenu() && event.mouseWasDraggedSinceMouseDown() && cursorUnder (event) != state.selection.cursor)
        pointAt (event, true);
}

void PatternGrid::mouseWheelMove (const juce::MouseEvent& event, const juce::MouseWheelDetails& wheel)
{
    constexpr float linesPerNotch = 12;
    const auto isSideways = event.mods.isShiftDown() || std::abs (wheel.deltaX) > std::abs (wheel.deltaY);
    wheelRest += (isSideways && wheel.deltaX != 0 ? wheel.deltaX : wheel.deltaY) * linesPerNotch;
    const auto steps = static_cast<int> (wheelRest);
    wheelRest -= static_cast<float> (steps);

    if (isSideways)
        scrollTo (juce::jlimit (0, std::max (0, layout.width() - (grid.columns() - GridWriter::gutter)), left - steps));
    else if (layout.rows() > grid.rows())
        setTop (juce::jlimit (0, layout.rows() - grid.rows(), top - steps));
}

juce::Rectangle<float> PatternGrid::cursorBounds() const
{
    const auto& at = state.selection.cursor;
    const auto* field = layout.field ({ at.track, at.part, at.column });

    if (field == nullptr || field->cell < left)
        return {};

    const auto isWhole = digitsOf (at.part) == 1;
    return boundsOf (field->cell + GridWriter::gutter - left + (isWhole ? 0 : at.digit), layout.rowOf (at) - top, isWhole ? field->width : 1);
}

void PatternGrid::paint (juce::Graphics& g)
{
    TextGridView::paint (g);
    const auto& inks = tokens (*this);

    if (state.playRow)
    {
        g.setColour (inks[Ink::ember]);
        g.fillRect (boundsOf (0, *state.playRow - top, 1).withWidth (3));
    }

    if (const auto box = cursorBounds(); ! box.isEmpty())
    {
        g.setColour (inks[state.selection.isEditing ? Ink::text : Ink::mute]);
        g.drawRoundedRectangle (box.expanded (2.5f, -0.5f), radius::tiny, 1.5f);
    }
}

juce::String PatternGrid::spoken() const { return spokenCursor (session.project(), state.selection); }

std::unique_ptr<juce::AccessibilityHandler> PatternGrid::createAccessibilityHandler()
{
    struct Spoken : juce::AccessibilityTextValueInterface
    {
        explicit Spoken (PatternGrid& g) : grid (g) {}

        bool isReadOnly() const override { return true; }

        juce::String getCurrentValueAsString() const override { return grid.spoken(); }

        void setValueAsString (const juce::String&) override {}

        PatternGrid& grid;
    };

    return std::make_unique<juce::AccessibilityHandler> (*this, juce::AccessibilityRole::table, juce::AccessibilityActions(), juce::AccessibilityHandler::Interfaces { std::make_unique<Spoken> (*this) });
}

} // namespace athanor
