// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Actions/Declare.h"
#include "App/Actions/Support.h"
#include "App/Edits/SequenceEdits.h"

namespace athanor
{

namespace
{
void showSlot (Session& session, SlotId slot)
{
    session.select ([&] (Selection& selection) {
        selection.slot = slot;
        selection.block.reset();
        selection = settled (session.project(), selection);
    });
}

/** An undoable edit that makes a slot, which is then shown. */
void addAndShow (Session& session, const std::string& name, const std::function<SlotId (Project&, const Selection&)>& add)
{
    const auto now = here (session);
    SlotId made;
    session.edit (name, [&] (Project& project) { made = add (project, now); });
    showSlot (session, made);
}

void goToNeighbour (Session& session, int by)
{
    const auto slots = slotsInOrder (session.project());
    const auto at = std::find (slots.begin(), slots.end(), here (session).slot) - slots.begin() + by;

    if (at >= 0 && at < std::ssize (slots))
        showSlot (session, slots[static_cast<std::size_t> (at)]);
}

Result<Value> remove (Session& session)
{
    const auto slots = slotsInOrder (session.project());
    const auto now = here (session);
    const auto at = std::find (slots.begin(), slots.end(), now.slot) - slots.begin();
    auto isDone = false;
    session.edit ("remove slot", [&] (Project& project) { isDone = removeSlot (project, now.slot); });

    if (isDone)
        showSlot (session, slots[static_cast<std::size_t> (at + 1 < std::ssize (slots) ? at + 1 : at - 1)]);

    return doneIf (isDone, "A song has at least one slot.");
}

Result<Value> move (Session& session, int places)
{
    auto isDone = false;
    session.edit ("move slot", [&] (Project& project) { isDone = moveSlot (project, here (session).slot, places); });
    return doneIf (isDone, "It cannot go further.");
}

void declareSlots (Session& session)
{
    declare (session, { "sequence.add", "New pattern", "Puts a new, empty pattern behind this one in the song.", "ctrl + shift + N" }, [&session] {
        addAndShow (session, "add pattern", [] (Project& project, const Selection& now) { return addPattern (project, now.slot, now.pattern); });
    });

    declare (session, { "sequence.duplicate", "Duplicate pattern", "Puts a copy of this pattern behind it in the song.", "ctrl + shift + D" }, [&session] {
        addAndShow (session, "duplicate pattern", [] (Project& project, const Selection& now) { return duplicateSlot (project, now.slot); });
    });

    declare (session, { "sequence.repeat", "Play pattern again", "Puts the same pattern into the song once more; what is changed in one is changed in both.", "ctrl + R" }, [&session] {
        addAndShow (session, "repeat pattern", [] (Project& project, const Selection& now) { return repeatSlot (project, now.slot); });
    });

    declare (session, { "sequence.remove", "Remove from song", "Takes this slot out of the song, and its pattern if nothing else plays it.", "ctrl + shift + delete" }, [&session] (const Arguments&) { return remove (session); });
    declare (session, { "sequence.moveUp", "Earlier in the song", "Moves this slot one place towards the start.", "alt + shift + cursor up" }, [&session] (const Arguments&) { return move (session, -1); });
    declare (session, { "sequence.moveDown", "Later in the song", "Moves this slot one place towards the end.", "alt + shift + cursor down" }, [&session] (const Arguments&) { return move (session, 1); });
}
} // namespace

void declareSequenceActions (Session& session)
{
    declareSlots (session);

    declare (session, { "sequence.next", "Next slot", "Shows the next slot of the song.", "ctrl + page down" }, [&session] { goToNeighbour (session, 1); });
    declare (session, { "sequence.previous", "Previous slot", "Shows the previous slot of the song.", "ctrl + page up" }, [&session] { goToNeighbour (session, -1); });

    declare (session, { "sequence.turn", "Other pattern", "Makes this slot play the next or previous pattern of the song.", "", "", { number ("by", "1 or -1.", 1) } }, [&session] (const Arguments& arguments) {
        const auto now = here (session);
        session.edit ("change pattern of slot", [&] (Project& project) { turnPattern (project, now.slot, wholeIn (arguments, "by", -1, 1)); });
        showSlot (session, now.slot);
        return done();
    });

    declare (session, { "sequence.setSection", "Name section", "Names the part of the song that begins with this slot; an empty name takes it away.", "", "", { text ("name", "The name, as \"Chorus\".") } }, [&session] (const Arguments& arguments) {
        session.edit ("name section", [&] (Project& project) { setSection (project, here (session).slot, textIn (arguments, "name")); });
        return done();
    });

    declare (session, { "pattern.rename", "Rename pattern", "Gives this pattern another name.", "", "", { text ("name", "The new name.") } }, [&session] (const Arguments& arguments) {
        session.edit ("rename pattern", [&] (Project& project) { renamePattern (project, here (session).pattern, textIn (arguments, "name")); });
        return done();
    });
}

} // namespace athanor
