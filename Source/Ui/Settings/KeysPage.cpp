// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Settings/KeysPage.h"

#include "App/Shortcuts.h"
#include "Ui/Kit/Draw.h"
#include "Ui/Kit/FuzzyMatch.h"

#include <algorithm>

namespace athanor
{

namespace
{
const char* const howTo = "Choose an action and press Return, then its new keys.";
} // namespace

/** Has the keyboard while a key is waited for, so that every key can be taken, Tab and Return too. */
class KeysPage::Catcher : public juce::Component
{
public:
    explicit Catcher (KeysPage& p) : page (p) { setWantsKeyboardFocus (true); }

    bool keyPressed (const juce::KeyPress& key) override
    {
        page.take (key);
        return true;
    }

    void focusLost (FocusChangeType) override
    {
        if (page.isWaiting())
            page.endChange (howTo);
    }

private:
    KeysPage& page;
};

KeysPage::KeysPage (Deeds& d) : SettingsPage (d), catcher (std::make_unique<Catcher> (*this)), words (howTo)
{
    for (auto* child : std::initializer_list<juce::Component*> { &field, &list, &change, &reset, &resetAll, catcher.get() })
        addAndMakeVisible (child);

    field.onChange = [this] (const juce::String&) { fill(); };
    field.onWalk = [this] (int rows) { list.walk (rows); };
    field.onReturn = [this] { beginChange(); };
    list.onActivate = [this] (int) { beginChange(); };
    list.onChoose = [this] (int) { say (chosen() != nullptr ? juce::String (chosen()->doc) : juce::String (howTo)); };
    change.setPrimary (true);
    change.onClick = [this] { beginChange(); };
    reset.onClick = [this] {
        if (const auto* action = chosen())
            deeds.run ("keys.reset", { { "action", action->id } });
    };
    resetAll.setTextInk (Ink::rose);
    resetAll.onClick = [this] { deeds.run ("keys.resetAll"); };
    preferences = d.session.preferences().onChange.add ([this] { fill(); });
    fill();
}

KeysPage::~KeysPage() { waiting = nullptr; }

juce::Component* KeysPage::firstFocus()
{
    field.focus();
    return nullptr;
}

void KeysPage::setQuery (const juce::String& query) { field.setText (query); }

Row KeysPage::rowOf (const Action& action) const
{
    Row row { action.name, deeds.keysOf (action.id) };
    row.doc = action.doc;
    row.ink = deeds.session.preferences().isRebound (action) ? Ink::ember : Ink::text;
    return row;
}

void KeysPage::fill()
{
    const auto* before = chosen();
    const auto query = field.text().trim().toStdString();
    std::vector<Row> rows;
    std::vector<std::string> views;
    shown.clear();

    // Scattered letters count only where nothing has the word itself.
    const auto has = [&] (const Action& action) { return juce::String (action.name).containsIgnoreCase (query) || deeds.keysOf (action.id).containsIgnoreCase (query); };
    const auto anyHas = std::ranges::any_of (deeds.session.actions().all(), has);

    for (const auto& action : deeds.session.actions().all())
        if (std::ranges::find (views, action.view) == views.end())
            views.push_back (action.view);

    for (const auto& view : views)
    {
        const auto heading = rows.size();

        for (const auto& action : deeds.session.actions().all())
        {
            const auto fits = query.empty() || has (action) || (! anyHas && fuzzyMatch (query, action.name));

            if (action.view != view || ! fits)
                continue;

            if (rows.size() == heading)
            {
                rows.push_back ({ .text = nameOfView (view), .isHeading = true });
                shown.push_back (nullptr);
            }

            rows.push_back (rowOf (action));
            shown.push_back (&action);
        }
    }

    list.setRows (std::move (rows));
    const auto again = std::ranges::find (shown, before);
    const auto first = std::ranges::find_if (shown, [] (const Action* action) { return action != nullptr; });

    if (before != nullptr && again != shown.end())
        list.choose (static_cast<int> (again - shown.begin()));
    else if (first != shown.end())
        list.choose (static_cast<int> (first - shown.begin()));
}

const Action* KeysPage::chosen() const
{
    const auto row = list.chosen();
    return row >= 0 && row < static_cast<int> (shown.size()) ? shown[static_cast<std::size_t> (row)] : nullptr;
}

void KeysPage::beginChange()
{
    if (chosen() == nullptr)
        return;

    waiting = chosen();
    pressed.clear();
    catcher->grabKeyboardFocus();
    say ("Press the new keys of \"" + juce::String (waiting->name) + "\"; Escape leaves them as they are.", Ink::ember);
}

void KeysPage::take (const juce::KeyPress& key)
{
    if (waiting == nullptr)
        return;

    if (key == juce::KeyPress::escapeKey)
        return endChange (howTo);

    const auto name = key.getTextDescription();
    const auto inTheWay = actionsInTheWay (deeds.session, *waiting, name.toStdString());

    if (isPianoKey (name.toStdString()))
        return say ("This key plays a note: press it together with Ctrl, Alt or Shift.", Ink::rose);

    if (! inTheWay.empty() && pressed != name)
    {
        pressed = name;
        return say (keyText (key) + " is for \"" + juce::String (inTheWay.front()->name) + "\" now: press it again to take it, or press others.", Ink::gold);
    }

    const auto* action = waiting;
    waiting = nullptr; // before the list changes
    deeds.run ("keys.set", { { "action", action->id }, { "keys", name.toStdString() } });
    endChange (keyText (key) + " is for \"" + juce::String (action->name) + "\" from now on.", Ink::leaf);
}

void KeysPage::endChange (const juce::String& sentence, Ink with)
{
    waiting = nullptr;
    say (sentence, with);

    if (catcher->hasKeyboardFocus (false))
        field.focus();
}

void KeysPage::say (const juce::String& sentence, Ink with)
{
    if (waiting != nullptr && with == Ink::mute)
        return;

    words = sentence;
    ink = with;
    juce::AccessibilityHandler::postAnnouncement (words, juce::AccessibilityHandler::AnnouncementPriority::medium);
    repaint();
}

void KeysPage::paint (juce::Graphics& g)
{
    const auto foot = getLocalBounds().removeFromBottom (measure::button + space::near + 22).withHeight (22);
    drawWords (g, words, foot, font (*this, Face::name, textSize::device), tokens (*this)[ink]);
}

void KeysPage::resized()
{
    auto area = getLocalBounds();
    field.setBounds (area.removeFromTop (measure::field));
    area.removeFromTop (space::near);
    auto foot = area.removeFromBottom (measure::button);
    area.removeFromBottom (space::near + 22 + space::tight);
    list.setBounds (area);
    change.setBounds (foot.removeFromLeft (change.idealWidth()));
    foot.removeFromLeft (space::near);
    reset.setBounds (foot.removeFromLeft (reset.idealWidth()));
    resetAll.setBounds (foot.removeFromRight (resetAll.idealWidth()));
    catcher->setBounds (0, 0, 1, 1);
}

} // namespace athanor
