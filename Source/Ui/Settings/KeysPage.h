// SPDX-License-Identifier: GPL-3.0-or-later
// The page of the settings where every action can be given another key.
#pragma once

#include "Ui/Kit/RowList.h"
#include "Ui/Kit/SearchField.h"
#include "Ui/Settings/SettingsPage.h"

namespace athanor
{

class KeysPage : public SettingsPage
{
public:
    explicit KeysPage (Deeds&);
    ~KeysPage() override;

    juce::Component* firstFocus() override;

    void setQuery (const juce::String&);

    /** Waits for the new key of the chosen action. */
    void beginChange();

    /** What a pressed key does while one is waited for. A key that does something else already must be pressed twice. */
    void take (const juce::KeyPress&);

    bool isWaiting() const noexcept { return waiting != nullptr; }

    const juce::String& sentence() const noexcept { return words; }

    void paint (juce::Graphics&) override;
    void resized() override;

private:
    class Catcher;

    void fill();
    void endChange (const juce::String& sentence, Ink = Ink::mute);
    void say (const juce::String&, Ink = Ink::mute);
    const Action* chosen() const;
    Row rowOf (const Action&) const;

    SearchField field { "Search what a key should do" };
    RowList list { "Actions and their keys" };
    PushButton change { "Change keys" }, reset { "Reset" }, resetAll { "Reset all" };
    std::unique_ptr<Catcher> catcher;
    std::vector<const Action*> shown; ///< By row; null for a heading.
    const Action* waiting = nullptr;
    juce::String pressed, words; ///< The key that is in the way of others; the sentence at the foot.
    Ink ink = Ink::mute;
    Subscription preferences;
};

} // namespace athanor
