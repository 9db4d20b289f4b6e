// SPDX-License-Identifier: GPL-3.0-or-later
// The window from keys to project, without a display.
#include "Ui/MainView.h"

#include "App/Shortcuts.h"
#include "Support/Files.h"
#include "Ui/Kit/CommandPalette.h"
#include "Ui/MainMenu.h"
#include "Ui/SongFixture.h"

namespace athanor
{

namespace
{
struct MainViewTest : SongTest
{
    MainViewTest() { view.setSize (1600, 1000); }

    void press (const juce::String& description) { view.keyPressed (key (description)); }

    MainView view { session, look };
};
} // namespace

TEST_F (MainViewTest, writesNotesFromTheTwoRowsOfKeys)
{
    for (const auto* letter : { "z", "s", "q" })
        press (letter);

    EXPECT_EQ (keyName (cell (0).key), "C-4");
    EXPECT_EQ (keyName (cell (1).key), "C#4");
    EXPECT_EQ (keyName (cell (2).key), "C-5");
    EXPECT_EQ (now().cursor.line, 3);
}

TEST_F (MainViewTest, undoesAndRedoes)
{
    press ("z");
    press ("ctrl + Z");
    EXPECT_TRUE (cell (0).isEmpty());
    press ("ctrl + shift + Z");
    EXPECT_EQ (cell (0).key, 48);
}

TEST_F (MainViewTest, writesDigitsWhereDigitsAre)
{
    press ("z");
    press ("cursor up");

    for (int i = 0; i < 3; ++i)
        press ("cursor right");

    EXPECT_EQ (now().cursor.part, CellPart::volume);
    press ("4");
    press ("a");
    EXPECT_EQ (cell (0).volume, 0x4a);
    EXPECT_EQ (now().cursor.line, 1);
    EXPECT_EQ (now().cursor.digit, 0);
}

TEST_F (MainViewTest, writesCommandsCharacterByCharacter)
{
    for (int i = 0; i < 5; ++i)
        press ("cursor right");

    for (const auto* letter : { "0", "a", "3", "7" })
        press (letter);

    auto cursor = now().cursor;
    cursor.line = 0;
    EXPECT_EQ (effectAt (session.project(), now().pattern, cursor), (Effect { '0', 'A', 0x37 }));
}

TEST_F (MainViewTest, endsNotes)
{
    press ("a");
    press ("1");
    EXPECT_EQ (cell (0).key, key::off);
    EXPECT_EQ (cell (1).key, key::cut);
}

TEST_F (MainViewTest, writesNothingWhileKeysAreNotRecorded)
{
    press ("escape");
    press ("z");
    EXPECT_TRUE (cell (0).isEmpty());
}

TEST_F (MainViewTest, recordsOnlyWhenTheRecordButtonIsOn)
{
    EXPECT_FALSE (now().isRecording);
    EXPECT_TRUE (now().isEditing);
    press ("shift + escape");
    EXPECT_TRUE (now().isRecording);
    press ("escape");
    EXPECT_FALSE (now().isEditing);
    EXPECT_TRUE (now().isRecording) << "edit mode is a thing of its own";
}

TEST_F (MainViewTest, saysWhetherThePatternIsInView)
{
    view.showPage ("mix");
    EXPECT_FALSE (now().showsPattern);
    session.start (session.project());
    EXPECT_FALSE (now().showsPattern) << "another project does not turn the page";
    view.showPage ("pattern");
    EXPECT_TRUE (now().showsPattern);
}

TEST_F (MainViewTest, opensASongThatIsDroppedOnIt)
{
    const auto song = (repositoryRoot() / "Templates" / "Glasshouse.athanor").string();
    EXPECT_FALSE (view.isInterestedInFileDrag ({ "/tmp/letter.txt" }));
    ASSERT_TRUE (view.isInterestedInFileDrag ({ song }));
    view.fileDragEnter ({ song }, 10, 10);
    view.filesDropped ({ song }, 10, 10);
    EXPECT_EQ (session.project().title, "Glasshouse");
}

TEST_F (MainViewTest, transposesWhatIsMarked)
{
    press ("z");
    press ("z");
    press ("ctrl + A");
    press ("ctrl + shift + cursor up");
    EXPECT_EQ (keyName (cell (0).key), "C-5");
}

TEST_F (MainViewTest, opensThePaletteWithEveryActionThatCanBeDone)
{
    press ("ctrl + P");
    CommandPalette* palette = nullptr;

    for (auto* child : view.getChildren())
        if (auto* overlay = dynamic_cast<Overlay*> (child))
            palette = dynamic_cast<CommandPalette*> (overlay->current());

    ASSERT_NE (palette, nullptr);
    palette->setQuery ("new note track");
    const auto before = session.project().tracks.size();
    palette->run();
    deliverMessages();
    EXPECT_EQ (session.project().tracks.size(), before + 1);
}

TEST_F (MainViewTest, hasAKeyForEveryShortcutThatAnActionNames)
{
    for (const auto& action : session.actions().all())
        if (! action.shortcut.empty())
            for (const auto& one : keysFrom (action.shortcut))
                EXPECT_TRUE (one.isValid()) << action.id << ": " << action.shortcut;

    EXPECT_EQ (keysFrom ("ctrl + shift + Z | ctrl + Y").size(), 2u);
}

TEST_F (MainViewTest, hasNoTwoActionsForOneKey)
{
    for (const auto& action : session.actions().all())
        for (const auto& key : keysIn (action.shortcut))
            for (const auto* other : actionsInTheWay (session, action, key))
                ADD_FAILURE() << action.id << " and " << other->id << " share " << key;
}

TEST_F (MainViewTest, keepsNoteKeysFreeOfShortcuts)
{
    const juce::String piano ("zsxdcvgbhnjmq2w3er5t6y7ui9o0pa1");

    for (const auto& action : session.actions().all())
        for (const auto& one : keysFrom (action.shortcut))
            EXPECT_TRUE (one.getModifiers().isAnyModifierKeyDown() || ! piano.containsChar (juce::CharacterFunctions::toLowerCase (static_cast<juce::juce_wchar> (one.getKeyCode())))) << action.id;
}

TEST_F (MainViewTest, putsOnlyWhatExistsIntoTheMenu)
{
    const auto menu = makeMainMenu (view.deeds());
    auto entries = 0;

    for (juce::PopupMenu::MenuItemIterator all (menu, true); all.next();)
    {
        const auto& item = all.getItem();
        entries += item.action != nullptr ? 1 : 0;
        EXPECT_TRUE (item.isSeparator || item.text.isNotEmpty());
    }

    EXPECT_GT (entries, 40);
}

TEST_F (MainViewTest, saysWhatWentWrong)
{
    session.edit ("high", [this] (Project& project) {
        Cell high;
        high.key = 119;
        writeNote (project, now().pattern, now().cursor, high);
    });
    press ("ctrl + cursor up");

    for (auto* child : view.getChildren())
        if (auto* toast = dynamic_cast<Toast*> (child))
            EXPECT_TRUE (toast->sentence().startsWith ("A note would leave the keyboard"));
}

TEST_F (MainViewTest, isPaintedInEveryThemeAndScale)
{
    for (const auto* letter : { "z", "x", "c", "q", "2", "w" })
        press (letter);

    const std::vector<std::pair<ThemeKind, const char*>> themes { { ThemeKind::dark, "dark" }, { ThemeKind::light, "light" }, { ThemeKind::contrast, "contrast" } };

    for (const auto& [kind, name] : themes)
    {
        look.setTheme (kind);
        view.sendLookAndFeelChange();
        const auto once = picture (view), twice = picture (view, 2);

        EXPECT_EQ (twice.getWidth(), 2 * once.getWidth());
        EXPECT_EQ (once.getPixelAt (800, 900).getPerceivedBrightness() > 0.5f, kind == ThemeKind::light) << name;
        save (once, juce::String ("window-") + name);
    }
}

TEST_F (MainViewTest, aPatchInALowWindowFoldsTheDevicesAwayUntilTheyAreAskedFor)
{
    const auto chain = [this] { return view.findChildWithID ("chain"); };
    ASSERT_NE (chain(), nullptr);
    view.setSize (800, 488); // a window at 200 %
    view.showPage ("patch");
    EXPECT_FALSE (chain()->isVisible());
    press ("alt + 2");
    EXPECT_TRUE (chain()->isVisible());
    press ("alt + 2");
    EXPECT_FALSE (chain()->isVisible());
    press ("alt + 2");
    view.showPage ("pattern");
    EXPECT_TRUE (chain()->isVisible());
    view.setSize (1600, 1000);
    view.showPage ("patch");
    EXPECT_TRUE (chain()->isVisible()) << "where there is room, both are in sight";
}

TEST_F (MainViewTest, theBrowserMakesRoomForTheCopilotInANarrowWindowUntilItIsAskedFor)
{
    const auto has = [this] (const juce::String& title) {
        return std::ranges::any_of (view.getChildren(), [&] (const juce::Component* child) { return child->getTitle() == title && child->isVisible(); });
    };
    picture (view, 1); // the copilot comes after the first one
    ASSERT_TRUE (has ("Browser"));
    press ("alt + 5");
    ASSERT_TRUE (has ("Copilot"));
    view.setSize (800, 488); // a window at 200 %
    EXPECT_TRUE (has ("Copilot"));
    EXPECT_FALSE (has ("Browser"));
    press ("alt + 1");
    EXPECT_TRUE (has ("Browser"));
    press ("alt + 1");
    EXPECT_FALSE (has ("Browser"));
}

} // namespace athanor
