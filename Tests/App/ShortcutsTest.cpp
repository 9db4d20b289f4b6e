// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Shortcuts.h"

#include "App/Session.h"

#include <gtest/gtest.h>

namespace athanor
{

namespace
{
struct ShortcutsTest : testing::Test
{
    Session session;

    const Action& action (const char* id) { return *session.actions().find (id); }

    std::string keysOf (const char* id) { return session.preferences().shortcutOf (action (id)); }
};
} // namespace

TEST_F (ShortcutsTest, areSeveralKeysSeparatedByABar)
{
    EXPECT_EQ (keysIn ("ctrl + shift + Z | ctrl + Y"), (std::vector<std::string> { "ctrl + shift + Z", "ctrl + Y" }));
    EXPECT_TRUE (keysIn ("").empty());
}

TEST_F (ShortcutsTest, areTheSameWhateverTheOrder)
{
    EXPECT_TRUE (isSameKey ("ctrl + shift + Z", "Shift+Ctrl+z"));
    EXPECT_FALSE (isSameKey ("ctrl + Z", "ctrl + shift + Z"));
    EXPECT_FALSE (isSameKey ("ctrl + =", "ctrl + +"));
    EXPECT_TRUE (isSameKey ("ctrl + +", "ctrl + +"));
}

TEST_F (ShortcutsTest, leaveTheNoteKeysAlone)
{
    EXPECT_TRUE (isPianoKey ("Z"));
    EXPECT_FALSE (isPianoKey ("ctrl + Z"));
    EXPECT_FALSE (isPianoKey ("F3"));
    EXPECT_FALSE (rebind (session, action ("edit.undo"), "q"));
    EXPECT_EQ (keysOf ("edit.undo"), "ctrl + Z");
}

TEST_F (ShortcutsTest, areTakenFromWhatStandsInTheWay)
{
    const auto inTheWay = actionsInTheWay (session, action ("file.new"), "ctrl + Y");
    ASSERT_EQ (inTheWay.size(), 1u);
    EXPECT_EQ (inTheWay.front()->id, "edit.redo");

    ASSERT_TRUE (rebind (session, action ("file.new"), "ctrl + Y"));
    EXPECT_EQ (keysOf ("file.new"), "ctrl + Y");
    EXPECT_EQ (keysOf ("edit.redo"), "ctrl + shift + Z") << "its other keys stay";
    EXPECT_TRUE (actionsInTheWay (session, action ("file.new"), "ctrl + Y").empty());
}

TEST_F (ShortcutsTest, ofTwoViewsDoNotMeet)
{
    session.actions().add ({ "one.a", "A", "A.", "ctrl + F9", "patch", {}, {}, {} });
    session.actions().add ({ "two.b", "B", "B.", "", "mix", {}, {}, {} });
    session.actions().add ({ "all.c", "C", "C.", "", "", {}, {}, {} });
    EXPECT_TRUE (actionsInTheWay (session, action ("two.b"), "ctrl + F9").empty());
    EXPECT_EQ (actionsInTheWay (session, action ("all.c"), "ctrl + F9").size(), 1u);
}

TEST_F (ShortcutsTest, areSetAndResetByActions)
{
    ASSERT_TRUE (session.actions().run ("keys.set", { { "action", "edit.undo" }, { "keys", "F3" } }));
    EXPECT_EQ (keysOf ("edit.undo"), "F3");
    ASSERT_TRUE (session.actions().run ("keys.reset", { { "action", "edit.undo" } }));
    EXPECT_EQ (keysOf ("edit.undo"), "ctrl + Z");
    EXPECT_FALSE (session.actions().run ("keys.set", { { "action", "no.such" }, { "keys", "F3" } }));
}

TEST_F (ShortcutsTest, ofNoTwoActionsMeetAtTheStart)
{
    for (const auto& one : session.actions().all())
        for (const auto& key : keysIn (one.shortcut))
            for (const auto* other : actionsInTheWay (session, one, key))
                EXPECT_NE (one.view, other->view) << one.id << " and " << other->id << ": " << key;
}

} // namespace athanor
