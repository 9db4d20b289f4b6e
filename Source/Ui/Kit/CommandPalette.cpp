// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Kit/CommandPalette.h"

#include "Ui/Kit/Draw.h"

#include <algorithm>

namespace athanor
{

namespace
{

constexpr int fieldHeight = 38, rowHeight = 40, rowsShown = 10;

/** How an entry fits: its name first, then name and group together, last its sentence. */
FuzzyMatch matchEntry (std::string_view query, const PaletteEntry& entry)
{
    auto match = fuzzyMatch (query, entry.name);

    if (! entry.group.empty())
    {
        const auto prefix = entry.group + " ";

        if (auto wide = fuzzyMatch (query, prefix + entry.name); wide.score * 3 / 4 > match.score)
        {
            match.score = wide.score * 3 / 4;
            match.places.clear();

            for (auto place : wide.places)
                if (place >= static_cast<int> (prefix.size()))
                    match.places.push_back (place - static_cast<int> (prefix.size()));
        }
    }

    // A sentence has every letter somewhere: only words of it count, not scattered letters.
    if (! match && juce::String (entry.doc).containsIgnoreCase (juce::String (std::string (query)).trim()))
        match = { 1, {} };

    return match;
}

} // namespace

PaletteModel::PaletteModel (std::vector<PaletteEntry> all)
    : entries (std::move (all))
{
    setQuery ({});
}

void PaletteModel::setQuery (std::string_view query)
{
    matches.clear();

    for (int i = 0; i < static_cast<int> (entries.size()); ++i)
        if (auto match = matchEntry (query, entry (i)))
            matches.push_back ({ i, std::move (match) });

    std::stable_sort (matches.begin(), matches.end(), [] (auto& a, auto& b) { return a.match.score > b.match.score; });
    choice = 0;
}

void PaletteModel::choose (int place) noexcept { choice = std::clamp (place, 0, std::max (0, static_cast<int> (matches.size()) - 1)); }

void PaletteModel::walk (int places) noexcept
{
    const auto count = static_cast<int> (matches.size());

    if (count == 0)
        return;

    if (std::abs (places) == 1)
        choice = (choice + places + count) % count;
    else
        choose (choice + places);
}

std::function<void()> PaletteModel::action() const
{
    return matches.empty() ? std::function<void()>() : entry (matches[static_cast<std::size_t> (choice)].entry).run;
}

class CommandPalette::List : public juce::Component,
                             private juce::ListBoxModel
{
public:
    explicit List (CommandPalette& owner)
        : palette (owner)
    {
        setTitle ("Results");
        list.setModel (this);
        list.setRowHeight (rowHeight);
        list.setWantsKeyboardFocus (false);
        list.setTitle ("Results");
        addAndMakeVisible (list);
    }

    ~List() override { list.setModel (nullptr); }

    void update()
    {
        list.updateContent();
        list.selectRow (palette.model.chosen());
        list.repaint();
    }

    void resized() override { list.setBounds (getLocalBounds()); }

private:
    int getNumRows() override { return static_cast<int> (palette.model.found().size()); }

    juce::String getNameForRow (int row) override
    {
        return row < getNumRows() ? juce::String (entryAt (row).name) + ", " + juce::String (entryAt (row).shortcut) : juce::String();
    }

    juce::String getTooltipForRow (int row) override { return row < getNumRows() ? juce::String (entryAt (row).doc) : juce::String(); }

    void listBoxItemClicked (int row, const juce::MouseEvent&) override
    {
        palette.model.choose (row);
        palette.run();
    }

    const PaletteEntry& entryAt (int row) const { return palette.model.entry (palette.model.found()[static_cast<std::size_t> (row)].entry); }

    void paintListBoxItem (int row, juce::Graphics& g, int width, int height, bool) override
    {
        if (row >= getNumRows())
            return;

        const auto& t = tokens (*this);
        const auto& entry = entryAt (row);
        auto area = juce::Rectangle<int> (width, height).reduced (space::near, 1);

        if (row == palette.model.chosen())
        {
            g.setColour (t[Ink::chosen]);
            g.fillRoundedRectangle (area.toFloat(), radius::small);
        }

        area = area.reduced (space::gap, 3);
        const auto keysFont = font (*this, Face::number, textSize::value);
        const auto keys = area.removeFromRight (widthOf (entry.shortcut, keysFont));
        drawWords (g, entry.shortcut, keys, keysFont, t[Ink::mute], juce::Justification::centredRight);
        area.removeFromRight (space::pad);

        auto upper = area.removeFromTop (18);
        paintName (g, entry, palette.model.found()[static_cast<std::size_t> (row)].match, upper);
        drawWords (g, entry.doc, area, font (*this, Face::name, textSize::value), t[Ink::mute]);
    }

    void paintName (juce::Graphics& g, const PaletteEntry& entry, const FuzzyMatch& match, juce::Rectangle<int> area) const
    {
        const auto& t = tokens (*this);
        juce::AttributedString words;
        words.append (entry.name, font (*this, Face::name, textSize::body), t[Ink::text]);
        words.setJustification (juce::Justification::centredLeft);
        words.setWordWrap (juce::AttributedString::none);

        // Places are bytes; only names of one byte to a letter can be marked without counting anew.
        if (juce::CharPointer_ASCII::isValidString (entry.name.c_str(), static_cast<int> (entry.name.size())))
            for (auto place : match.places)
            {
                words.setColour ({ place, place + 1 }, t[Ink::ember]);
                words.setFont ({ place, place + 1 }, font (*this, Face::nameStrong, textSize::body));
            }

        if (! entry.group.empty())
            words.append ("   " + juce::String (entry.group), font (*this, Face::name, textSize::value), t[Ink::mute]);

        words.draw (g, area.toFloat());
    }

    CommandPalette& palette;
    juce::ListBox list;
};

CommandPalette::CommandPalette (std::vector<PaletteEntry> entries, const juce::String& hint)
    : Sheet ("Command palette"), model (std::move (entries)), field (hint)
{
    list = std::make_unique<List> (*this);
    field.onChange = [this] (const juce::String& query) {
        model.setQuery (query.toStdString());
        update();
    };
    field.onWalk = [this] (int places) {
        model.walk (places);
        update();
    };
    field.onReturn = [this] { run(); };
    field.onEscape = [this] { dismiss(); };
    addAndMakeVisible (field);
    addAndMakeVisible (*list);
    update();
}

CommandPalette::~CommandPalette() = default;

void CommandPalette::setQuery (const juce::String& query) { field.setText (query); }

void CommandPalette::run()
{
    const auto perform = model.action();

    if (! perform)
        return;

    dismiss();
    juce::MessageManager::callAsync (perform);
}

void CommandPalette::update()
{
    list->update();

    // As high as its results; the field stays where it is.
    if (auto* window = getParentComponent())
        setSize (getWidth(), juce::jmin (heightNow(), window->getHeight() - getY() - space::wide));

    repaint();
}

int CommandPalette::heightNow() const
{
    return 2 * space::pad + fieldHeight + space::close + rowHeight * juce::jlimit (2, rowsShown, static_cast<int> (model.found().size()));
}

juce::Point<int> CommandPalette::idealSize (juce::Rectangle<int> window) const
{
    return { juce::jmin (600, window.getWidth()), juce::jmin (heightNow(), window.getHeight()) };
}

juce::Component* CommandPalette::firstFocus()
{
    field.focus();
    return nullptr;
}

void CommandPalette::paint (juce::Graphics& g)
{
    Sheet::paint (g);

    if (model.found().empty())
        drawWords (g, "Nothing of this name.", list->getBounds().withHeight (rowHeight * 2), font (*this, Face::name, textSize::body), tokens (*this)[Ink::mute], juce::Justification::centred);
}

void CommandPalette::resized()
{
    auto area = getLocalBounds().reduced (space::pad);
    field.setBounds (area.removeFromTop (fieldHeight));
    area.removeFromTop (space::close);
    list->setBounds (area.expanded (space::near, 0));
}

} // namespace athanor
