// SPDX-License-Identifier: GPL-3.0-or-later
// The contract of every action there is, and what some of them do together.
#include "App/Actions/Declare.h"

#include "App/Edits/PatternMoves.h"
#include "App/Session.h"
#include "App/SmallProject.h"
#include "Support/Files.h"

#include <gtest/gtest.h>

#include <sstream>

namespace athanor
{

namespace
{
struct ActionsTest : testing::Test
{
    ActionsTest()
    {
        session.start (small.project);
    }

    bool run (const std::string& id, Arguments arguments = {})
    {
        const auto result = session.actions().run (id, std::move (arguments));
        sentence = result ? "" : result.failure().message;
        return static_cast<bool> (result);
    }

    Selection now() const { return settled (session.project(), session.selection()); }

    Cell cell (TrackId track, int line) const { return cellAt (session.project(), small.pattern, small.at (track, line)); }

    void put (int line, std::uint8_t key)
    {
        session.edit ("put", [&] (Project& project) {
            Cell note;
            note.key = key;
            writeNote (project, small.pattern, small.at (small.left, line), note);
        });
    }

    SmallProject small;
    Session session;
    std::string sentence;
};

std::vector<std::string> shortcutsOf (const Action& action)
{
    std::vector<std::string> keys;
    std::istringstream words (action.shortcut);

    for (std::string word; std::getline (words, word, '|');)
    {
        const auto first = word.find_first_not_of (' ');
        keys.push_back (word.substr (first, word.find_last_not_of (' ') - first + 1));
    }

    return keys;
}

/** Something for every argument that must be given; files are in this folder. */
Arguments anythingFor (const Action& action, const std::filesystem::path& folder)
{
    using Kind = Argument::Kind;
    Arguments arguments;

    for (const auto& argument : action.arguments)
        if (argument.initial.isNothing())
            arguments[argument.name] = argument.kind == Kind::number ? Value (4) : argument.kind == Kind::file ? Value ((folder / "four").string())
                                                                                                               : Value ("four");

    return arguments;
}
} // namespace

TEST_F (ActionsTest, areDeclaredFully)
{
    EXPECT_GT (session.actions().all().size(), 80u);

    for (const auto& action : session.actions().all())
    {
        EXPECT_NE (action.id.find ('.'), std::string::npos) << action.id;
        EXPECT_FALSE (action.name.empty()) << action.id;
        EXPECT_TRUE (action.doc.ends_with ('.')) << action.id << ": " << action.doc;
        EXPECT_TRUE (action.run != nullptr) << action.id;

        for (const auto& argument : action.arguments)
            EXPECT_TRUE (argument.doc.ends_with ('.')) << action.id << ": " << argument.name;
    }
}

TEST_F (ActionsTest, shareNoKeyWithinAView)
{
    std::map<std::pair<std::string, std::string>, std::string> taken;

    for (const auto& action : session.actions().all())
        for (const auto& key : shortcutsOf (action))
            EXPECT_TRUE (taken.emplace (std::pair { action.view, key }, action.id).second) << key << " is " << taken[std::pair { action.view, key }] << " and " << action.id;

    for (const auto& [place, id] : taken)
        if (! place.first.empty())
            EXPECT_FALSE (taken.contains ({ "", place.second })) << place.second << " is " << id << " in " << place.first << " and something else everywhere";
}

TEST_F (ActionsTest, canAllBeCalledWithoutAWindowAndUndone)
{
    const TemporaryFolder folder;
    const auto before = session.project();

    for (const auto& action : std::vector<Action> (session.actions().all()))
    {
        // These forget the history, or go back in it.
        if (action.id.starts_with ("edit.") || action.id.starts_with ("file."))
            continue;

        const auto result = session.actions().run (action.id, anythingFor (action, folder.path));

        if (! result)
            EXPECT_TRUE (result.failure().message.ends_with ('.')) << action.id << ": " << result.failure().message;
    }

    session.player().stop();

    while (session.undo())
        continue;

    EXPECT_EQ (session.project(), before);
}

TEST_F (ActionsTest, canAllBeCalledInAnEmptyProject)
{
    const TemporaryFolder folder;
    session.start (Project());

    for (const auto& action : std::vector<Action> (session.actions().all()))
        if (action.id.starts_with ("file."))
            continue;
        else if (const auto result = session.actions().run (action.id, anythingFor (action, folder.path)); ! result)
            EXPECT_TRUE (result.failure().message.ends_with ('.')) << action.id;

    session.player().stop();
}

TEST_F (ActionsTest, cutAndPasteABlock)
{
    put (2, 60);
    session.select ([&] (Selection& selection) {
        selection = now();
        selection.cursor.line = 2;
    });

    EXPECT_TRUE (run ("pattern.cut"));
    EXPECT_TRUE (cell (small.left, 2).isEmpty());
    session.select ([] (Selection& selection) { selection.cursor.line = 9; });
    EXPECT_TRUE (run ("pattern.paste"));
    EXPECT_EQ (cell (small.left, 9).key, 60);
    EXPECT_EQ (session.nameOfUndo(), "paste notes");
}

TEST_F (ActionsTest, pasteNothingBeforeAnythingWasCopied)
{
    EXPECT_FALSE (run ("pattern.paste"));
    EXPECT_TRUE (sentence.ends_with ('.'));
}

TEST_F (ActionsTest, showWhatTheyAdd)
{
    EXPECT_TRUE (run ("sequence.add"));
    EXPECT_NE (now().slot, small.slot);
    EXPECT_TRUE (run ("sequence.previous"));
    EXPECT_EQ (now().slot, small.slot);

    EXPECT_TRUE (run ("track.add"));
    EXPECT_EQ (patternTracks (session.project()).at (1), now().cursor.track);

    EXPECT_TRUE (run ("instrument.add"));
    EXPECT_EQ (session.project().instruments.find (now().instrument)->number, 2);
}

TEST_F (ActionsTest, transposeNothingWhenANoteWouldLeaveTheKeyboard)
{
    put (0, 115);
    EXPECT_FALSE (run ("pattern.octaveUp"));
    EXPECT_EQ (cell (small.left, 0).key, 115);
    EXPECT_TRUE (run ("pattern.semitoneDown"));
    EXPECT_EQ (cell (small.left, 0).key, 114);
}

TEST_F (ActionsTest, takeTheTempoFromTheHand)
{
    for (const auto time : { 10.0, 10.5, 11.0, 11.5 })
        EXPECT_TRUE (run ("transport.tapTempo", { { "time", time } }));

    EXPECT_DOUBLE_EQ (session.project().tempo.find (Ticks())->beatsPerMinute, 120);
    EXPECT_TRUE (run ("transport.tapTempo", { { "time", 60.0 } }));
    EXPECT_TRUE (run ("transport.tapTempo", { { "time", 61.0 } }));
    EXPECT_DOUBLE_EQ (session.project().tempo.find (Ticks())->beatsPerMinute, 60) << "taps of long ago are forgotten";
}

TEST_F (ActionsTest, keepTheTempoWithinItsLimits)
{
    EXPECT_TRUE (run ("transport.setTempo", { { "tempo", 1e9 } }));
    EXPECT_DOUBLE_EQ (session.project().tempo.find (Ticks())->beatsPerMinute, 999);
    EXPECT_FALSE (run ("transport.setMetre", { { "beats", 3 }, { "unit", 5 } }));
}

TEST_F (ActionsTest, pullTheLineAboveTheCursorOut)
{
    put (3, 60);
    put (5, 61);
    session.select ([&] (Selection& selection) {
        selection = now();
        selection.cursor.line = 4;
    });

    EXPECT_TRUE (run ("pattern.remove"));
    EXPECT_EQ (now().cursor.line, 3);
    EXPECT_TRUE (cell (small.left, 3).isEmpty());
    EXPECT_EQ (cell (small.left, 4).key, 61);
}

} // namespace athanor
