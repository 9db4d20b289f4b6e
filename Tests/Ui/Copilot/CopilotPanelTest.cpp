// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Copilot/CopilotPanel.h"

#include "Ui/Kit/KitFixture.h"

#include <cmath>

namespace athanor
{

namespace
{
ShownCopilot fullPanel()
{
    ShownCopilot state;
    state.privacy = "offline, nothing leaves this machine";
    state.there = "Ember Tide";
    state.hints = { "Brighter", "Darker", "Wider", "Softer attack", "More movement", "No reverb" };
    state.variations = { { "As asked", "seed 5", "", true }, { "Darker", "3 changes", "", true }, { "Wider", "4 changes", "", true }, { "Restless", "5 changes", "", true } };
    state.earlier = { { "Glass Orchard", "Bell, \"cold bells far away\"", {} }, { "Low Tide 808", "Bass, \"deep 808\"", {} } };

    ShownResult result;
    result.name = "Ember Tide";
    result.subtitle = "Pad, 41 ms, seed 5";
    result.description = "Detuned saws under a low filter that opens slowly, without a room around them.";

    for (int i = 0; i < 44; ++i)
        result.spectrum.push_back (std::min (1.0f, 0.1f + 0.8f * static_cast<float> (std::exp (-std::pow ((i - 12) / 11.0, 2)) + 0.35 * std::exp (-std::pow ((i - 34) / 9.0, 2)))));

    for (int i = 0; i < 90; ++i)
        result.wave.push_back ({ -std::abs (std::sin (static_cast<float> (i) * 0.09f)), std::abs (std::sin (static_cast<float> (i) * 0.09f)) });

    result.why = { { "Filter 1 Cutoff", "310 Hz to 1.9 kHz", "It opens over six seconds.", "slowly opens", true, true },
                   { "Oscillator 1 Unison", "5 voices, 11 ct", "Several voices a little apart sound as old machines do.", "warm analogue", true, true },
                   { "Reverb", "off", "", "no reverb", true, true },
                   { "Distortion Drive", "+4 dB", "Warmth without brightness.", "", false, true } };

    for (int i = 0; i < 6; ++i)
        result.why.push_back ({ "Envelope 1 Release", juce::String (1.5 + i, 1) + " s", "A pad goes as slowly as it comes.", "pad", true, true });

    result.isHeard = true;
    result.remarks = { "\"frobnicate\" was not understood and left out." };
    state.result = result;
    return state;
}

struct CopilotPanelTest : KitTest
{
    CopilotPanelTest() { panel.setSize (CopilotPanel::idealWidth, 900); }

    template <typename Type>
    static Type* childWith (juce::Component& parent, const juce::String& title)
    {
        for (auto* child : parent.getChildren())
        {
            if (auto* found = dynamic_cast<Type*> (child); found != nullptr && found->getTitle().startsWith (title))
                return found;

            if (auto* found = childWith<Type> (*child, title))
                return found;
        }

        return nullptr;
    }

    CopilotPanel panel;
};
} // namespace

TEST_F (CopilotPanelTest, returnAsksWhatIsWritten)
{
    juce::String asked;
    panel.onAsk = [&] (const juce::String& words) { asked = words; };
    panel.show ({});
    panel.prompt.setText ("  warm pad \n");
    panel.prompt.onAsk (panel.prompt.text().trim());
    EXPECT_EQ (asked, "warm pad");
}

TEST_F (CopilotPanelTest, upAndDownWalkThroughWhatWasAsked)
{
    auto& prompt = panel.prompt;
    prompt.setHistory ({ "first", "second" });
    prompt.setText ("third, still being written");
    EXPECT_TRUE (prompt.press (juce::KeyPress (juce::KeyPress::upKey)));
    EXPECT_EQ (prompt.text(), "second");
    EXPECT_TRUE (prompt.press (juce::KeyPress (juce::KeyPress::upKey)));
    EXPECT_EQ (prompt.text(), "first");
    EXPECT_FALSE (prompt.press (juce::KeyPress (juce::KeyPress::upKey)));
    EXPECT_TRUE (prompt.press (juce::KeyPress (juce::KeyPress::downKey)));
    EXPECT_TRUE (prompt.press (juce::KeyPress (juce::KeyPress::downKey)));
    EXPECT_EQ (prompt.text(), "third, still being written");
    EXPECT_FALSE (prompt.press (juce::KeyPress (juce::KeyPress::downKey)));
}

TEST_F (CopilotPanelTest, aHandWithoutKeysFindsWhatWasAskedAndAsks)
{
    auto& prompt = panel.prompt;
    juce::String asked;
    panel.onAsk = [&] (const juce::String& words) { asked = words; };
    panel.show ({});
    auto* earlier = childWith<IconButton> (prompt, "Asked before");
    auto* send = childWith<IconButton> (prompt, "Ask");
    send = send == earlier ? dynamic_cast<IconButton*> (prompt.getChildComponent (2)) : send;
    ASSERT_TRUE (earlier != nullptr && send != nullptr && send != earlier);
    EXPECT_FALSE (earlier->isVisible() || send->isVisible()) << "there is nothing yet";

    prompt.setHistory ({ "first", "second" });
    EXPECT_TRUE (earlier->isVisible());
    auto menu = prompt.menuOfHistory();
    juce::PopupMenu::MenuItemIterator items (menu);
    ASSERT_TRUE (items.next());
    EXPECT_EQ (items.getItem().text, "second");
    items.getItem().action();
    EXPECT_EQ (prompt.text(), "second");
    EXPECT_TRUE (send->isVisible());
    send->onClick();
    EXPECT_EQ (asked, "second");
}

TEST_F (CopilotPanelTest, anExampleIsAskedByAClick)
{
    juce::String asked;
    panel.onAsk = [&] (const juce::String& words) { asked = words; };
    ShownCopilot state;
    state.hints = { "Deep sub bass", "Glass bells" };
    panel.show (state);
    auto* chip = childWith<Chip> (panel, "Glass bells");
    ASSERT_NE (chip, nullptr);
    chip->onClick();
    deliverMessages();
    EXPECT_EQ (asked, "Glass bells");
}

TEST_F (CopilotPanelTest, aRequestShowsHowFarItIsAndCanBeStopped)
{
    bool wasStopped = false;
    panel.onCancel = [&] { wasStopped = true; };
    ShownCopilot state;
    state.request = ProgressRow::State { .name = "warm pad", .status = "62 %", .detail = "Listening", .fraction = 0.62f };
    panel.show (state);
    auto* stop = childWith<PushButton> (panel, "Cancel");
    ASSERT_NE (stop, nullptr);
    EXPECT_TRUE (stop->isVisible() && stop->getParentComponent()->isVisible());
    stop->onClick();
    EXPECT_TRUE (wasStopped);
    panel.show ({});
    EXPECT_FALSE (stop->getParentComponent()->isVisible());
}

TEST_F (CopilotPanelTest, keepSaysHowManyArePartOfIt)
{
    auto state = fullPanel();
    panel.show (state);
    EXPECT_EQ (panel.card.keep.getButtonText(), "Keep 9 of 10");
    state.result->why[3].isTaken = true;
    panel.show (state);
    EXPECT_EQ (panel.card.keep.getButtonText(), "Keep");
    state.result->isHeard = false;
    panel.show (state);
    EXPECT_EQ (panel.card.keep.getButtonText(), "Play it") << "first it is to be heard";
    state.result->isKept = true;
    panel.show (state);
    EXPECT_FALSE (panel.card.keep.isEnabled());
}

TEST_F (CopilotPanelTest, aRowShowsItsControlAndItsTickLeavesItOut)
{
    std::vector<int> seen, left;
    panel.card.why.onShow = [&] (int row) { seen.push_back (row); };
    panel.card.why.onTake = [&] (int row, bool isTaken) { left.push_back (isTaken ? row : -row); };
    panel.show (fullPanel());
    auto* row = panel.card.why.getChildComponent (2); // behind the button that unfolds
    ASSERT_NE (row, nullptr);
    click (*row, { 120, 10 });
    click (*row, { 6, 10 });
    EXPECT_EQ (seen, std::vector { 1 });
    EXPECT_EQ (left, std::vector { -1 });
    EXPECT_TRUE (row->keyPressed (juce::KeyPress (juce::KeyPress::returnKey)));
    EXPECT_TRUE (row->keyPressed (juce::KeyPress (juce::KeyPress::spaceKey)));
    EXPECT_EQ (seen.size(), 2u);
    EXPECT_EQ (left.size(), 2u);
    EXPECT_EQ (row->getTitle(), "Oscillator 1 Unison 5 voices, 11 ct") << "as the screen reader says it";
}

TEST_F (CopilotPanelTest, manyReasonsAreFoldedUntilSomebodyWantsThem)
{
    panel.show (fullPanel());
    auto& why = panel.card.why;
    const auto folded = why.heightFor (270);
    why.setFolded (false);
    EXPECT_GT (why.heightFor (270), folded);
    EXPECT_FALSE (why.isFolded());
}

TEST_F (CopilotPanelTest, aVariationIsChosenByAClick)
{
    auto chosen = -1;
    panel.variations.onChoose = [&] (int variation) { chosen = variation; };
    panel.show (fullPanel());
    auto* tile = childWith<juce::Button> (panel.variations, "Wider");
    ASSERT_NE (tile, nullptr);
    tile->onClick();
    deliverMessages();
    EXPECT_EQ (chosen, 2);
}

TEST_F (CopilotPanelTest, whatStandsInItFitsInto)
{
    panel.show (fullPanel());

    for (const auto width : { 240, 316, 420 })
    {
        panel.setSize (width, 900);
        EXPECT_LE (panel.variations.getBottom(), panel.variations.getParentComponent()->getHeight());
        EXPECT_EQ (panel.card.getHeight(), panel.card.heightFor (panel.card.getWidth()));
        EXPECT_LE (panel.card.why.getBottom(), panel.card.getHeight());
    }
}

TEST_F (CopilotPanelTest, itIsPaintedInAllThemes)
{
    auto working = fullPanel();
    working.result.reset();
    working.variations.clear();
    working.there.clear();
    working.hints = { "Warm analogue pad that slowly opens, no reverb", "Acid bass with a slide", "Glass bells far away", "Growling reese, dark and wide" };
    working.request = ProgressRow::State { .name = "warm analogue pad", .status = "62 %", .detail = "Listening to eight ways to make it", .fraction = 0.62f };
    working.problem = "The server of Anthropic did not answer in time, so the words were understood here.";

    for (const auto& [kind, name] : { std::pair { ThemeKind::dark, "copilot-dark" }, std::pair { ThemeKind::light, "copilot-light" }, std::pair { ThemeKind::contrast, "copilot-contrast" } })
    {
        look.setTheme (kind);
        panel.show (fullPanel());
        save (picture (panel, 2), name);
        panel.show (working);
        save (picture (panel, 2), juce::String (name) + "-working");
    }
}

} // namespace athanor
