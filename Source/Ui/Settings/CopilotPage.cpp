// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Settings/CopilotPage.h"

#include "App/Copilot/BundleMaker.h"
#include "App/Copilot/CopilotDesk.h"
#include "App/Copilot/KeyDesk.h"
#include "Ui/Kit/Draw.h"

namespace athanor
{

namespace
{
constexpr int fieldWidth = 340;

enum Lines { nameLine,
             whoLine,
             modelLine,
             serverLine,
             keyLine };

/** What the action calls nobody. */
constexpr auto offline = "offline";

void prepare (juce::TextEditor& field, std::function<void()> act)
{
    field.setFont (font (field, Face::name, textSize::device));
    field.setIndents (8, 0);
    field.setJustification (juce::Justification::centredLeft);
    field.setSelectAllWhenFocused (true);
    field.onReturnKey = act;
    field.onFocusLost = std::move (act);
}

void show (juce::TextEditor& field, const std::string& text, bool isEnabled)
{
    field.setEnabled (isEnabled);

    if (! field.hasKeyboardFocus (false) && field.getText() != juce::String (text))
        field.setText (text, false);
}
} // namespace

CopilotPage::CopilotPage (Deeds& d) : SettingsPage (d)
{
    addLine ("Signed by", name, "Covers of one name share their colours and their emblem.", fieldWidth);
    addLine ("Prompts", who, {}, fieldWidth);
    addLine ("Model", model, {}, fieldWidth);
    addLine ("Server", server, {}, fieldWidth);
    addLine ("Key", key, {}, fieldWidth);

    who.addItem ("Are read on this machine", 1);

    for (const auto& provider : plannerProviders())
        who.addItem ((provider.id == "compatible" ? juce::String ("Another server of mine") : juce::String (provider.name)) + (provider.isLocal ? ", on my own computer" : juce::String()), who.getNumItems() + 1);

    who.onChange = [this] {
        const auto index = who.getSelectedItemIndex();
        const auto id = index <= 0 ? std::string (offline) : plannerProviders()[static_cast<std::size_t> (index - 1)].id;
        const auto before = plannerChoice (deeds.session.preferences(), id);
        choose (id, before.model, before.url);
    };
    prepare (name, [this] { sign(); });
    prepare (model, [this] { chooseTyped(); });
    prepare (server, [this] { chooseTyped(); });
    prepare (key, {});
    key.onReturnKey = [this] { keepKey(); };

    for (auto* button : { &keep, &erase, &forget })
        addAndMakeVisible (button);

    keep.onClick = [this] { keepKey(); };
    erase.onClick = [this] { deeds.run ("planner.eraseKey", { { "provider", shown.provider } }); };
    forget.setQuiet (true);
    forget.setTooltip ("Prompts that were answered before are asked again the next time.");
    forget.onClick = [this] { deeds.run ("planner.forgetAnswers"); };
    fill();
}

CopilotPage::~CopilotPage() { key.clear(); }

void CopilotPage::choose (const std::string& provider, const juce::String& wanted, const juce::String& url)
{
    deeds.run ("planner.choose", { { "provider", provider }, { "model", wanted.trim().toStdString() }, { "url", url.trim().toStdString() } });
    fill();
}

void CopilotPage::chooseTyped()
{
    if (! shown.provider.empty() && (model.getText() != juce::String (shown.model) || server.getText() != juce::String (shown.url)))
        choose (shown.provider, model.getText(), server.getText());
}

void CopilotPage::sign()
{
    if (profileNamed (name.getText().toStdString()) != deeds.session.preferences().text (profileSetting, ""))
        deeds.run ("copilot.sign", { { "name", name.getText().toStdString() } });
}

void CopilotPage::keepKey()
{
    if (key.getText().trim().isNotEmpty() && ! deeds.session.copilot().keys().isBusy())
        deeds.run ("planner.setKey", { { "provider", shown.provider }, { "key", key.getText().trim().toStdString() } });

    key.clear();
    showState();
}

void CopilotPage::fill()
{
    shown = plannerChoice (deeds.session.preferences());
    const auto& all = plannerProviders();
    const auto* provider = plannerProvider (shown.provider);
    who.setSelectedItemIndex (provider == nullptr ? 0 : static_cast<int> (provider - all.data()) + 1, juce::dontSendNotification);
    model.setTextToShowWhenEmpty (provider != nullptr ? juce::String (provider->model) : juce::String(), tokens (*this)[Ink::faint]);
    server.setTextToShowWhenEmpty (provider != nullptr ? juce::String (provider->url) : juce::String(), tokens (*this)[Ink::faint]);
    show (model, shown.model, provider != nullptr);
    show (server, shown.url, provider != nullptr);
    showState();
}

juce::String CopilotPage::keyState() const
{
    const auto* provider = plannerProvider (shown.provider);

    if (provider == nullptr)
        return "Nobody needs one.";

    if (provider->keyVariable.empty())
        return juce::String (provider->name) + " takes no key.";

    if (! environmentKey (keyNameOf (*provider)).isEmpty())
        return "The environment variable " + juce::String (provider->keyVariable) + " holds one; it goes before the key store's.";

    if (shown.isKeyKept)
        return "One is in the system's key store.";

    return provider->isLocal ? "None yet; most such servers need none." : "None yet. It goes into the system's key store and nowhere else.";
}

void CopilotPage::showState()
{
    const auto* provider = plannerProvider (shown.provider);
    const auto takesKey = provider != nullptr && ! provider->keyVariable.empty(), isBusy = deeds.session.copilot().keys().isBusy();
    const auto isStaying = whyOffline (shown).empty();
    setDoc (whoLine, plannerStatus (shown), isStaying || provider == nullptr ? Ink::mute : Ink::gold);
    setDoc (modelLine, provider != nullptr ? "Left empty, it is the usual one." : "");
    setDoc (serverLine, provider != nullptr ? "Left empty, it is the usual place. https, or http on this computer." : "");
    setDoc (keyLine, isBusy ? juce::String ("The key store is asked; it may want its password.") : keyState());
    key.setEnabled (takesKey && ! isBusy);
    keep.setEnabled (takesKey && ! isBusy && key.getText().trim().isNotEmpty());
    erase.setEnabled (takesKey && ! isBusy && shown.isKeyKept);
}

void CopilotPage::refresh()
{
    deeds.session.copilot().keys().refresh();
    const auto now = plannerChoice (deeds.session.preferences());

    if (now.provider != shown.provider || now.model != shown.model || now.url != shown.url || now.isKeyKept != shown.isKeyKept)
        fill();

    show (name, deeds.session.preferences().text (profileSetting, ""), true);
    showState();

    if (const juce::String said (deeds.session.copilot().keys().sentence()); said != words)
    {
        words = said;
        repaint();
    }
}

void CopilotPage::paint (juce::Graphics& g)
{
    SettingsPage::paint (g);
    const auto area = below().withTrimmedTop (measure::button + space::near).withHeight (2 * docHeight).withTrimmedLeft (labelWidth);
    g.setFont (font (*this, Face::name, textSize::small));
    g.setColour (tokens (*this)[Ink::mute]);
    g.drawFittedText (words, area, juce::Justification::topLeft, 2, 1.0f);
}

void CopilotPage::resized()
{
    SettingsPage::resized();
    auto line = below().withHeight (measure::button).withTrimmedLeft (labelWidth);

    for (auto* button : { &keep, &erase, &forget })
    {
        button->setBounds (line.removeFromLeft (button->idealWidth()));
        line.removeFromLeft (space::near);
    }
}

} // namespace athanor
