// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Settings/SettingsSheet.h"

#include "Ui/Kit/Draw.h"
#include "Ui/Settings/CopilotPage.h"
#include "Ui/Settings/KeysPage.h"
#include "Ui/Settings/LookPage.h"
#include "Ui/Settings/MidiPage.h"
#include "Ui/Settings/SoundPage.h"

#include <array>

namespace athanor
{

namespace
{
constexpr int margin = 20, titleHeight = 22, listWidth = 150;

struct PageKind
{
    const char *id, *name, *sentence;
    Icon icon;
    std::unique_ptr<SettingsPage> (*make) (Deeds&);
};

template <typename Page>
std::unique_ptr<SettingsPage> makePage (Deeds& deeds)
{
    return std::make_unique<Page> (deeds);
}

const std::array kinds {
    PageKind { "sound", "Sound", "Where the music comes out of this computer.", Icon::wave, makePage<SoundPage> },
    PageKind { "midi", "MIDI", "The keyboards and controllers that play into it.", Icon::keyboard, makePage<MidiPage> },
    PageKind { "look", "Look", "Colours and sizes; they change at once.", Icon::eye, makePage<LookPage> },
    PageKind { "copilot", "Copilot", "Who signs the covers, who reads your prompts, and what leaves this machine.", Icon::cloud, makePage<CopilotPage> },
    PageKind { "keys", "Keys", "Every action can have the keys that your hands know.", Icon::edit, makePage<KeysPage> },
};

std::vector<Row> rowsOfPages()
{
    std::vector<Row> rows;

    for (const auto& kind : kinds)
        rows.push_back ({ .text = kind.name, .icon = kind.icon, .doc = kind.sentence });

    return rows;
}
} // namespace

std::vector<std::pair<std::string, juce::String>> SettingsSheet::pages()
{
    std::vector<std::pair<std::string, juce::String>> found;

    for (const auto& kind : kinds)
        found.emplace_back (kind.id, kind.name);

    return found;
}

SettingsSheet::SettingsSheet (Deeds& d, const std::string& first) : Sheet ("Settings"), deeds (d), list ("Pages", rowsOfPages())
{
    list.onChoose = [this] (int row) { showPage (kinds[static_cast<std::size_t> (row)].id); };
    close.setPrimary (true);
    close.onClick = [this] { dismiss(); };
    addAndMakeVisible (list);
    addAndMakeVisible (close);

    if (! showPage (first))
        showPage (kinds.front().id);
}

SettingsSheet::~SettingsSheet() = default;

bool SettingsSheet::showPage (const std::string& id)
{
    const auto found = std::find_if (kinds.begin(), kinds.end(), [&] (const PageKind& kind) { return kind.id == id; });

    if (found == kinds.end())
        return false;

    const auto row = static_cast<int> (found - kinds.begin());

    if (page != nullptr && list.chosen() == row && page->getTitle() == found->name)
        return true;

    page = found->make (deeds);
    page->setTitle (found->name);
    page->setDescription (found->sentence);
    addAndMakeVisible (*page);
    list.choose (row);
    resized();
    repaint();
    return true;
}

juce::Point<int> SettingsSheet::idealSize (juce::Rectangle<int> window) const { return { juce::jmin (780, window.getWidth()), juce::jmin (520, window.getHeight()) }; }

juce::Component* SettingsSheet::firstFocus() { return page->firstFocus(); }

void SettingsSheet::paint (juce::Graphics& g)
{
    Sheet::paint (g);
    const auto& t = tokens (*this);
    auto title = getLocalBounds().reduced (margin).withHeight (titleHeight);
    drawWords (g, getTitle(), title.removeFromLeft (listWidth + margin), font (*this, Face::nameStrong, 15), t[Ink::text]);
    drawWords (g, page->getDescription(), title, font (*this, Face::name, textSize::body), t[Ink::mute]);
    g.setColour (t[Ink::line]);
    g.fillRect (margin + listWidth + margin / 2, margin + titleHeight + space::pad, 1, getHeight() - 2 * margin - titleHeight - space::pad);
}

void SettingsSheet::resized()
{
    auto area = getLocalBounds().reduced (margin);
    area.removeFromTop (titleHeight + space::pad);
    auto left = area.removeFromLeft (listWidth);
    close.setBounds (left.removeFromBottom (measure::button).withWidth (juce::jmax (72, close.idealWidth())));
    list.setBounds (left.withTrimmedBottom (space::near));
    area.removeFromLeft (margin);

    if (page != nullptr)
        page->setBounds (area);
}

} // namespace athanor
