// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Tracker/SongLists.h"

#include "App/Edits/SequenceEdits.h"
#include "App/Edits/TrackEdits.h"
#include "App/Library.h"
#include "Ui/Kit/Draw.h"

#include <set>

namespace athanor
{

namespace
{
constexpr int titleHeight = 26, buttonSize = 22;

juce::String hex (int number) { return juce::String::toHexString (number).paddedLeft ('0', 2).toUpperCase(); }
} // namespace

SideList::SideList (Deeds& d, const juce::String& title) : deeds (d), rows (title)
{
    setTitle (title);
    setMouseClickGrabsKeyboardFocus (false);
    addAndMakeVisible (rows);
    rows.listBox().setMouseClickGrabsKeyboardFocus (false);
}

void SideList::addButton (Icon icon, const std::string& action)
{
    const auto* found = deeds.session.actions().find (action);
    const auto name = found != nullptr ? juce::String (found->name) : juce::String (action);
    auto* button = buttons.add (new IconButton (icon, name, Ink::ember, Ink::mute));
    button->setQuiet (true);
    button->setIconSize (11);
    button->setTooltip (name + (deeds.keysOf (action).isNotEmpty() ? "  " + deeds.keysOf (action) : juce::String()));
    button->setMouseClickGrabsKeyboardFocus (false);
    button->onClick = [this, action] { deeds.run (action); };
    addAndMakeVisible (button);
}

void SideList::paint (juce::Graphics& g)
{
    drawWords (g, getTitle(), { space::near, 0, getWidth(), titleHeight }, font (*this, Face::nameStrong, textSize::small), tokens (*this)[Ink::mute]);
}

void SideList::resized()
{
    auto area = getLocalBounds();
    auto head = area.removeFromTop (titleHeight);

    for (auto* button : buttons)
        button->setBounds (head.removeFromRight (buttonSize).withSizeKeepingCentre (buttonSize, buttonSize));

    rows.setBounds (area);
}

void SideList::rename (int row, const juce::String& before, const std::string& action)
{
    const auto place = rows.listBox().getRowPosition (row, true);
    editor = std::make_unique<juce::TextEditor>();
    editor->setText (before, false);
    editor->selectAll();
    addAndMakeVisible (*editor);
    editor->setBounds (getLocalArea (&rows.listBox(), place).reduced (2, 0));
    editor->grabKeyboardFocus();

    const auto close = [this] { juce::MessageManager::callAsync ([safe = SafePointer (this)] {
                                    if (safe != nullptr)
                                        safe->editor.reset();
                                }); };

    editor->onReturnKey = [this, close, action] {
        deeds.run (action, { { "name", editor->getText().toStdString() } });
        close();
    };
    editor->onEscapeKey = close;
    editor->onFocusLost = close;
}

void SideList::letRowsMove (const juce::String& kind, std::function<void (int, int)> move)
{
    dragKind = kind + ":";
    onMoveRow = std::move (move);
    rows.onDrag = [this] (int row) { return juce::var (dragKind + juce::String (row)); };
}

int SideList::rowUnder (juce::Point<int> at) const
{
    const auto inList = rows.listBox().getLocalPoint (this, at);
    return rows.listBox().getRowContainingPosition (std::clamp (inList.x, 0, std::max (0, rows.listBox().getWidth() - 1)), inList.y);
}

bool SideList::isInterestedInDragSource (const SourceDetails& details)
{
    const auto what = details.description.toString();
    return (onMoveRow && what.startsWith (dragKind)) || (onSound && what.startsWith ("sound:"));
}

void SideList::itemDragMove (const SourceDetails& details)
{
    const auto inList = rows.listBox().getLocalPoint (this, details.localPosition);
    const auto isSound = details.description.toString().startsWith ("sound:");
    const auto row = isSound ? rowUnder (details.localPosition) : rows.listBox().getInsertionIndexForPosition (1, inList.y);
    const auto area = getLocalArea (&rows.listBox(), rows.listBox().getRowPosition (row, true));
    dropMark = row < 0 ? rows.getBounds().removeFromBottom (3) : isSound ? area
                                                                         : area.withHeight (2).translated (0, -1);
    repaint();
}

void SideList::itemDragExit (const SourceDetails&)
{
    dropMark.reset();
    repaint();
}

void SideList::itemDropped (const SourceDetails& details)
{
    dropMark.reset();
    repaint();
    const auto what = details.description.toString();
    const auto which = what.fromFirstOccurrenceOf (":", false, false);

    if (what.startsWith ("sound:"))
        return onSound (which, rowUnder (details.localPosition));

    const auto from = which.getIntValue();
    const auto before = rows.listBox().getInsertionIndexForPosition (1, rows.listBox().getLocalPoint (this, details.localPosition).y);
    const auto to = before > from ? before - 1 : before;

    if (to >= 0 && to != from)
        onMoveRow (from, to);
}

void SideList::paintOverChildren (juce::Graphics& g)
{
    if (! dropMark)
        return;

    g.setColour (tokens (*this)[Ink::teal].withAlpha (dropMark->getHeight() > 4 ? 0.3f : 1.0f));
    g.fillRect (*dropMark);
}

SequenceList::SequenceList (Deeds& d) : SideList (d, "Song")
{
    addButton (Icon::minus, "sequence.remove");
    addButton (Icon::copy, "sequence.duplicate");
    addButton (Icon::plus, "sequence.add");

    rows.onChoose = [this] (int row) {
        if (row >= 0 && row < static_cast<int> (slots.size()))
            deeds.session.select ([&] (Selection& now) {
                now.slot = slots[static_cast<std::size_t> (row)];
                now.block.reset();
                now = settled (deeds.session.project(), now);
            });
    };

    rows.onActivate = [this] (int row) {
        if (const auto* pattern = deeds.session.project().patterns.find (settled (deeds.session.project(), deeds.session.selection()).pattern))
            rename (row, pattern->name, "pattern.rename");
    };

    rows.onMenu = [this] (int row, juce::PopupMenu& menu) { openMenu (row, menu); };

    letRowsMove ("slot", [this] (int from, int to) {
        if (from < static_cast<int> (slots.size()))
            deeds.session.edit ("move slot", [&] (Project& changed) { moveSlot (changed, slots[static_cast<std::size_t> (from)], to - from); });
    });

    project = d.session.onProject.add ([this] { update(); });
    selection = d.session.onSelection.add ([this] { update(); });
    update();
}

Row SequenceList::rowOf (SlotId id, int number) const
{
    const auto& now = deeds.session.project();
    const auto* slot = now.sequence.find (id);
    const auto* pattern = slot != nullptr ? now.patterns.find (slot->pattern) : nullptr;
    Row row;
    row.text = juce::String (number).paddedLeft ('0', 2) + "  " + (pattern != nullptr ? juce::String (pattern->name) : juce::String ("no pattern"));
    row.detail = slot != nullptr ? juce::String (slot->section) : juce::String();

    if (id == playing)
    {
        row.icon = Icon::play;
        row.ink = Ink::ember;
    }

    return row;
}

void SequenceList::update()
{
    slots = slotsInOrder (deeds.session.project());
    std::vector<Row> content;

    for (std::size_t i = 0; i < slots.size(); ++i)
        content.push_back (rowOf (slots[i], static_cast<int> (i)));

    const auto shown = settled (deeds.session.project(), deeds.session.selection()).slot;
    rows.setRows (std::move (content));
    rows.choose (static_cast<int> (std::find (slots.begin(), slots.end(), shown) - slots.begin()));
}

void SequenceList::refresh()
{
    const auto position = deeds.session.player().position();
    const auto now = position.isPlaying ? position.slot : SlotId {};

    if (now != playing)
    {
        playing = now;
        update();
    }
}

void SequenceList::openMenu (int, juce::PopupMenu& menu)
{
    for (const auto* action : { "pattern.rename", "sequence.setSection", "pattern.setLength", "", "sequence.add", "sequence.duplicate", "sequence.repeat", "sequence.remove", "", "sequence.moveUp", "sequence.moveDown" })
        if (*action == 0)
            menu.addSeparator();
        else
            deeds.addTo (menu, action);
}

InstrumentList::InstrumentList (Deeds& d) : SideList (d, "Instruments")
{
    addButton (Icon::minus, "instrument.remove");
    addButton (Icon::copy, "instrument.duplicate");
    addButton (Icon::plus, "instrument.add");

    rows.onChoose = [this] (int row) {
        if (row >= 0 && row < static_cast<int> (instruments.size()))
            deeds.session.select ([&] (Selection& now) { now.instrument = instruments[static_cast<std::size_t> (row)]; });
    };

    rows.onActivate = [this] (int row) {
        if (row >= 0 && row < static_cast<int> (instruments.size()))
            rename (row, deeds.session.project().instruments.find (instruments[static_cast<std::size_t> (row)])->name, "instrument.rename");
    };

    rows.onMenu = [this] (int row, juce::PopupMenu& menu) { openMenu (row, menu); };

    letRowsMove ("instrument", [this] (int from, int to) {
        if (from < static_cast<int> (instruments.size()))
            deeds.session.edit ("move instrument", [&] (Project& changed) { moveInstrument (changed, instruments[static_cast<std::size_t> (from)], to - from); });
    });
    onSound = [this] (const juce::String& dropped, int row) { takeSound (dropped, row); };

    project = d.session.onProject.add ([this] { update(); });
    selection = d.session.onSelection.add ([this] { update(); });
    update();
}

bool InstrumentList::isInterestedInFileDrag (const juce::StringArray& files) { return files.size() > 0 && isSoundFile (files[0].toStdString()); }

void InstrumentList::filesDropped (const juce::StringArray& files, int, int y)
{
    const auto row = rows.listBox().getRowContainingPosition (1, rows.listBox().getLocalPoint (this, juce::Point<int> (1, y)).y);

    // Several at once become several instruments.
    for (const auto& file : files)
        if (isSoundFile (file.toStdString()))
            takeSound (file, files.size() == 1 ? row : -1);
}

/** On an instrument: it plays that from now on; below them: a new one does. */
void InstrumentList::takeSound (const juce::String& file, int row)
{
    if (row < 0 || row >= static_cast<int> (instruments.size()))
        return deeds.run ("sound.toInstrument", { { "file", file.toStdString() } });

    deeds.session.select ([&] (Selection& now) { now.instrument = instruments[static_cast<std::size_t> (row)]; });
    deeds.run ("sound.intoInstrument", { { "file", file.toStdString() } });
}

void InstrumentList::update()
{
    const auto& now = deeds.session.project();
    instruments = instrumentsInOrder (now);
    std::vector<Row> content;

    for (const auto id : instruments)
    {
        const auto* instrument = now.instruments.find (id);
        content.push_back ({ .text = hex (instrument->number) + "  " + juce::String (instrument->name) });
    }

    const auto chosen = settled (now, deeds.session.selection()).instrument;
    rows.setRows (std::move (content));
    rows.choose (static_cast<int> (std::find (instruments.begin(), instruments.end(), chosen) - instruments.begin()));
}

void InstrumentList::openMenu (int, juce::PopupMenu& menu)
{
    for (const auto* action : { "instrument.rename", "instrument.duplicate", "instrument.remove", "", "instrument.moveUp", "instrument.moveDown", "sound.intoInstrument", "pattern.setInstrument", "", "instrument.add", "sound.toInstrument" })
        if (*action == 0)
            menu.addSeparator();
        else
            deeds.addTo (menu, action);
}

} // namespace athanor
