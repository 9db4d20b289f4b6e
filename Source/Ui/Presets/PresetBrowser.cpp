// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Presets/PresetBrowser.h"

#include "App/Jobs/JobDesk.h"
#include "Ui/Kit/Draw.h"

#include <algorithm>

namespace athanor
{

namespace
{
constexpr int aboutHeight = 78, mostTagsOffered = 40;

juce::String joined (const std::vector<std::string>& words)
{
    juce::StringArray all;

    for (const auto& word : words)
        all.add (word);

    return all.joinIntoString (", ");
}
} // namespace

PresetBrowser::PresetBrowser (Deeds& d)
    : deeds (d), desk (d.session.presets()), list (
                                                 "Presets", [this] { return static_cast<int> (desk.list().size()); }, [this] (int row) { return rowAt (row); }),
      query (desk.query())
{
    setTitle ("Presets");
    search.setText (query.words, false);

    for (auto* child : std::initializer_list<juce::Component*> { &search, &hearts, &more, &tags, &list, &heart, &hear, &use })
        addAndMakeVisible (child);

    search.onChange = [this] (const juce::String& words) {
        query.words = words.toStdString();
        find();
    };
    search.onWalk = [this] (int rows) { list.walk (rows); };
    search.onReturn = [this] { load (list.chosen()); };
    search.onEscape = [this] { leave(); };
    list.onChoose = [this] (int row) { choose (row); };
    list.onActivate = [this] (int row) { load (row); };
    list.onMenu = [this] (int row, juce::PopupMenu& menu) { openRowMenu (row, menu); };
    list.onDrag = [this] (int row) { return juce::var ("preset:" + juce::String (desk.listed (static_cast<std::size_t> (row)).file.string())); };

    hearts.setQuiet (true);
    hearts.setClickingTogglesState (true);
    hearts.onClick = [this] {
        query.onlyFavourites = hearts.getToggleState();
        find();
    };
    more.setQuiet (true);
    more.onClick = [this] { openMenu(); };
    tags.setQuiet (true);
    tags.setTooltip ("Chooses tags that the presets must have.");
    tags.onClick = [this] { askForTags(); };
    heart.setQuiet (true);
    heart.onClick = [this] { deeds.run ("preset.favourite", { { "file", picked.string() } }); };
    hear.setQuiet (true);
    hear.setTooltip ("Plays a phrase with it, past the song.");
    hear.onClick = [this] { deeds.run ("preset.preview", { { "file", picked.string() } }); };
    use.setTooltip ("Plays it with the chosen instrument.  Return");
    use.onClick = [this] { deeds.run ("preset.load", { { "file", picked.string() } }); };

    listed = desk.onList.add ([this] { update(); });
    changed = desk.shelf.onChange.add ([this] { mayBeUnheard = true; });
    desk.begin();
    update();
}

void PresetBrowser::begin() { search.focus(); }

void PresetBrowser::visibilityChanged()
{
    if (! isVisible())
        desk.stopPreview();
}

void PresetBrowser::refresh()
{
    if (! mayBeUnheard || deeds.jobs == nullptr || desk.shelf.places().library.empty() || desk.shelf.isLooking())
        return;

    mayBeUnheard = false;
    deeds.jobs->measurePresets();
}

void PresetBrowser::find() { desk.search (query); }

/** Another list: by hand, by an action, or because presets came. */
void PresetBrowser::update()
{
    query = desk.query();

    if (search.text() != juce::String (query.words))
        search.setText (query.words, false);

    hearts.setToggleState (query.onlyFavourites, juce::dontSendNotification);
    showChips();
    list.update();

    // The row that was chosen is another one now, and nobody has asked to hear it again.
    const juce::ScopedValueSetter filling (isFilling, true);
    const auto& found = desk.list();
    const auto row = std::ranges::find_if (found, [this] (std::size_t place) { return desk.shelf.index().items()[place].file.native() == picked.native(); });

    if (row != found.end())
        list.choose (static_cast<int> (row - found.begin()));
    else
        list.listBox().deselectAllRows();

    const auto* item = chosen();
    heart.setToggleState (item != nullptr && item->isFavourite, juce::dontSendNotification);

    for (auto* button : std::initializer_list<juce::Button*> { &heart, &hear, &use })
        button->setEnabled (item != nullptr);

    repaint();
}

const PresetItem* PresetBrowser::chosen() const { return picked.empty() ? nullptr : desk.shelf.find (picked); }

Chip& PresetBrowser::addChip (const juce::String& text, bool isOn)
{
    auto& chip = chips.emplace_back (std::make_unique<Chip> (text));
    chip->setToggleState (isOn, juce::dontSendNotification);
    addAndMakeVisible (*chip);
    return *chip;
}

/** One for each category, of which one counts, and one for each tag and author that was asked for. */
void PresetBrowser::showChips()
{
    juce::StringArray wanted;

    for (const auto& [category, presets] : desk.shelf.index().categories())
        wanted.add (category);

    const auto isOn = [this] (const juce::String& category) { return juce::String (query.category) == category; };
    chips.clear();

    for (const auto& category : wanted)
        addChip (category, isOn (category)).onClick = [this, category] {
            query.category = juce::String (query.category) == category ? std::string() : category.toStdString();
            juce::MessageManager::callAsync ([safe = SafePointer (this)] {
                if (safe != nullptr)
                    safe->find();
            });
        };

    const auto addRemovable = [this] (const std::string& text, std::function<void()> remove) {
        addChip (text, true).onRemove = [safe = SafePointer (this), remove = std::move (remove)] {
            // The chip that says so is one of those that are made anew.
            juce::MessageManager::callAsync ([safe, remove] {
                if (safe == nullptr)
                    return;

                remove();
                safe->find();
            });
        };
    };

    for (const auto& tag : query.tags)
        addRemovable (tag, [this, tag] { std::erase (query.tags, tag); });

    if (! query.similarTo.empty())
        addRemovable ("like " + query.similarTo, [this] { query.similarTo.clear(); });

    if (! query.author.empty())
        addRemovable (query.author, [this] { query.author.clear(); });

    resized();
}

void PresetBrowser::askForTags()
{
    std::vector<std::pair<int, std::string>> byCount;

    for (const auto& [tag, presets] : desk.shelf.index().tags())
        byCount.emplace_back (-presets, tag);

    std::ranges::sort (byCount);
    byCount.resize (std::min<std::size_t> (byCount.size(), mostTagsOffered));
    juce::PopupMenu menu;

    for (const auto& [presets, tag] : byCount)
    {
        const auto isOn = std::ranges::find (query.tags, tag) != query.tags.end();

        menu.addItem (juce::String (tag) + "  (" + juce::String (-presets) + ")", true, isOn, [safe = SafePointer (this), tag = tag, isOn] {
            if (safe == nullptr)
                return;

            if (isOn)
                std::erase (safe->query.tags, tag);
            else
                safe->query.tags.push_back (tag);

            safe->find();
        });
    }

    menu.showMenuAsync (juce::PopupMenu::Options().withTargetComponent (tags));
}

void PresetBrowser::openMenu()
{
    juce::PopupMenu authors, folders, menu;

    for (const auto& [author, presets] : desk.shelf.index().authors())
        authors.addItem (juce::String (author) + "  (" + juce::String (presets) + ")", true, author == query.author, [safe = SafePointer (this), author = author] {
            if (safe == nullptr)
                return;

            safe->query.author = safe->query.author == author ? std::string() : author;
            safe->find();
        });

    for (const auto& folder : desk.shelf.folders())
        deeds.addTo (folders, "preset.removeFolder", { { "folder", folder.string() } }, "Remove " + juce::String (folder.string()));

    menu.addSubMenu ("By author", authors, authors.getNumItems() > 0);
    menu.addItem ("Hear what is chosen", true, hearsAll, [safe = SafePointer (this)] {
        if (safe != nullptr)
            safe->hearsAll = ! safe->hearsAll;
    });
    menu.addSeparator();
    deeds.addTo (menu, "preset.addFolder");
    menu.addSubMenu ("Added folders", folders, folders.getNumItems() > 0);
    deeds.addTo (menu, "preset.refresh");
    menu.showMenuAsync (juce::PopupMenu::Options().withTargetComponent (more));
}

void PresetBrowser::openRowMenu (int row, juce::PopupMenu& menu)
{
    const auto& item = desk.listed (static_cast<std::size_t> (row));
    const Arguments file { { "file", item.file.string() } };
    deeds.addTo (menu, "preset.load", file, "Load it");
    deeds.addTo (menu, "preset.preview", file, "Hear it");
    deeds.addTo (menu, "preset.similar", file, "Similar sounds");
    deeds.addTo (menu, "preset.favourite", file, item.isFavourite ? "No favourite" : "Favourite");
    deeds.addTo (menu, "preset.tag", file, "Tag it" + juce::String (juce::CharPointer_UTF8 ("\xe2\x80\xa6")));
}

void PresetBrowser::choose (int row)
{
    if (isFilling)
        return;

    const auto& item = desk.listed (static_cast<std::size_t> (row));
    picked = item.file;
    heart.setToggleState (item.isFavourite, juce::dontSendNotification);

    for (auto* button : std::initializer_list<juce::Button*> { &heart, &hear, &use })
        button->setEnabled (true);

    repaint();

    if (! item.problem.empty())
        deeds.say (item.problem, Ink::rose);
    else if (hearsAll)
        desk.preview (item.file);
}

void PresetBrowser::load (int row)
{
    if (row < 0 && ! desk.list().empty())
        row = 0;

    if (row < 0)
        return;

    // From now on it is the keys that play it.
    desk.stopPreview();
    deeds.run ("preset.load", { { "file", desk.listed (static_cast<std::size_t> (row)).file.string() } });
}

/** First the words go, then the keys. */
void PresetBrowser::leave()
{
    desk.stopPreview();

    if (search.text().isNotEmpty())
        return search.setText ({});

    for (auto* around = getParentComponent(); around != nullptr; around = around->getParentComponent())
        if (around->getWantsKeyboardFocus())
            return around->grabKeyboardFocus();
}

Row PresetBrowser::rowAt (int row) const
{
    const auto& item = desk.listed (static_cast<std::size_t> (row));
    const auto isBroken = ! item.problem.empty();
    Row shown { .text = item.name, .detail = query.category.empty() ? item.category : item.author, .doc = isBroken ? item.problem : item.comments };

    if (isBroken)
        shown.icon = Icon::warning;
    else if (item.isFavourite)
        shown.icon = Icon::heart;

    shown.ink = isBroken ? Ink::rose : item.isFavourite ? Ink::ember
                                                        : Ink::text;
    return shown;
}

void PresetBrowser::paint (juce::Graphics& g)
{
    const auto& t = tokens (*this);
    g.fillAll (t[Ink::panel]);
    const auto found = static_cast<int> (desk.list().size());
    const auto howMany = found == 0 ? (desk.shelf.isLooking() ? juce::String ("Looking for presets") : juce::String ("No preset is like that")) : juce::String (found) + (found == 1 ? " preset" : " presets");
    drawWords (g, howMany, count, font (*this, Face::name, textSize::small), t[Ink::mute]);
    g.setColour (t[Ink::line]);
    g.fillRect (about.withHeight (1));

    const auto* item = chosen();

    if (item == nullptr)
        return;

    auto area = about.withTrimmedTop (space::close);
    const auto small = font (*this, Face::name, textSize::small);
    drawWords (g, item->name, area.removeFromTop (18), font (*this, Face::nameStrong, textSize::body), t[Ink::text]);
    drawWords (g, juce::String (item->category) + (item->author.empty() ? juce::String() : " by " + juce::String (item->author)), area.removeFromTop (15), small, t[Ink::mute]);
    drawWords (g, joined (item->tags), area.removeFromTop (15), small, t[Ink::teal]);
    g.setColour (t[Ink::mute]);
    g.setFont (small);
    g.drawFittedText (item->problem.empty() ? item->comments : item->problem, area, juce::Justification::topLeft, 2);
}

void PresetBrowser::resized()
{
    auto area = getLocalBounds().reduced (space::pad);
    auto top = area.removeFromTop (measure::field);
    more.setBounds (top.removeFromRight (26));
    hearts.setBounds (top.removeFromRight (26));
    search.setBounds (top.withTrimmedRight (space::tight));
    area.removeFromTop (space::near);
    std::vector<std::pair<juce::Component*, int>> items;

    for (const auto& chip : chips)
        items.emplace_back (chip.get(), chip->idealWidth());

    area.removeFromTop (layOutInRows (area, items, Chip::idealHeight, space::tight) + space::tight);
    auto line = area.removeFromTop (22);
    tags.setBounds (line.removeFromRight (tags.idealWidth()));
    count = line;
    auto buttons = area.removeFromBottom (measure::button);
    heart.setBounds (buttons.removeFromLeft (measure::button));
    use.setBounds (buttons.removeFromRight (use.idealWidth()));
    buttons.removeFromRight (space::tight);
    hear.setBounds (buttons.removeFromRight (hear.idealWidth()));
    about = area.removeFromBottom (aboutHeight);
    area.removeFromBottom (space::tight);
    list.setBounds (area);
}

} // namespace athanor
