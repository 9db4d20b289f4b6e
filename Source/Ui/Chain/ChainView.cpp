// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Chain/ChainView.h"

#include "Ui/Kit/Draw.h"

#include "Ui/Kit/Look.h"

#include <algorithm>

namespace athanor
{

ChainView::ChainView (Deeds& d) : automation (d), deeds (d)
{
    setTitle ("Device chain");
    scroller.setViewedComponent (&row, false);
    scroller.setScrollBarsShown (false, true);
    addAndMakeVisible (scroller);
    addAndMakeVisible (automation);
    row.addAndMakeVisible (add);
    add.onPress = [this] (const juce::String& typed) { askForDevice (typed); };
    deeds.askers["chain.add"] = [this] { askForDevice(); };
    deeds.askers["chain.replace"] = [this] { askForReplacement(); };
    project = deeds.session.onProject.add ([this] { update(); });
    selection = deeds.session.onSelection.add ([this] { update(); });
    update();
}

ChainView::Shown ChainView::wanted() const
{
    Shown made;
    made.track = deeds.session.selection().cursor.track;
    const auto* track = deeds.session.project().tracks.find (made.track);

    if (track == nullptr)
        return made;

    made.instrument = track->kind != TrackKind::note ? InstrumentId {} : track->instrument ? track->instrument
                                                                                           : deeds.session.selection().instrument;
    made.chain = chainOf (track->graph);

    for (const auto id : made.chain)
        made.types.push_back (track->graph.nodes.find (id)->type);

    if (const auto* instrument = deeds.session.project().instruments.find (made.instrument))
        made.macros = instrument->macros.size() + 100 * instrument->graph.nodes.size();
    else
        made.instrument = {};

    return made;
}

void ChainView::update()
{
    const auto next = wanted();

    if (! (next == shown) || cards.empty())
    {
        shown = next;
        cards.clear();

        const auto addDevices = [this] (bool areForNotes) {
            for (std::size_t i = 0; i < shown.chain.size(); ++i)
                if (isNoteDevice (shown.types[i]) == areForNotes)
                    cards.push_back (std::make_unique<DeviceCard> (deeds, GraphPlace { shown.track, {} }, shown.chain[i]));
        };

        addDevices (true);

        if (shown.instrument)
            cards.push_back (std::make_unique<DeviceCard> (deeds, GraphPlace { shown.track, shown.instrument }, NodeId {}));

        addDevices (false);

        for (auto& card : cards)
            row.addAndMakeVisible (*card);

        resized();
    }

    for (auto& card : cards)
        card->update();

    const auto* track = deeds.session.project().tracks.find (shown.track);
    add.hint = track == nullptr || ! branches (track->graph) ? "Type to add a device" : "This track branches: see the Patch";
    row.repaint();
    automation.update();

    if (const auto height = idealHeight(); std::exchange (lastHeight, height) != height && onHeight)
        onHeight();
}

std::vector<PaletteEntry> ChainView::deviceEntries (const std::function<void (const std::string&)>& then) const
{
    std::vector<PaletteEntry> entries;
    const auto* track = deeds.session.project().tracks.find (shown.track);
    const auto playsNotes = track != nullptr && track->kind == TrackKind::note;

    for (const auto& type : moduleTypes())
        if (type.makeForStereo != nullptr && ((playsNotes && isNoteDevice (std::string (type.about->id))) || type.about->group == "Effects" || type.about->group == "Filters" || type.about->group == "Mix" || type.about->group == "Spectral"))
            entries.push_back ({ std::string (type.about->name), std::string (type.about->doc), "", std::string (type.about->group), [then, id = std::string (type.about->id)] { then (id); } });

    return entries;
}

void ChainView::askForDevice (const juce::String& typed)
{
    if (! shown.track)
        return;

    auto palette = std::make_unique<CommandPalette> (deviceEntries ([this] (const std::string& type) { deeds.run ("chain.add", { { "type", type } }); }), "Which device?");
    palette->setQuery (typed);
    deeds.ask (std::move (palette));
}

void ChainView::askForReplacement()
{
    deeds.ask (std::make_unique<CommandPalette> (deviceEntries ([this] (const std::string& type) { deeds.run ("chain.replace", { { "type", type } }); }), "Replace it with which device?"));
}

int ChainView::edgeOf (std::size_t place) const
{
    auto at = 0;
    std::size_t passed = 0;

    for (const auto& card : cards)
        if (! card->device() || passed++ < place)
            at = card->getRight() + space::gap / 2;

    return getLocalArea (&row, juce::Rectangle<int> (at, 0, 1, 1)).getX();
}

std::size_t ChainView::placeAt (juce::Point<int> at) const
{
    std::size_t place = 0;

    for (const auto& card : cards)
        if (card->device() && getLocalArea (card.get(), card->getLocalBounds()).getCentreX() < at.x)
            ++place;

    return place;
}

bool ChainView::isInterestedInDragSource (const SourceDetails& details)
{
    const auto what = details.description.toString();
    return shown.track && (what.startsWith ("device:") || what.startsWith ("module:") || (what.startsWith ("sound:") && shown.instrument));
}

void ChainView::itemDragMove (const SourceDetails& details)
{
    dropPlace = details.description.toString().startsWith ("sound:") ? std::size_t {} : placeAt (details.localPosition);
    repaint();
}

void ChainView::itemDragExit (const SourceDetails&)
{
    dropPlace.reset();
    repaint();
}

void ChainView::itemDropped (const SourceDetails& details)
{
    dropPlace.reset();
    repaint();
    drop (details.description.toString(), placeAt (details.localPosition));
}

void ChainView::drop (const juce::String& what, std::size_t place)
{
    const auto which = what.fromFirstOccurrenceOf (":", false, false).toStdString();

    if (what.startsWith ("module:"))
        deeds.run ("chain.add", { { "type", which }, { "place", static_cast<int> (place) } });
    else if (what.startsWith ("sound:"))
    {
        deeds.session.select ([this] (Selection& now) { now.instrument = shown.instrument; });
        deeds.run ("sound.intoInstrument", { { "file", which } });
    }
    else if (const auto id = fromHex (which))
    {
        const auto from = static_cast<std::size_t> (std::ranges::find (shown.chain, NodeId { *id }) - shown.chain.begin());

        // Behind itself and before itself are both where it stands already.
        const auto to = place > from ? place - 1 : place;

        if (from < shown.chain.size() && to != from)
            deeds.run ("chain.move", { { "places", static_cast<int> (to) - static_cast<int> (from) } });
    }
}

void ChainView::paintOverChildren (juce::Graphics& g)
{
    if (! dropPlace)
        return;

    g.setColour (tokens (*this)[Ink::teal]);
    g.fillRoundedRectangle (static_cast<float> (edgeOf (*dropPlace)) - 1, static_cast<float> (scroller.getY()), 3, static_cast<float> (scroller.getHeight()), 1.5f);
}

void ChainView::AddCard::paint (juce::Graphics& g)
{
    Card::paint (g);
    drawWords (g, hint, getLocalBounds(), font (*this, Face::name, textSize::device), tokens (*this)[Ink::mute], juce::Justification::centred);
}

bool ChainView::AddCard::keyPressed (const juce::KeyPress& key)
{
    const auto letter = key.getTextCharacter();

    if (key == juce::KeyPress::returnKey)
        onPress ({});
    else if (! key.getModifiers().isAnyModifierKeyDown() && juce::CharacterFunctions::isLetter (letter))
        onPress (juce::String::charToString (letter));
    else
        return false;

    return true;
}

void ChainView::paint (juce::Graphics& g) { g.fillAll (tokens (*this)[Ink::panel]); }

void ChainView::resized()
{
    auto area = getLocalBounds().reduced (space::pad, space::gap);
    automation.setBounds (area.removeFromBottom (automation.idealHeight()));
    scroller.setBounds (area);
    auto width = 0;

    for (const auto& card : cards)
        width += card->idealWidth() + space::gap;

    const auto room = scroller.getWidth();
    const auto height = scroller.getHeight() - (width + 200 > room ? measure::scrollbar + 2 : 0);
    row.setSize (std::max (room, width + 200), height);
    auto x = 0;

    for (auto& card : cards)
    {
        card->setBounds (x, 0, card->idealWidth(), height);
        x += card->idealWidth() + space::gap;
    }

    add.setBounds (x, 0, row.getWidth() - x, height);
}

} // namespace athanor
