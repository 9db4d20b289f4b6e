// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Presets/PresetBar.h"

#include "App/PatchFiles.h"
#include "App/Presets/PresetDesk.h"
#include "Support/Files.h"
#include "Support/Servers.h"
#include "Ui/Kit/Dialog.h"
#include "Ui/SongFixture.h"

namespace athanor
{

namespace
{
class PresetBarTest : public SongTest
{
public:
    PresetBarTest()
    {
        for (const auto* name : { "Qq Deep", "Qq Round" })
        {
            PatchSpec patch;
            patch.name = name;
            patch.author = "Somebody";
            patch.values[Control::osc_1_transpose] = static_cast<float> (name[3] == 'D' ? 1 : 2);
            std::filesystem::create_directories (folder.path / "data/Presets/Bass");
            EXPECT_TRUE (savePatchAs (patch, folder.path / "data/Presets/Bass" / (std::string (name) + ".json")));
        }

        EXPECT_TRUE (session.actions().run ("preset.search", { { "words", "qq" } }));
        EXPECT_TRUE (session.actions().run ("patch.next"));
        overlay.setSize (800, 600);
        bar.setSize (bar.idealWidth(), 30);
        bar.show (session.selection().instrument);
    }

    juce::Button& button (const juce::String& title)
    {
        for (auto* child : bar.getChildren())
            if (auto* found = dynamic_cast<juce::Button*> (child); found != nullptr && (found->getTitle() == title || found->getButtonText().startsWith (title)))
                return *found;

        throw std::runtime_error ("no such button");
    }

    const PatchSpec& patch() const { return *session.patchOf (session.selection().instrument); }

    TemporaryFolder folder;
    EnvironmentVariable home { "ATHANOR_HOME", folder.path.string() };
    Overlay overlay;
    Toast toast;
    Deeds deeds { session, overlay, toast };
    PresetBar bar { deeds };
};
} // namespace

TEST_F (PresetBarTest, walksThroughTheList)
{
    EXPECT_EQ (patch().name, "Qq Deep");
    button ("Next preset").onClick();
    EXPECT_EQ (patch().name, "Qq Round");
    button ("Previous preset").onClick();
    EXPECT_EQ (patch().name, "Qq Deep");
}

TEST_F (PresetBarTest, comparesAndSaysWhichOfTheTwoIsHeard)
{
    button ("Next preset").onClick();
    auto& compare = button ("Compare with before");
    EXPECT_EQ (compare.getButtonText(), "A");
    compare.onClick();
    EXPECT_EQ (patch().name, "Qq Deep");
    EXPECT_EQ (compare.getButtonText(), "B");
    EXPECT_TRUE (compare.getToggleState());
    compare.onClick();
    EXPECT_EQ (patch().name, "Qq Round");
    EXPECT_EQ (compare.getButtonText(), "A");
}

TEST_F (PresetBarTest, theHeartIsThatOfThePresetThatPlays)
{
    auto& heart = button ("Favourite");
    EXPECT_FALSE (heart.getToggleState());
    heart.onClick();
    EXPECT_TRUE (heart.getToggleState());
    button ("Next preset").onClick();
    EXPECT_FALSE (heart.getToggleState());
}

TEST_F (PresetBarTest, savingProposesTheLabelsOfThePatch)
{
    button ("Save").onClick();
    auto* form = dynamic_cast<Form*> (overlay.current());
    ASSERT_NE (form, nullptr);
    EXPECT_EQ (form->values()["name"].toString(), "Qq Deep");
    EXPECT_EQ (form->values()["author"].toString(), "Somebody");
    EXPECT_EQ (form->values()["category"].toString(), "Bass");

    form->accept();
    EXPECT_TRUE (form->complaint().isNotEmpty()) << "nothing is written over";
    form->setValue ("name", "Qq Mine");
    form->accept();
    EXPECT_TRUE (std::filesystem::exists (folder.path / "data/Presets/Bass/Qq Mine.json"));
    EXPECT_EQ (patch().name, "Qq Mine");
}

} // namespace athanor
