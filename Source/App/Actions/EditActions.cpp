// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Actions/Declare.h"
#include "App/Actions/Support.h"

namespace athanor
{

void declareEditActions (Session& session)
{
    declare (
        session, { "edit.undo", "Undo", "Takes the last change back.", "ctrl + Z" },
        [&session] (const Arguments&) { return doneIf (session.undo(), "There is nothing to undo."); },
        onlyIf ([&session] { return ! session.nameOfUndo().empty(); }, "There is nothing to undo."));

    declare (
        session, { "edit.redo", "Redo", "Makes the change again that was taken back last.", "ctrl + shift + Z | ctrl + Y" },
        [&session] (const Arguments&) { return doneIf (session.redo(), "There is nothing to redo."); },
        onlyIf ([&session] { return ! session.nameOfRedo().empty(); }, "There is nothing to redo."));
}

} // namespace athanor
