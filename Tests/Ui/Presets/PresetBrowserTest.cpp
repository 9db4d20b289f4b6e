// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Presets/PresetBrowser.h"

#include "App/PatchFiles.h"
#include "Support/Files.h"
#include "Support/Servers.h"
#include "Ui/Browser/BrowserPanel.h"
#include "Ui/Kit/StatusBar.h"
#include "Ui/SongFixture.h"

namespace athanor
{

namespace
{
class PresetBrowserTest : public SongTest
{
public:
    PresetBrowserTest()
    {
        session.presets().shelf.settle();
        view.setSize (220, 700);
    }

    /** The musician's presets, which are there before anybody looks for them. */
    struct OwnPresets
    {
        explicit OwnPresets (const std::filesystem::path& place)
        {
            for (const auto& [file, name] : { std::pair { "Bass/Deep.json", "Qq Deep" }, std::pair { "Bass/Round.json", "Qq Round" }, std::pair { "Pad/Wide.json", "Qq Wide" } })
            {
                PatchSpec patch;
                patch.name = name;
                std::filesystem::create_directories ((place / file).parent_path());
                EXPECT_TRUE (savePatchAs (patch, place / file));
            }
        }
    };

    int rows() { return view.list.listBox().getModel()->getNumRows(); }

    juce::String rowName (int row) { return view.list.listBox().getModel()->getNameForRow (row); }

    std::string playing() const { return session.patchOf (session.selection().instrument) != nullptr ? session.patchOf (session.selection().instrument)->name : ""; }

    template <typename Type>
    Type* childWith (juce::Component& parent, const juce::String& text)
    {
        for (auto* child : parent.getChildren())
            if (auto* found = dynamic_cast<Type*> (child); found != nullptr && (found->getButtonText() == text || found->getTitle() == text))
                return found;

        return nullptr;
    }

    TemporaryFolder folder;
    EnvironmentVariable home { "ATHANOR_HOME", folder.path.string() };
    OwnPresets own { folder.path / "data/Presets" };
    Overlay overlay;
    Toast toast;
    Deeds deeds { session, overlay, toast };
    PresetBrowser view { deeds };
};
} // namespace

TEST_F (PresetBrowserTest, typingNarrowsTheListAndAnEmptyFieldShowsAll)
{
    const auto all = rows();
    EXPECT_GE (all, 90) << "with those that came with the program";
    view.search.setText ("qq");
    EXPECT_EQ (rows(), 3);
    view.search.setText ("qq wide");
    EXPECT_EQ (rows(), 1);
    EXPECT_EQ (rowName (0), "Qq Wide, Pad") << "as the screen reader says it";
    view.search.setText ({});
    EXPECT_EQ (rows(), all);
}

TEST_F (PresetBrowserTest, theListIsWalkedFromTheFieldAndReturnLoads)
{
    view.search.setText ("qq");
    view.search.onWalk (1);
    EXPECT_EQ (session.presets().previewed(), folder.path / "data/Presets/Bass/Deep.json") << "what is chosen is heard";
    EXPECT_EQ (playing(), "") << "and only heard";
    view.search.onWalk (1);
    view.search.onReturn();
    EXPECT_EQ (playing(), "Qq Round");
    EXPECT_TRUE (session.presets().previewed().empty()) << "now it is the keys that play it";
}

TEST_F (PresetBrowserTest, returnLoadsTheFirstWhereNoneIsChosen)
{
    view.search.setText ("qq wide");
    view.search.onReturn();
    EXPECT_EQ (playing(), "Qq Wide");
}

TEST_F (PresetBrowserTest, escapeEmptiesTheFieldAndEndsThePreview)
{
    view.search.setText ("qq");
    view.search.onWalk (1);
    view.search.onEscape();
    EXPECT_EQ (view.search.text(), "");
    EXPECT_TRUE (session.presets().previewed().empty());
}

TEST_F (PresetBrowserTest, aChipShowsOneCategory)
{
    view.search.setText ("qq");
    auto* chip = childWith<Chip> (view, "Bass");
    ASSERT_NE (chip, nullptr);
    chip->onClick();
    deliverMessages();
    EXPECT_EQ (rows(), 2);
    childWith<Chip> (view, "Bass")->onClick();
    deliverMessages();
    EXPECT_EQ (rows(), 3);
}

TEST_F (PresetBrowserTest, aHeartIsPutOnTheChosenOneAndFavouritesCanBeShownAlone)
{
    view.search.setText ("qq");
    view.list.choose (2);
    auto* heart = childWith<IconButton> (view, "Favourite");
    ASSERT_NE (heart, nullptr);
    heart->onClick();
    EXPECT_TRUE (heart->getToggleState());
    EXPECT_EQ (view.list.chosen(), 2) << "the row stays";
    auto* hearts = childWith<IconButton> (view, "Only favourites");
    hearts->setToggleState (true, juce::dontSendNotification);
    hearts->onClick();
    EXPECT_EQ (rows(), 1);
    EXPECT_EQ (view.list.chosen(), 0) << "and it is still the chosen one";
}

TEST_F (PresetBrowserTest, theListThatAnActionMadeIsShown)
{
    ASSERT_TRUE (session.actions().run ("preset.search", { { "words", "qq deep" } }));
    EXPECT_EQ (rows(), 1);
    EXPECT_EQ (view.search.text(), "qq deep");
}

TEST_F (PresetBrowserTest, aRowIsDraggedAsAPreset)
{
    view.search.setText ("qq deep");
    EXPECT_EQ (view.list.onDrag (0).toString(), "preset:" + juce::String ((folder.path / "data/Presets/Bass/Deep.json").string()));
}

TEST_F (PresetBrowserTest, itIsPaintedInAllThemes)
{
    view.search.setText ("qq");
    view.list.choose (1);

    for (const auto& [kind, name] : { std::pair { ThemeKind::dark, "presets-dark" }, std::pair { ThemeKind::light, "presets-light" }, std::pair { ThemeKind::contrast, "presets-contrast" } })
    {
        look.setTheme (kind);
        save (picture (view, 2), name);
    }
}

TEST_F (PresetBrowserTest, thePanelShowsPresetsWhenTheInstrumentIsASynth)
{
    BrowserPanel panel (deeds);
    EXPECT_FALSE (panel.showsPresets());
    EXPECT_EQ (panel.presets(), nullptr) << "no start waits for them";
    ASSERT_TRUE (session.actions().run ("preset.load", { { "file", (folder.path / "data/Presets/Pad/Wide.json").string() } }));
    EXPECT_TRUE (panel.showsPresets());
    ASSERT_TRUE (session.undo());
    EXPECT_FALSE (panel.showsPresets());
    panel.browsePresets();
    EXPECT_TRUE (panel.showsPresets()) << "a hand says so";
}

} // namespace athanor
