// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Kit/FileSheet.h"

#include "Support/Files.h"
#include "Ui/Kit/KitFixture.h"

namespace athanor
{

namespace
{

class FileSheetTest : public KitTest
{
public:
    void SetUp() override
    {
        for (auto* name : { "kick.wav", "snare.wav", "notes.txt" })
            top.getChildFile (name).replaceWithText ("sound");

        top.getChildFile ("Loops").createDirectory();
        window.setSize (1000, 700);
        window.addAndMakeVisible (overlay);
        overlay.setBounds (window.getLocalBounds());
    }

    FileSheet& show (FileSheet::Purpose purpose)
    {
        auto sheet = std::make_unique<FileSheet> (FileSheet::Options { .title = "Load a sample", .purpose = purpose, .start = top, .patterns = "*.wav;*.flac" }, [this] (juce::Array<juce::File> files) { chosen = files; });
        auto& shown = *sheet;
        overlay.show (std::move (sheet));
        return shown;
    }

    TemporaryFolder folder;
    juce::File top { folder.path.string() };
    juce::Component window;
    Overlay overlay;
    juce::Array<juce::File> chosen;
};

} // namespace

TEST_F (FileSheetTest, answersWithTheFileThatWasChosen)
{
    auto& sheet = show (FileSheet::Purpose::open);
    sheet.browser().setFileName ("snare.wav");
    sheet.accept();
    deliverMessages();
    ASSERT_EQ (chosen.size(), 1);
    EXPECT_EQ (chosen[0], top.getChildFile ("snare.wav"));
    EXPECT_EQ (overlay.current(), nullptr);
}

TEST_F (FileSheetTest, staysOpenWhileNothingIsChosen)
{
    auto& sheet = show (FileSheet::Purpose::open);
    sheet.accept();
    deliverMessages();
    EXPECT_EQ (overlay.current(), &sheet);
}

TEST_F (FileSheetTest, answersWithANewNameWhenSaving)
{
    auto& sheet = show (FileSheet::Purpose::save);
    sheet.browser().setFileName ("new.wav");
    sheet.accept();
    deliverMessages();
    ASSERT_EQ (chosen.size(), 1);
    EXPECT_EQ (chosen[0], top.getChildFile ("new.wav"));
}

TEST_F (FileSheetTest, beginsInTheNameWhenSaving)
{
    auto& sheet = show (FileSheet::Purpose::save);
    auto* name = dynamic_cast<juce::TextEditor*> (sheet.firstFocus());
    ASSERT_NE (name, nullptr);
    name->setText ("typed.wav");
    name->onReturnKey();
    deliverMessages();
    ASSERT_EQ (chosen.size(), 1);
    EXPECT_EQ (chosen[0], top.getChildFile ("typed.wav"));
}

TEST_F (FileSheetTest, takesAWholePathAtOnce)
{
    top.getChildFile ("Loops/break.wav").replaceWithText ("sound");
    auto& sheet = show (FileSheet::Purpose::open);
    sheet.keyPressed (juce::KeyPress ('/', {}, '/'));
    juce::TextEditor* name = nullptr;

    for (auto* child : sheet.browser().getChildren())
        if (auto* field = dynamic_cast<juce::TextEditor*> (child))
            name = field;

    ASSERT_NE (name, nullptr);
    EXPECT_EQ (name->getText(), juce::String ("/")) << "typing is naming";
    name->setText (top.getChildFile ("Loops/break.wav").getFullPathName());
    name->onReturnKey();
    deliverMessages();
    ASSERT_EQ (chosen.size(), 1);
    EXPECT_EQ (chosen[0], top.getChildFile ("Loops/break.wav"));
}

TEST_F (FileSheetTest, takesAProjectFolderAsAFileAndWalksIntoOthers)
{
    top.getChildFile ("Song.athanor").createDirectory();
    auto& sheet = show (FileSheet::Purpose::open);
    sheet.browser().setRoot (top.getChildFile ("Loops"));
    deliverMessages();
    EXPECT_TRUE (chosen.isEmpty());
    sheet.browser().setRoot (top.getChildFile ("Song.athanor"));
    deliverMessages();
    ASSERT_EQ (chosen.size(), 1);
    EXPECT_EQ (chosen[0], top.getChildFile ("Song.athanor"));
}

TEST_F (FileSheetTest, answersWithTheOpenFolderWhenAskedForOne)
{
    auto& sheet = show (FileSheet::Purpose::folder);
    sheet.accept();
    deliverMessages();
    ASSERT_EQ (chosen.size(), 1);
    EXPECT_EQ (chosen[0], top);
}

TEST_F (FileSheetTest, isDressedLikeTheWindow)
{
    auto& sheet = show (FileSheet::Purpose::open);
    sheet.browser().refresh();
    deliverMessages();
    save (picture (overlay), "files");
    EXPECT_EQ (picture (overlay).getPixelAt (sheet.getX() + 30, sheet.getY() + 6).getARGB(), look.tokens()[Ink::panel].getARGB());
}

} // namespace athanor
