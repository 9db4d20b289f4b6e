// SPDX-License-Identifier: GPL-3.0-or-later
// The copilot from words to the sound of the chosen instrument, with all that lies between.
#include "Ui/Copilot/CopilotView.h"

#include "App/StartProject.h"
#include "Support/Files.h"
#include "Support/Servers.h"
#include "Ui/Kit/StatusBar.h"
#include "Ui/SongFixture.h"

namespace athanor
{

namespace
{
class CopilotViewTest : public SongTest
{
public:
    CopilotViewTest()
    {
        PatchSpec patch;
        patch.name = "What was there";
        session.start (patchProject (patch));
        instrument = session.project().instruments.begin()->first;
        session.select ([this] (Selection& selection) { selection.instrument = instrument; });
        view.setSize (CopilotPanel::idealWidth, 900);
        view.setVisible (true);
    }

    void ask (const juce::String& words)
    {
        view.panel.onAsk (words);
        settle();
    }

    void settle()
    {
        session.copilot().settle();
        refreshTree (view);
    }

    const ShownCopilot& shown() const { return view.panel.shown(); }

    std::string playing() const { return session.patchOf (instrument)->name; }

    TemporaryFolder folder;
    EnvironmentVariable home { "ATHANOR_HOME", folder.path.string() };
    InstrumentId instrument;
    Overlay overlay;
    Toast toast;
    Deeds deeds { session, overlay, toast };
    CopilotView view { deeds };
};
} // namespace

TEST_F (CopilotViewTest, showsExamplesWhereNothingWasAskedYet)
{
    EXPECT_FALSE (shown().result);
    EXPECT_GE (shown().hints.size(), 4);
    EXPECT_TRUE (shown().privacy.contains ("nothing leaves this machine"));
}

TEST_F (CopilotViewTest, wordsBecomeASoundThatIsPlayedAtOnceAndTakenBackByOneStep)
{
    ask ("warm pad, no reverb, xyzzyfrob");
    ASSERT_TRUE (shown().result);
    EXPECT_EQ (playing(), shown().result->name.toStdString());
    EXPECT_TRUE (shown().result->isHeard);
    EXPECT_FALSE (shown().request) << "nothing is under way any more";
    EXPECT_FALSE (shown().result->spectrum.empty());
    EXPECT_FALSE (shown().result->wave.empty());
    EXPECT_FALSE (shown().result->why.empty());
    EXPECT_TRUE (shown().result->remarks.joinIntoString (" ").contains ("xyzzyfrob")) << "what was not understood is said";
    EXPECT_EQ (view.panel.card.keep.getButtonText(), "Keep");

    view.panel.card.keep.onClick();
    refreshTree (view);
    EXPECT_EQ (view.panel.card.keep.getButtonText(), "Kept");
    EXPECT_EQ (playing(), shown().result->name.toStdString());
    ASSERT_TRUE (session.undo());
    EXPECT_EQ (playing(), "What was there");
    refreshTree (view);
    EXPECT_EQ (view.panel.card.keep.getButtonText(), "Play it") << "it is no longer what the instrument plays";
}

TEST_F (CopilotViewTest, itIsComparedTakenInPartsAndFoundAgain)
{
    ask ("bright acid bass");
    ASSERT_TRUE (shown().result);
    const auto name = playing();
    view.panel.card.compare.onClick();
    refreshTree (view);
    EXPECT_EQ (playing(), "What was there");
    EXPECT_TRUE (shown().result->isComparing);
    view.panel.card.compare.onClick();
    refreshTree (view);
    EXPECT_EQ (playing(), name);

    const auto whole = *session.patchOf (instrument);
    view.panel.card.why.onTake (0, false);
    refreshTree (view);
    EXPECT_FALSE (shown().result->why[0].isTaken);
    EXPECT_TRUE (shown().result->why[1].isTaken);
    EXPECT_FALSE (*session.patchOf (instrument) == whole);
    view.panel.card.why.onTake (0, true);
    refreshTree (view);
    EXPECT_TRUE (*session.patchOf (instrument) == whole);

    ask ("glassy bells");
    ASSERT_EQ (shown().earlier.size(), 1u);
    EXPECT_EQ (shown().earlier[0].name.toStdString(), name);
    view.panel.onEarlier (0);
    EXPECT_EQ (view.panel.card.keep.getButtonText(), "Play it");
    view.panel.card.keep.onClick();
    refreshTree (view);
    EXPECT_EQ (playing(), name);

    EXPECT_TRUE (view.panel.prompt.press (juce::KeyPress (juce::KeyPress::upKey)));
    EXPECT_EQ (view.panel.prompt.text(), "glassy bells") << "what was asked is brought back";
}

TEST_F (CopilotViewTest, variationsComeWhenSomebodyWantsThem)
{
    ask ("plucked strings");
    ASSERT_EQ (shown().variations.size(), 2u);
    view.panel.variations.onChoose (1);
    settle();
    ASSERT_GT (shown().variations.size(), 2u);
    const auto asked = playing();
    view.panel.variations.onChoose (1);
    refreshTree (view);
    EXPECT_EQ (shown().variation, 1);
    EXPECT_TRUE (shown().result->isHeard);
    view.panel.variations.onChoose (0);
    refreshTree (view);
    EXPECT_EQ (playing(), asked);
}

TEST_F (CopilotViewTest, whatCannotBeDoneIsSaid)
{
    view.panel.onAsk ("   ");
    EXPECT_TRUE (toast.sentence().endsWith (".") || overlay.current() != nullptr);
    view.panel.onAsk ("warm pad");
    EXPECT_TRUE (session.copilot().isBusy());
    refreshTree (view);
    ASSERT_TRUE (shown().request);
    view.panel.onCancel();
    refreshTree (view);
    EXPECT_FALSE (session.copilot().isBusy());
    EXPECT_FALSE (shown().request);
}

} // namespace athanor
