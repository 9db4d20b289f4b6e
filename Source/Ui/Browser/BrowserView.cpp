// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Browser/BrowserView.h"

#include "App/Jobs/AnalyseJob.h"
#include "App/Jobs/JobDesk.h"
#include "Modules/Module.h"
#include "Ui/Kit/Draw.h"
#include "Ui/Kit/FileSheet.h"
#include "Ui/Kit/Look.h"

#include <algorithm>

namespace athanor
{

namespace
{
constexpr std::array kindNames { "Songs", "Samples", "Modules" };
constexpr std::array kindsShown { LibraryItem::Kind::song, LibraryItem::Kind::sound, LibraryItem::Kind::module };
} // namespace

BrowserView::BrowserView (Deeds& d)
    : deeds (d), list (
                     "Files", [this] { return static_cast<int> (found.size()); }, [this] (int row) { return rowAt (row); }),
      place (juce::File::getSpecialLocation (juce::File::userMusicDirectory).getFullPathName().toStdString())
{
    setTitle ("Browser");
    addAndMakeVisible (search);
    addAndMakeVisible (list);
    addAndMakeVisible (wave);
    addAndMakeVisible (where);
    where.setQuiet (true);
    where.onClick = [this] { askForPlace(); };

    for (std::size_t i = 0; i < kindNames.size(); ++i)
    {
        auto& chip = kinds.emplace_back (std::make_unique<Chip> (kindNames[i]));
        chip->setToggleState (i == 0, juce::dontSendNotification);
        addAndMakeVisible (*chip);
        chip->onClick = [this, i] {
            shownKind = static_cast<int> (i);

            for (std::size_t k = 0; k < kinds.size(); ++k)
                kinds[k]->setToggleState (k == i, juce::dontSendNotification);

            lookAround();
        };
    }

    search.onChange = [this] (const juce::String&) { lookAround(); };
    list.onChoose = [this] (int row) { choose (row); };
    list.onActivate = [this] (int row) { activate (row); };
    list.onDrag = [this] (int row) { return dragged (row); };
    list.onMenu = [this] (int row, juce::PopupMenu& menu) { openMenu (row, menu); };
    scan();

    if (deeds.jobs != nullptr)
        analysed = deeds.jobs->onAnalysed.add ([this] (const std::filesystem::path& file, const Job& job) {
            if (file == chosen)
                showFacts (job.state == JobState::done ? juce::String (inWords (analysisIn (job.result))) : juce::String());
        });
}

void BrowserView::showFacts (const juce::String& text)
{
    facts = text;
    repaint (factsArea);
}

void BrowserView::scan()
{
    items = moduleItems();

    for (const auto& folder : { templatesFolder(), hasLookedAround ? place : std::filesystem::path() })
        if (! folder.empty())
            std::ranges::move (itemsIn (folder), std::back_inserter (items));

    filter();
}

/** A large folder takes a moment to read, which no start of the program has to wait for. */
void BrowserView::lookAround()
{
    if (std::exchange (hasLookedAround, true))
        filter();
    else
        scan();
}

void BrowserView::askForPlace()
{
    FileSheet::Options options;
    options.title = "Look in another folder";
    options.purpose = FileSheet::Purpose::folder;
    options.start = juce::File (juce::String (place.string()));
    deeds.ask (std::make_unique<FileSheet> (options, [this] (juce::Array<juce::File> folders) {
        if (folders.isEmpty())
            return;

        place = folders.getFirst().getFullPathName().toStdString();
        hasLookedAround = true;
        scan();
    }));
}

/** As the views know it that take it: the kind, a colon, and which one. */
juce::var BrowserView::dragged (int row) const
{
    const auto& item = items[found[static_cast<std::size_t> (row)]];

    switch (item.kind)
    {
        case LibraryItem::Kind::sound:
            return "sound:" + juce::String (item.file.string());
        case LibraryItem::Kind::module:
            return "module:" + juce::String (item.type);
        case LibraryItem::Kind::song:
        case LibraryItem::Kind::instrument:
            break;
    }

    return {};
}

void BrowserView::openMenu (int row, juce::PopupMenu& menu)
{
    const auto& item = items[found[static_cast<std::size_t> (row)]];

    if (item.kind == LibraryItem::Kind::sound)
        for (const auto& [action, words] : { std::pair { "sound.toInstrument", "New sampler with it" }, std::pair { "sound.intoInstrument", "Load into the chosen instrument" }, std::pair { "sound.place", "Put it on an audio track" } })
            deeds.addTo (menu, action, { { "file", item.file.string() } }, words);
    else if (item.kind == LibraryItem::Kind::module)
        deeds.addTo (menu, "chain.add", { { "type", item.type } }, "Put it into the track");
    else
        deeds.addTo (menu, "file.open", { { "file", item.file.string() } }, "Open it");
}

void BrowserView::filter()
{
    found.clear();
    const auto wanted = search.text().toLowerCase();

    for (std::size_t i = 0; i < items.size(); ++i)
        if (items[i].kind == kindsShown[static_cast<std::size_t> (shownKind)] && (wanted.isEmpty() || juce::String (items[i].name + " " + items[i].detail).toLowerCase().contains (wanted)))
            found.push_back (i);

    list.update();
}

Row BrowserView::rowAt (int row) const
{
    const auto& item = items[found[static_cast<std::size_t> (row)]];
    return { .text = item.name, .detail = item.detail, .doc = item.file.string() };
}

void BrowserView::choose (int row)
{
    const auto& item = items[found[static_cast<std::size_t> (row)]];

    if (item.kind != LibraryItem::Kind::sound)
        return;

    const auto sound = Session::readSound (item.file);

    if (! sound)
        return deeds.say (sound.failure().message, Ink::rose);

    wave.setPeaks (makePeaks ((*sound)->samples, 200));
    deeds.session.player().preview (*sound);

    if (deeds.jobs == nullptr)
        return;

    chosen = item.file;
    showFacts ("Listening" + juce::String (juce::CharPointer_UTF8 ("\xe2\x80\xa6")));
    deeds.jobs->analyse (item.file);
}

void BrowserView::activate (int row)
{
    const auto item = items[found[static_cast<std::size_t> (row)]];

    if (item.kind == LibraryItem::Kind::song)
        deeds.run ("file.open", { { "file", Value (item.file.string()) } });
    else if (item.kind == LibraryItem::Kind::module)
        deeds.run ("chain.add", { { "type", item.type } });
    else
        deeds.run ("sound.toInstrument", { { "file", item.file.string() } });
}

void BrowserView::paint (juce::Graphics& g)
{
    const auto& t = tokens (*this);
    g.fillAll (t[Ink::panel]);
    drawWords (g, facts, factsArea, font (*this, Face::number, textSize::small), t[Ink::mute]);
}

void BrowserView::resized()
{
    auto area = getLocalBounds().reduced (space::pad);
    auto top = area.removeFromTop (measure::field);
    where.setBounds (top.removeFromRight (measure::field));
    search.setBounds (top.withTrimmedRight (space::tight));
    area.removeFromTop (space::gap);
    std::vector<std::pair<juce::Component*, int>> chips;

    for (const auto& chip : kinds)
        chips.emplace_back (chip.get(), chip->idealWidth());

    area.removeFromTop (layOutInRows (area, chips, Chip::idealHeight, space::close) + space::near);
    factsArea = area.removeFromBottom (18);
    wave.setBounds (area.removeFromBottom (48));
    area.removeFromBottom (space::near);
    list.setBounds (area);
}

} // namespace athanor
