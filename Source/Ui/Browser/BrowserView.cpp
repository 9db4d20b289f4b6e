// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Browser/BrowserView.h"

#include "App/Edits/GraphEdits.h"
#include "App/Jobs/AnalyseJob.h"
#include "App/Jobs/JobDesk.h"
#include "Modules/Module.h"
#include "Ui/Kit/Draw.h"
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
      place (templatesFolder())
{
    setTitle ("Browser");
    addAndMakeVisible (search);
    addAndMakeVisible (list);
    addAndMakeVisible (wave);

    for (std::size_t i = 0; i < kindNames.size(); ++i)
    {
        auto& chip = kinds.emplace_back (std::make_unique<Chip> (kindNames[i]));
        chip->setToggleState (i == 0, juce::dontSendNotification);
        addAndMakeVisible (*chip);
        chip->onClick = [this, i] {
            shownKind = static_cast<int> (i);

            for (std::size_t k = 0; k < kinds.size(); ++k)
                kinds[k]->setToggleState (k == i, juce::dontSendNotification);

            filter();
        };
    }

    search.onChange = [this] (const juce::String&) { filter(); };
    list.onChoose = [this] (int row) { choose (row); };
    list.onActivate = [this] (int row) { activate (row); };
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

    if (! place.empty())
        std::ranges::move (itemsIn (place), std::back_inserter (items));

    filter();
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

    const auto hash = deeds.session.addSound (item.file);
    const auto sound = hash ? deeds.session.sound (*hash) : nullptr;

    if (sound == nullptr)
    {
        deeds.say (hash ? juce::String ("This recording cannot be played.") : juce::String (hash.failure().message), Ink::rose);
        return;
    }

    wave.setPeaks (makePeaks (sound->samples, 200));
    deeds.session.player().preview (sound);

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
    else if (const auto* track = deeds.session.project().tracks.find (deeds.session.selection().cursor.track);
             item.kind == LibraryItem::Kind::module && isNoteDevice (item.type) && track != nullptr && track->kind != TrackKind::note)
        deeds.say ("Only tracks that play notes have room for a note device.", Ink::rose);
    else if (item.kind == LibraryItem::Kind::module)
        deeds.session.edit ("add device", [&] (Project& project) { addToChain (editGraph (project, { deeds.session.selection().cursor.track, {} }), item.type); });
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
    search.setBounds (area.removeFromTop (measure::field));
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
