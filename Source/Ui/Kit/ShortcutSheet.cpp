// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Kit/ShortcutSheet.h"

#include "Ui/Kit/Draw.h"
#include "Ui/Kit/FuzzyMatch.h"

#include <algorithm>

namespace athanor
{

namespace
{

constexpr int rowHeight = 24, headingHeight = 32, columnWidth = 380;

using Group = std::pair<std::string, std::vector<ShortcutEntry>>;

} // namespace

std::vector<Group> groupShortcuts (const std::vector<ShortcutEntry>& entries, std::string_view query, std::string_view focusedView)
{
    std::vector<Group> groups;
    const auto wanted = juce::String (std::string (query)).trim();

    for (auto& entry : entries)
    {
        const auto fits = wanted.isEmpty() || juce::String (entry.keys).containsIgnoreCase (wanted) || juce::String (entry.view).startsWithIgnoreCase (wanted) || fuzzyMatch (query, entry.name).score >= 20 * wanted.length();

        if (! fits)
            continue;

        auto group = std::find_if (groups.begin(), groups.end(), [&] (auto& g) { return g.first == entry.view; });

        if (group == groups.end())
            group = groups.insert (groups.end(), { entry.view, {} });

        group->second.push_back (entry);
    }

    std::stable_partition (groups.begin(), groups.end(), [&] (auto& group) { return group.first == focusedView; });
    return groups;
}

class ShortcutSheet::Table : public juce::Component
{
public:
    Table (std::vector<ShortcutEntry> all, const juce::String& focused)
        : entries (std::move (all)), focusedView (focused.toStdString())
    {
        setTitle ("Shortcuts");
        setQuery ({});
    }

    void setQuery (const juce::String& query)
    {
        groups = groupShortcuts (entries, query.toStdString(), focusedView);
        juce::StringArray words;

        for (auto& [view, rows] : groups)
            for (auto& row : rows)
                words.add (juce::String (row.name) + ": " + juce::String (row.keys));

        setDescription (words.joinIntoString (". "));
        layOut (getWidth());
        repaint();
    }

    void layOut (int width)
    {
        const auto columns = juce::jmax (1, width / columnWidth);
        std::vector<int> heights (static_cast<std::size_t> (columns));
        places.clear();

        for (auto& group : groups)
        {
            const auto shortest = std::min_element (heights.begin(), heights.end());
            const auto column = static_cast<int> (shortest - heights.begin());
            const auto height = headingHeight + rowHeight * static_cast<int> (group.second.size()) + space::gap;
            places.emplace_back (column * width / columns, *shortest, width / columns, height);
            *shortest += height;
        }

        setSize (width, juce::jmax (1, *std::max_element (heights.begin(), heights.end())));
    }

    void paint (juce::Graphics& g) override
    {
        const auto& t = tokens (*this);

        for (std::size_t i = 0; i < groups.size(); ++i)
        {
            auto area = places[i].reduced (space::pad, 0);
            drawWords (g, groups[i].first, area.removeFromTop (headingHeight), font (*this, Face::nameStrong, textSize::device), t[Ink::ember]);

            for (auto& row : groups[i].second)
                paintRow (g, row, area.removeFromTop (rowHeight));
        }

        if (groups.empty())
            drawWords (g, "No key does that.", getLocalBounds().withHeight (60), font (*this, Face::name, textSize::body), t[Ink::mute], juce::Justification::centred);
    }

private:
    void paintRow (juce::Graphics& g, const ShortcutEntry& row, juce::Rectangle<int> area) const
    {
        const auto& t = tokens (*this);
        g.setColour (t[Ink::line].withMultipliedAlpha (0.5f));
        g.fillRect (area.withHeight (1));

        const auto keysFont = font (*this, Face::number, textSize::value);
        auto cap = area.removeFromRight (widthOf (row.keys, keysFont) + 12).reduced (0, 3);
        g.setColour (t[Ink::control]);
        g.fillRoundedRectangle (cap.toFloat(), radius::tiny);
        drawWords (g, row.keys, cap, keysFont, t[Ink::text], juce::Justification::centred);
        drawWords (g, row.name, area.withTrimmedRight (space::near), font (*this, Face::name, textSize::device), t[Ink::text]);
    }

    std::vector<ShortcutEntry> entries;
    std::string focusedView;
    std::vector<Group> groups;
    std::vector<juce::Rectangle<int>> places;
};

ShortcutSheet::ShortcutSheet (std::vector<ShortcutEntry> entries, const juce::String& focusedView)
    : Sheet ("Keys")
{
    table = std::make_unique<Table> (std::move (entries), focusedView);
    field.onChange = [this] (const juce::String& query) { table->setQuery (query); };
    field.onEscape = [this] { dismiss(); };
    field.onWalk = [this] (int rows) { view.setViewPosition (0, view.getViewPositionY() + rows * rowHeight); };
    view.setViewedComponent (table.get(), false);
    view.setScrollBarThickness (measure::scrollbar);
    addAndMakeVisible (field);
    addAndMakeVisible (view);
}

ShortcutSheet::~ShortcutSheet() = default;

juce::Point<int> ShortcutSheet::idealSize (juce::Rectangle<int> window) const
{
    const auto width = juce::jmin (1180, window.getWidth());
    table->layOut (width - 2 * space::pad - measure::scrollbar);
    return { width, juce::jlimit (200, juce::jmax (200, juce::jmin (760, window.getHeight())), table->getHeight() + 30 + space::near + 2 * space::wide) };
}

juce::Component* ShortcutSheet::firstFocus()
{
    field.focus();
    return nullptr;
}

void ShortcutSheet::paint (juce::Graphics& g)
{
    Sheet::paint (g);
    drawWords (g, "Keys", { 24, 16, 200, 30 }, font (*this, Face::nameStrong, 15), tokens (*this)[Ink::text]);
}

void ShortcutSheet::resized()
{
    auto area = getLocalBounds().reduced (space::pad, space::wide);
    field.setBounds (area.removeFromTop (30).removeFromRight (juce::jmin (320, area.getWidth() / 2)));
    area.removeFromTop (space::near);
    view.setBounds (area);
    table->layOut (view.getMaximumVisibleWidth());
}

} // namespace athanor
