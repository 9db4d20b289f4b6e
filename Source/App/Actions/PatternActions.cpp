// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Actions/Declare.h"
#include "App/Actions/Support.h"
#include "App/Edits/PatternBlocks.h"
#include "App/Edits/PatternCells.h"

namespace athanor
{

namespace
{
using Clipboard = std::shared_ptr<PatternPiece>;

/** An undoable edit of the marked block, or of what the cursor stands on. */
void editArea (Session& session, const std::string& name, const std::function<void (Project&, PatternId, const BlockArea&)>& change)
{
    const auto now = here (session);
    const auto area = areaToEdit (session.project(), now);

    if (! area.strips.empty())
        session.edit (name, [&] (Project& project) { change (project, now.pattern, area); });
}

void step (Session& session)
{
    session.select ([&] (Selection& selection) { selection = advanced (session.project(), here (session), selection.editStep); });
}

void copyBlock (Session& session, PatternPiece& clipboard)
{
    const auto now = here (session);
    clipboard = copy (session.project(), now.pattern, areaToEdit (session.project(), now));
}

void pasteBlock (Session& session, const PatternPiece& clipboard, PasteMode mode)
{
    const auto now = here (session);
    session.edit (mode == PasteMode::mix ? "mix notes in" : "paste notes", [&] (Project& project) { paste (project, now.pattern, now.cursor, clipboard, mode); });

    // What was pasted into a folded column would be heard but not seen.
    const auto has = [&] (CellPart part) {
        return std::any_of (clipboard.strips.begin(), clipboard.strips.end(), [part] (const auto& strip) { return strip.part == part && ! strip.cells.empty(); });
    };

    session.select ([&] (Selection& selection) {
        selection.showsPanning = selection.showsPanning || has (CellPart::panning);
        selection.showsDelay = selection.showsDelay || has (CellPart::delay);
    });
}

void declareClipboard (Session& session)
{
    const auto clipboard = std::make_shared<PatternPiece>();
    const auto isFull = onlyIf ([clipboard] { return ! clipboard->isEmpty(); }, "Nothing was copied yet.");

    declare (session, { "pattern.cut", "Cut", "Takes the marked notes out of the pattern, to be pasted.", "ctrl + X", "pattern" }, [&session, clipboard] {
        copyBlock (session, *clipboard);
        editArea (session, "cut notes", clear);
    });

    declare (session, { "pattern.copy", "Copy", "Keeps the marked notes, to be pasted.", "ctrl + C", "pattern" }, [&session, clipboard] { copyBlock (session, *clipboard); });

    declare (
        session, { "pattern.paste", "Paste", "Puts what was cut or copied down at the cursor, in place of what is there.", "ctrl + V", "pattern" },
        [&session, clipboard] { pasteBlock (session, *clipboard, PasteMode::replace); }, isFull);

    declare (
        session, { "pattern.mixPaste", "Paste into gaps", "Puts what was cut or copied down at the cursor, where nothing is.", "ctrl + shift + V", "pattern" },
        [&session, clipboard] { pasteBlock (session, *clipboard, PasteMode::mix); }, isFull);

    declare (session, { "pattern.clear", "Clear", "Empties the marked block, or what the cursor stands on.", "delete", "pattern" }, [&session] {
        const auto now = here (session);

        if (now.block)
            editArea (session, "clear notes", clear);
        else
        {
            session.edit ("clear note", [&] (Project& project) { clearAt (project, now.pattern, now.cursor); });
            step (session);
        }
    });
}

void declareLines (Session& session)
{
    const auto change = [&session] (const char* name, void (*edit) (Project&, PatternId, const PatternCursor&)) {
        const auto now = here (session);
        session.edit (name, [&] (Project& project) { edit (project, now.pattern, now.cursor); });
    };

    const auto pullUp = [&session, change] (const char* name, void (*edit) (Project&, PatternId, const PatternCursor&)) {
        if (here (session).cursor.line == 0)
            return;

        session.select ([&] (Selection& selection) { selection = advanced (session.project(), here (session), -1); });
        change (name, edit);
    };

    declare (session, { "pattern.insert", "Insert line in column", "Moves this column down from the cursor on.", "insert | ctrl + return", "pattern" }, [change] { change ("insert line in column", insertInColumn); });
    declare (session, { "pattern.insertLine", "Insert line in track", "Moves this track down from the cursor on.", "shift + insert | ctrl + shift + return", "pattern" }, [change] { change ("insert line", insertLine); });
    declare (session, { "pattern.remove", "Remove line in column", "Takes the line above the cursor out of this column.", "backspace", "pattern" }, [pullUp] { pullUp ("remove line in column", removeFromColumn); });
    declare (session, { "pattern.removeLine", "Remove line in track", "Takes the line above the cursor out of this track.", "shift + backspace", "pattern" }, [pullUp] { pullUp ("remove line", removeLine); });
}

Result<Value> transposeBlock (Session& session, int semitones)
{
    auto fits = true;
    editArea (session, "transpose notes", [&] (Project& project, PatternId pattern, const BlockArea& area) { fits = transpose (project, pattern, area, semitones); });
    return doneIf (fits, "A note would leave the keyboard, so nothing was transposed.");
}

void declareTransposing (Session& session)
{
    struct Step
    {
        const char *id, *name, *doc, *shortcut;
        int semitones;
    };

    for (const auto& one : { Step { "pattern.semitoneUp", "Semitone up", "Transposes the marked notes a semitone up.", "ctrl + cursor up", 1 },
                             Step { "pattern.semitoneDown", "Semitone down", "Transposes the marked notes a semitone down.", "ctrl + cursor down", -1 },
                             Step { "pattern.octaveUp", "Octave up for notes", "Transposes the marked notes an octave up.", "ctrl + shift + cursor up", 12 },
                             Step { "pattern.octaveDown", "Octave down for notes", "Transposes the marked notes an octave down.", "ctrl + shift + cursor down", -12 } })
        declare (session, { one.id, one.name, one.doc, one.shortcut, "pattern" }, [&session, semitones = one.semitones] (const Arguments&) { return transposeBlock (session, semitones); });

    declare (session, { "pattern.transpose", "Transpose", "Transposes the marked notes.", "", "pattern", { number ("semitones", "Semitones, -120 to 120.") } }, [&session] (const Arguments& arguments) {
        return transposeBlock (session, wholeIn (arguments, "semitones", -120, 120));
    });
}

void declareShaping (Session& session)
{
    declare (session, { "pattern.interpolate", "Interpolate", "Fills the numbers between the first and the last of the marked block with a line.", "ctrl + I", "pattern" }, [&session] { editArea (session, "interpolate", interpolate); });
    declare (session, { "pattern.expand", "Expand block", "Spreads the marked block over twice as many lines; what leaves it is gone.", "", "pattern" }, [&session] { editArea (session, "expand block", expand); });
    declare (session, { "pattern.shrink", "Shrink block", "Draws the marked block together to half as many lines.", "", "pattern" }, [&session] { editArea (session, "shrink block", shrink); });

    declare (session, { "pattern.setInstrument", "Play with this instrument", "Makes the marked notes play the chosen instrument.", "", "pattern" }, [&session] {
        const auto instrument = here (session).instrument;
        editArea (session, "change instrument of notes", [&] (Project& project, PatternId pattern, const BlockArea& area) { setInstrument (project, pattern, area, instrument); });
    });

    declare (session, { "pattern.showPanning", "Panning columns", "Shows or folds the panning columns.", "", "pattern" }, [&session] {
        session.select ([] (Selection& selection) { selection.showsPanning = ! selection.showsPanning; });
    });

    declare (session, { "pattern.showDelay", "Delay columns", "Shows or folds the delay columns.", "", "pattern" }, [&session] {
        session.select ([] (Selection& selection) { selection.showsDelay = ! selection.showsDelay; });
    });
}
} // namespace

void declarePatternActions (Session& session)
{
    declareClipboard (session);
    declareLines (session);
    declareTransposing (session);
    declareShaping (session);
}

} // namespace athanor
