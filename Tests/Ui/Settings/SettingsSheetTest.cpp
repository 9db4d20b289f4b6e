// SPDX-License-Identifier: GPL-3.0-or-later
// The settings as a musician uses them, with devices that a test plugs in.
#include "Ui/Settings/SettingsSheet.h"

#include "App/Copilot/CopilotDesk.h"
#include "App/Copilot/KeyDesk.h"
#include "App/Equipment.h"
#include "Support/Servers.h"
#include "Ui/LookActions.h"
#include "Ui/Settings/KeysPage.h"
#include "Ui/SongFixture.h"

namespace athanor
{

namespace
{
/** A computer with a sound card and two keyboards. */
struct Studio final : Equipment
{
    std::vector<std::string> driverTypes() override { return { "JACK", "ALSA" }; }

    std::vector<DeviceName> outputs() override { return { { "ALSA", "Card" }, { "ALSA", "Monitor" } }; }

    std::vector<double> sampleRates() const override { return { 44'100, 48'000, 96'000 }; }

    std::vector<int> blockSizes() const override { return { 64, 128, 256 }; }

    DeviceChoice chosenOutput() const override { return chosen; }

    Result<DeviceState> chooseOutput (const DeviceChoice& choice) override
    {
        asked = choice;
        chosen.blockSize = choice.blockSize > 0 ? choice.blockSize : chosen.blockSize;
        return DeviceState { "ALSA: Card", chosen.sampleRate, chosen.blockSize, 0.01, {} };
    }

    void playTestTone() override { ++tones; }

    std::vector<MidiInput> midiInputs() const override { return inputs; }

    void useMidiInput (const std::string& name, bool isOn) override
    {
        for (auto& input : inputs)
            if (input.name == name)
                input.isOn = isOn;
    }

    DeviceChoice chosen { "ALSA", "Card", 48'000, 128 }, asked;
    std::vector<MidiInput> inputs { { "Keystation 49", true, 0 }, { "Launch Control XL", true, 0 } };
    int tones = 0;
};

struct SettingsSheetTest : SongTest
{
    SettingsSheetTest()
    {
        session.setEquipment (&studio);
        session.player().setDevice ({ "ALSA: Card", 48'000, 128, 0.0105, {} });
        declareLookActions (session, look);
        sheet.setSize (780, 520);
        sheet.shownPage()->refresh();
    }

    template <typename Kind>
    Kind* find (juce::Component& in, const juce::String& title)
    {
        for (auto* child : in.getChildren())
        {
            if (auto* kind = dynamic_cast<Kind*> (child); kind != nullptr && (child->getTitle() == title || child->getName() == title))
                return kind;

            if (auto* below = find<Kind> (*child, title))
                return below;
        }

        return nullptr;
    }

    std::string keysOf (const char* id) { return session.preferences().shortcutOf (*session.actions().find (id)); }

    Studio studio;
    Overlay overlay;
    Toast toast;
    Deeds deeds { session, overlay, toast };
    SettingsSheet sheet { deeds, "sound" };
};
} // namespace

TEST_F (SettingsSheetTest, showTheOpenDeviceAndChangeItsBuffer)
{
    auto* driver = find<juce::ComboBox> (sheet, "Driver");
    auto* buffer = find<juce::ComboBox> (sheet, "Buffer");
    ASSERT_TRUE (driver != nullptr && buffer != nullptr);
    EXPECT_EQ (driver->getText(), "ALSA");
    EXPECT_EQ (find<juce::ComboBox> (sheet, "Device")->getText(), "Card");
    EXPECT_EQ (find<juce::ComboBox> (sheet, "Sample rate")->getText(), "48 kHz");
    EXPECT_EQ (buffer->getText(), "128 frames, 2.7 ms");

    buffer->setSelectedItemIndex (2, juce::sendNotificationSync);
    EXPECT_EQ (studio.asked.blockSize, 256);
    EXPECT_EQ (buffer->getText(), "256 frames, 5.3 ms");
}

TEST_F (SettingsSheetTest, playATestTone)
{
    find<PushButton> (sheet, "Play a test tone")->onClick();
    EXPECT_EQ (studio.tones, 1);
}

TEST_F (SettingsSheetTest, switchMidiInputsOff)
{
    ASSERT_TRUE (sheet.showPage ("midi"));
    auto* toggle = find<juce::ToggleButton> (sheet, "Listen to Keystation 49");
    ASSERT_NE (toggle, nullptr);
    EXPECT_TRUE (toggle->getToggleState());
    toggle->setToggleState (false, juce::dontSendNotification);
    toggle->onClick();
    EXPECT_FALSE (studio.inputs.front().isOn);
    EXPECT_TRUE (studio.inputs.back().isOn);
}

TEST_F (SettingsSheetTest, showInputsThatArePluggedInLater)
{
    sheet.showPage ("midi");
    studio.inputs.push_back ({ "Theremini", true, 0 });
    sheet.shownPage()->refresh();
    EXPECT_NE (find<juce::ToggleButton> (sheet, "Listen to Theremini"), nullptr);
}

TEST_F (SettingsSheetTest, changeTheThemeAndRememberIt)
{
    sheet.showPage ("look");
    deeds.run ("view.setTheme", { { "theme", "light" } });
    EXPECT_EQ (look.tokens().kind, ThemeKind::light);
    deeds.run ("view.setScale", { { "percent", 150 } });

    Look next;
    readPreferences (session.preferences(), next);
    EXPECT_EQ (next.tokens().kind, ThemeKind::light);
    EXPECT_FLOAT_EQ (next.scale(), 1.5f);
    deeds.run ("view.usualSize");
}

TEST_F (SettingsSheetTest, takeAnotherKeyForAnAction)
{
    sheet.showPage ("keys");
    auto& page = dynamic_cast<KeysPage&> (*sheet.shownPage());
    page.setQuery ("undo");
    page.beginChange();
    page.take (key ("alt + F7"));

    EXPECT_FALSE (page.isWaiting());
    EXPECT_EQ (keysOf ("edit.undo"), "alt + F7");
    EXPECT_EQ (deeds.keysOf ("edit.undo"), "Alt+F7");
}

TEST_F (SettingsSheetTest, askTwiceForAKeyThatDoesSomethingElse)
{
    sheet.showPage ("keys");
    auto& page = dynamic_cast<KeysPage&> (*sheet.shownPage());
    page.setQuery ("undo");
    page.beginChange();
    page.take (key ("ctrl + N"));
    EXPECT_TRUE (page.isWaiting());
    EXPECT_TRUE (page.sentence().contains ("New project")) << page.sentence();
    EXPECT_EQ (keysOf ("file.new"), "ctrl + N");

    page.take (key ("ctrl + N"));
    EXPECT_EQ (keysOf ("edit.undo"), "ctrl + N");
    EXPECT_EQ (keysOf ("file.new"), "");
}

TEST_F (SettingsSheetTest, doNotTakeAKeyThatPlaysANote)
{
    sheet.showPage ("keys");
    auto& page = dynamic_cast<KeysPage&> (*sheet.shownPage());
    page.setQuery ("undo");
    page.beginChange();
    page.take (key ("q"));
    EXPECT_TRUE (page.isWaiting());
    page.take (key ("escape"));
    EXPECT_FALSE (page.isWaiting());
    EXPECT_EQ (keysOf ("edit.undo"), "ctrl + Z");
}

TEST_F (SettingsSheetTest, doTheNewKeyAtOnce)
{
    deeds.run ("keys.set", { { "action", "track.add" }, { "keys", "ctrl + F7" } });
    const auto before = session.project().tracks.size();
    EXPECT_TRUE (deeds.perform (key ("ctrl + F7"), "pattern"));
    EXPECT_EQ (session.project().tracks.size(), before + 1);
}

TEST_F (SettingsSheetTest, sayWhoReadsPrompts)
{
    const EnvironmentVariable planner ("ATHANOR_PLANNER", ""), given ("OPENAI_API_KEY", ""), noBus ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus");
    ASSERT_TRUE (sheet.showPage ("copilot"));
    auto* who = find<juce::ComboBox> (sheet, "Prompts");
    auto* model = find<juce::TextEditor> (sheet, "Model");
    auto* secret = find<juce::TextEditor> (sheet, "Key");
    ASSERT_TRUE (who != nullptr && model != nullptr && secret != nullptr);
    EXPECT_EQ (who->getDescription(), "Offline: nothing leaves this machine.");
    EXPECT_FALSE (model->isEnabled() || secret->isEnabled());

    who->setSelectedItemIndex (1, juce::sendNotificationSync);
    EXPECT_EQ (who->getDescription(), "Offline: there is no key for OpenAI, so nothing leaves this machine.");
    model->setText ("small-1");
    model->onReturnKey();
    EXPECT_EQ (session.preferences().text ("copilot.openai.model", ""), "small-1");

    secret->setText ("sk-test-1234567890");
    secret->onReturnKey();
    EXPECT_TRUE (secret->isEmpty());
    session.copilot().keys().settle();
    sheet.shownPage()->refresh();
    EXPECT_TRUE (session.copilot().keys().sentence().starts_with ("This system has no key store")) << session.copilot().keys().sentence();

    session.preferences().set (keySetting ("openai"), true);
    sheet.shownPage()->refresh();
    EXPECT_EQ (who->getDescription(), "Prompts go to api.openai.com, model small-1.");
    save (picture (sheet), "settings-Copilot-OpenAI");
    deeds.run ("planner.choose", { { "provider", "offline" } });
    sheet.shownPage()->refresh();
    EXPECT_EQ (who->getSelectedItemIndex(), 0);

    auto* name = find<juce::TextEditor> (sheet, "Signed by");
    ASSERT_TRUE (name != nullptr);
    name->setText ("Night Owl");
    name->onReturnKey();
    EXPECT_EQ (session.preferences().text ("copilot.profile", ""), "Night Owl");
}

TEST_F (SettingsSheetTest, arePaintedInEveryTheme)
{
    for (const auto& [id, name] : SettingsSheet::pages())
        for (const auto kind : { ThemeKind::dark, ThemeKind::light })
        {
            look.setTheme (kind);
            sheet.showPage (id);
            sheet.sendLookAndFeelChange();
            save (picture (sheet), "settings-" + name + (kind == ThemeKind::dark ? "" : "-light"));
        }
}

} // namespace athanor
