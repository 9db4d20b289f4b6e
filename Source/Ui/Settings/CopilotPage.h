// SPDX-License-Identifier: GPL-3.0-or-later
// The page of the settings that says whose the copilot's sleeves are and who reads prompts, and holds out a hand for a key.
#pragma once

#include "App/Copilot/PlannerChoice.h"
#include "Ui/Settings/SettingsPage.h"

namespace athanor
{

class CopilotPage : public SettingsPage
{
public:
    explicit CopilotPage (Deeds&);

    /** What was typed as a key and not kept is overwritten. */
    ~CopilotPage() override;

    juce::Component* firstFocus() override { return &who; }

    /** Follows the settings and the key store. */
    void refresh() override;

    void paint (juce::Graphics&) override;
    void resized() override;

private:
    void choose (const std::string& provider, const juce::String& model, const juce::String& url);
    void chooseTyped();
    void sign();
    void keepKey();
    void fill();
    void showState();
    juce::String keyState() const;

    juce::ComboBox who;
    juce::TextEditor name, model, server, key { {}, juce::juce_wchar (0x2022) };
    PushButton keep { "Keep the key" }, erase { "Erase the key" }, forget { "Forget answers" };
    PlannerChoice shown;
    juce::String words; ///< What became of the last key.
};

} // namespace athanor
