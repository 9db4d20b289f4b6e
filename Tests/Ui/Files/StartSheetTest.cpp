// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Files/StartSheet.h"

#include "App/Library.h"
#include "App/Templates.h"
#include "Ui/Files/FilesFixture.h"
#include "Ui/Kit/FileSheet.h"

namespace athanor
{

namespace
{
struct StartSheetTest : FilesTest
{
    StartSheet* open (const char* action)
    {
        deeds.run (action);
        return shown<StartSheet>();
    }
};
} // namespace

TEST_F (StartSheetTest, opensWhatWasOpenBefore)
{
    const auto project = folder.path / "Song.athanor";
    setTempo (90);
    ASSERT_TRUE (session.saveAs (project));
    session.start (Project());

    auto* sheet = open ("file.start");
    ASSERT_NE (sheet, nullptr);
    save (picture (*sheet), "start");
    auto* list = dynamic_cast<juce::ListBox*> (sheet->firstFocus());
    ASSERT_NE (list, nullptr);
    EXPECT_EQ (list->getSelectedRow(), 0);
    list->keyPressed (juce::KeyPress (juce::KeyPress::returnKey));
    deliverMessages();
    EXPECT_EQ (session.fileState().folder, project);
    EXPECT_EQ (overlay.current(), nullptr);
}

TEST_F (StartSheetTest, beginsANewProjectFromATemplate)
{
    auto* sheet = open ("file.newFromTemplate");
    ASSERT_NE (sheet, nullptr);
    EXPECT_EQ (sheet->firstFocus()->getTitle(), "Empty song");
    sheet->leaveAnd ("file.startFrom", { { "template", "Ember" } });
    deliverMessages();
    EXPECT_EQ (session.project().title, "Ember");
}

TEST_F (StartSheetTest, deletesATemplateOfTheUsersOwn)
{
    ASSERT_TRUE (saveAsTemplate (session, "Mine"));
    auto* sheet = open ("file.newFromTemplate");
    ASSERT_NE (sheet, nullptr);
    sheet->askToDelete ("Mine");
    auto* question = shown<Question>();
    ASSERT_NE (question, nullptr);
    question->answer ("Delete");
    EXPECT_EQ (shown<StartSheet>(), sheet);
    EXPECT_FALSE (std::filesystem::exists (userTemplatesFolder() / "Mine.athanor"));
}

TEST_F (StartSheetTest, opensAFileByTheUsualKeys)
{
    auto* sheet = open ("file.start");
    ASSERT_NE (sheet, nullptr);
    EXPECT_TRUE (sheet->keyPressed (key ("ctrl + O")));
    deliverMessages();
    EXPECT_NE (shown<FileSheet>(), nullptr);
}

TEST_F (StartSheetTest, isPaintedInTheLightThemeToo)
{
    look.setTheme (ThemeKind::light);
    auto* sheet = open ("file.start");
    ASSERT_NE (sheet, nullptr);
    save (picture (*sheet), "start-light");
}

} // namespace athanor
