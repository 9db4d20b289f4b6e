// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Actions/Declare.h"
#include "App/Actions/Support.h"

namespace athanor
{

namespace
{
struct Move
{
    const char *id, *name, *doc, *shortcut, *markShortcut;
    CursorMove move;
};

constexpr Move moves[] = {
    { "up", "Up", "a line up", "cursor up", "shift + cursor up", CursorMove::up },
    { "down", "Down", "a line down", "cursor down", "shift + cursor down", CursorMove::down },
    { "left", "Left", "a digit or column to the left", "cursor left", "shift + cursor left", CursorMove::left },
    { "right", "Right", "a digit or column to the right", "cursor right", "shift + cursor right", CursorMove::right },
    { "barUp", "Bar up", "a bar up", "page up", "shift + page up", CursorMove::pageUp },
    { "barDown", "Bar down", "a bar down", "page down", "shift + page down", CursorMove::pageDown },
    { "top", "To the first line", "to the first line", "home", "shift + home", CursorMove::top },
    { "bottom", "To the last line", "to the last line", "end", "shift + end", CursorMove::bottom },
    { "nextTrack", "Next track", "to the next track", "tab", "", CursorMove::nextTrack },
    { "previousTrack", "Previous track", "to the previous track", "shift + tab", "", CursorMove::previousTrack }
};

void declareMoves (Session& session)
{
    for (const auto& one : moves)
    {
        const auto go = [&session, move = one.move] (bool marks) {
            session.select ([&] (Selection& selection) { selection = moved (session.project(), here (session), move, marks); });
        };

        declare (session, { std::string ("cursor.") + one.id, one.name, std::string ("Moves the cursor ") + one.doc + ".", one.shortcut, "pattern" }, [go] { go (false); });

        if (*one.markShortcut != 0)
            declare (session, { std::string ("mark.") + one.id, std::string ("Mark: ") + one.name, std::string ("Marks while moving the cursor ") + one.doc + ".", one.markShortcut, "pattern" }, [go] { go (true); });
    }
}

void declareJumps (Session& session)
{
    for (int quarter = 0; quarter < 4; ++quarter)
    {
        const char* const names[] = { "the start", "a quarter", "the middle", "three quarters" };
        const auto key = "F" + std::to_string (9 + quarter);

        declare (session, { "cursor.quarter" + std::to_string (quarter), std::string ("To ") + names[quarter], std::string ("Moves the cursor to ") + names[quarter] + " of the pattern.", key, "pattern" }, [&session, quarter] {
            const auto* pattern = session.project().patterns.find (here (session).pattern);
            const auto time = pattern != nullptr ? Ticks (pattern->length.value / 4 * quarter) : Ticks();
            session.select ([&] (Selection& selection) { selection = movedToTime (session.project(), here (session), time); });
        });
    }
}

void declareMarks (Session& session)
{
    declare (session, { "mark.all", "Mark track, then all", "Marks the whole track; once more, the whole pattern.", "ctrl + A", "pattern" }, [&session] {
        session.select ([&] (Selection& selection) { selection = markedWider (session.project(), here (session)); });
    });

    declare (session, { "mark.start", "Start of block", "Makes the cursor the first corner of the marked block.", "ctrl + B", "pattern" }, [&session] {
        session.select ([&] (Selection& selection) {
            selection = here (session);
            selection.block = PatternBlock { selection.cursor, selection.block ? selection.block->to : selection.cursor };
        });
    });

    declare (session, { "mark.end", "End of block", "Makes the cursor the other corner of the marked block.", "ctrl + E", "pattern" }, [&session] {
        session.select ([&] (Selection& selection) {
            selection = here (session);
            selection.block = PatternBlock { selection.block ? selection.block->from : selection.cursor, selection.cursor };
        });
    });

    declare (session, { "mark.none", "Mark nothing", "Takes the mark off the block.", "ctrl + D", "pattern" }, [&session] {
        session.select ([] (Selection& selection) { selection.block.reset(); });
    });
}

void declareKeyboard (Session& session)
{
    const auto turn = [&session] (int Selection::*member, int by, int high) {
        session.select ([=] (Selection& selection) { selection.*member = std::clamp (selection.*member + by, 0, high); });
    };

    declare (session, { "keys.octaveUp", "Octave up", "Moves the note keys an octave up.", "ctrl + ] | numpad *", "pattern" }, [turn] { turn (&Selection::octave, 1, 9); });
    declare (session, { "keys.octaveDown", "Octave down", "Moves the note keys an octave down.", "ctrl + [ | numpad /", "pattern" }, [turn] { turn (&Selection::octave, -1, 9); });
    declare (session, { "keys.stepUp", "Edit step up", "Lets the cursor go one line further after each key.", "alt + =", "pattern" }, [turn] { turn (&Selection::editStep, 1, 64); });
    declare (session, { "keys.stepDown", "Edit step down", "Lets the cursor go one line less after each key.", "alt + -", "pattern" }, [turn] { turn (&Selection::editStep, -1, 64); });

    declare (session, { "keys.setStep", "Set edit step", "Sets how many lines the cursor goes down after each key.", "", "pattern", { number ("lines", "Lines, 0 to 64.") } }, [&session] (const Arguments& arguments) {
        session.select ([&] (Selection& selection) { selection.editStep = wholeIn (arguments, "lines", 0, 64); });
        return done();
    });

    declare (session, { "keys.setOctave", "Set octave", "Sets the octave of the lower row of note keys.", "", "pattern", { number ("octave", "Octave, 0 to 9.") } }, [&session] (const Arguments& arguments) {
        session.select ([&] (Selection& selection) { selection.octave = wholeIn (arguments, "octave", 0, 9); });
        return done();
    });
}
} // namespace

void declareCursorActions (Session& session)
{
    declareMoves (session);
    declareJumps (session);
    declareMarks (session);
    declareKeyboard (session);
}

} // namespace athanor
