// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Chain/ChainView.h"

#include "Ui/Kit/CommandPalette.h"
#include "Ui/Kit/Draw.h"

#include "Ui/Kit/Look.h"

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
    add.onPress = [this] { askForDevice(); };
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

        if (shown.instrument)
            cards.push_back (std::make_unique<DeviceCard> (deeds, GraphPlace { shown.track, shown.instrument }, NodeId {}));

        for (const auto id : shown.chain)
            cards.push_back (std::make_unique<DeviceCard> (deeds, GraphPlace { shown.track, {} }, id));

        for (auto& card : cards)
            row.addAndMakeVisible (*card);

        resized();
    }

    for (auto& card : cards)
        card->update();

    const auto* track = deeds.session.project().tracks.find (shown.track);
    const auto isStraight = track == nullptr || track->graph.nodes.empty() || ! shown.chain.empty() || track->graph.nodes.size() == 2;
    add.hint = isStraight ? "Type to add a device" : "This track branches: see the Patch";
    row.repaint();
    automation.update();

    if (const auto height = idealHeight(); std::exchange (lastHeight, height) != height && onHeight)
        onHeight();
}

void ChainView::askForDevice()
{
    if (! shown.track)
        return;

    std::vector<PaletteEntry> entries;

    for (const auto& type : moduleTypes())
        if (type.makeForStereo != nullptr && (type.about->group == "Effects" || type.about->group == "Filters" || type.about->group == "Mix" || type.about->group == "Spectral"))
            entries.push_back ({ std::string (type.about->name), std::string (type.about->doc), "", std::string (type.about->group),
                                 [this, id = std::string (type.about->id)] {
                                     deeds.session.edit ("add device", [&] (Project& changed) { addToChain (editGraph (changed, { shown.track, {} }), id); });
                                 } });

    deeds.ask (std::make_unique<CommandPalette> (std::move (entries), "Which device?"));
}

void ChainView::AddCard::paint (juce::Graphics& g)
{
    Card::paint (g);
    drawWords (g, hint, getLocalBounds(), font (*this, Face::name, textSize::device), tokens (*this)[Ink::mute], juce::Justification::centred);
}

bool ChainView::AddCard::keyPressed (const juce::KeyPress& key)
{
    if (key != juce::KeyPress::returnKey)
        return false;

    onPress();
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
