// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Files/FileSheets.h"

#include "App/LoadProject.h"
#include "Ui/Files/FilesFixture.h"
#include "Ui/Kit/FileSheet.h"

namespace athanor
{

namespace
{
struct FileSheetsTest : FilesTest
{
    const std::filesystem::path project = folder.path / "Song.athanor";

    /** A program that ended in the middle of its work. */
    void crash()
    {
        Session crashed;
        crashed.edit ("change tempo", [] (Project& edited) { edited.tempo.edit (Ticks()).beatsPerMinute = 90; });
        ASSERT_TRUE (crashed.saveAs (project));

        for (const auto tempo : { 91, 92, 93 })
            crashed.edit ("change tempo", [tempo] (Project& edited) { edited.tempo.edit (Ticks()).beatsPerMinute = tempo; });
    }
};
} // namespace

TEST_F (FileSheetsTest, keepWhatACrashWouldHaveLost)
{
    crash();
    deeds.run ("file.open", { { "file", project.string() } });
    showWhatHappened (deeds);
    auto* question = shown<Question>();
    ASSERT_NE (question, nullptr);
    EXPECT_TRUE (question->getDescription().startsWith ("3 edits made after the last save (today")) << question->getDescription();
    save (picture (*question), "recovery");

    question->answer ("Keep");
    EXPECT_EQ (tempo(), 93);
}

TEST_F (FileSheetsTest, discardWhatACrashLeft)
{
    crash();
    deeds.run ("file.open", { { "file", project.string() } });
    showWhatHappened (deeds);
    shown<Question>()->answer ("Discard to last save");
    EXPECT_EQ (tempo(), 90);
    EXPECT_TRUE (session.fileState().isSaved);
}

TEST_F (FileSheetsTest, goBackToABackup)
{
    setTempo (90);
    ASSERT_TRUE (session.saveAs (project));
    setTempo (95);
    ASSERT_TRUE (session.save());
    deeds.run ("file.backups");
    auto* sheet = shown<BackupsSheet>();
    ASSERT_NE (sheet, nullptr);
    save (picture (*sheet), "backups");
    button (*sheet, "Go back to this one")->onClick();
    EXPECT_EQ (tempo(), 90);
    EXPECT_EQ (session.nameOfUndo(), "go back to a backup");
}

TEST_F (FileSheetsTest, openOrDeleteWorkThatNeverHadAName)
{
    for (const auto tempo : { 66, 67 })
    {
        Session crashed;
        crashed.keepUnsaved();
        crashed.edit ("change tempo", [tempo] (Project& edited) { edited.tempo.edit (Ticks()).beatsPerMinute = tempo; });
    }

    deeds.run ("file.lost");
    auto* sheet = shown<LostSheet>();
    ASSERT_NE (sheet, nullptr);
    save (picture (*sheet), "lost");
    button (*sheet, "Delete")->onClick();
    EXPECT_EQ (session.lostAndFound().size(), 1u);
    button (*sheet, "Open")->onClick();
    EXPECT_GE (tempo(), 66);
    EXPECT_LE (tempo(), 67);
}

TEST_F (FileSheetsTest, saySoWhenRecordingsAreMissing)
{
    session.edit ("add sound", [] (Project& edited) {
        const auto hash = std::string (64, 'a');
        edited.assets.put (hash, Asset { "Ferry horn.wav", 48'000, 2, 96'000, {} });
        edited.instruments.edit (newId<InstrumentId>()).zones.edit (newId<ZoneId>()).sound = hash;
    });
    showWhatHappened (deeds);
    auto* sheet = shown<RelinkSheet>();
    ASSERT_NE (sheet, nullptr);
    EXPECT_EQ (sheet->sentence(), "One recording is not there and stays silent until it is found.");
    save (picture (*sheet), "relink");

    sheet->search (juce::String (folder.path.string()));

    for (int i = 0; i < 100'000 && sheet->sentence() != "None of them is in that folder."; ++i)
    {
        sheet->refresh();
        std::this_thread::yield();
    }

    EXPECT_EQ (sheet->sentence(), "None of them is in that folder.");
}

TEST_F (FileSheetsTest, sayNothingWhenAllIsWell)
{
    showWhatHappened (deeds);
    EXPECT_EQ (overlay.current(), nullptr);
}

TEST_F (FileSheetsTest, forgetWhatIsNotSavedOnPurpose)
{
    setTempo (90);
    ASSERT_TRUE (session.saveAs (project));
    setTempo (99);
    deeds.run ("file.new");
    shown<Question>()->answer ("Do not save");
    ASSERT_TRUE (session.open (project));
    EXPECT_EQ (session.fileState().recoveredEdits, 0);
    EXPECT_EQ (tempo(), 90);
}

struct LeavingTest : FilesTest
{
    std::filesystem::path other()
    {
        const auto place = folder.path / "Other.athanor";
        Session maker;
        EXPECT_TRUE (maker.saveAs (place));
        return place;
    }

    /** As a module was read that nobody touched since. */
    void import()
    {
        session.keepUnsaved();
        LoadedProject loaded;
        loaded.project = session.project();
        loaded.project.title = "Imported";
        session.openLoaded (loaded, "song.it");
    }
};

TEST_F (LeavingTest, asksOnlyWhenTheOtherFileIsChosen)
{
    session.keepUnsaved();
    setTempo (91);
    deeds.run ("file.open");
    auto* sheet = shown<FileSheet>();
    ASSERT_NE (sheet, nullptr);
    EXPECT_TRUE (sheet->keyPressed (key ("escape")));
    deliverMessages();
    EXPECT_EQ (overlay.current(), nullptr);
    EXPECT_EQ (tempo(), 91);

    deeds.run ("file.open");
    shown<FileSheet>()->browser().setRoot (juce::String (other().string()));
    auto* question = shown<Question>();
    ASSERT_NE (question, nullptr);
    EXPECT_EQ (tempo(), 91);
    question->answer ("Do not save");
    deliverMessages();
    EXPECT_EQ (overlay.current(), nullptr) << "neither the list nor the question is left behind";
    EXPECT_EQ (session.fileState().folder.filename(), "Other.athanor");
}

TEST_F (LeavingTest, asksNothingAboutASongOfAnotherProgramThatNobodyEdited)
{
    import();
    deeds.run ("file.open", { { "file", (folder.path / "missing.it").string() } });
    EXPECT_EQ (session.project().title, "Imported") << "what could not be opened takes nothing away";

    deeds.run ("file.open", { { "file", other().string() } });
    EXPECT_EQ (shown<Question>(), nullptr);
    EXPECT_EQ (session.fileState().folder.filename(), "Other.athanor");
    EXPECT_TRUE (session.lostAndFound().empty());
}

TEST_F (LeavingTest, asksAboutASongOfAnotherProgramThatWasEdited)
{
    import();
    setTempo (91);
    deeds.run ("file.open", { { "file", other().string() } });
    EXPECT_NE (shown<Question>(), nullptr);
}

} // namespace athanor
