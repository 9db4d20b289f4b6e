// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Mix/MixView.h"

#include "App/Edits/PatternPlaces.h"
#include "Ui/Kit/Look.h"

#include <algorithm>

namespace athanor
{

MixView::MixView (Deeds& d) : deeds (d)
{
    setTitle ("Mixer");
    scroller.setViewedComponent (&row, false);
    scroller.setScrollBarsShown (false, true);
    addAndMakeVisible (scroller);
    project = deeds.session.onProject.add ([this] { update(); });
    selection = deeds.session.onSelection.add ([this] { update(); });
    update();
}

std::vector<TrackId> MixView::wanted() const
{
    std::vector<std::pair<double, TrackId>> found;

    for (const auto& [id, track] : deeds.session.project().tracks)
        if (track->kind != TrackKind::master)
            found.emplace_back (track->order + (track->kind == TrackKind::send ? 1.0e6 : 0.0), id); // sends stand beside the master

    std::ranges::sort (found);
    std::vector<TrackId> ids;

    for (const auto& [order, id] : found)
        ids.push_back (id);

    return ids;
}

void MixView::update()
{
    const auto ids = wanted();
    TrackId masterId;

    for (const auto& [id, track] : deeds.session.project().tracks)
        if (track->kind == TrackKind::master)
            masterId = id;

    const auto isSame = std::ranges::equal (ids, strips, {}, {}, [] (const auto& strip) { return strip->track; }) && (master != nullptr ? master->track : TrackId {}) == masterId;

    if (! isSame)
    {
        strips.clear();
        master.reset();

        for (const auto id : ids)
        {
            strips.push_back (std::make_unique<MixStrip> (deeds, id));
            row.addAndMakeVisible (*strips.back());
        }

        if (masterId)
        {
            master = std::make_unique<MixStrip> (deeds, masterId);
            addAndMakeVisible (*master);
        }

        resized();
    }

    for (auto& strip : strips)
        strip->update();

    if (master != nullptr)
        master->update();
}

void MixView::paint (juce::Graphics& g) { g.fillAll (tokens (*this)[Ink::window]); }

void MixView::resized()
{
    auto area = getLocalBounds().reduced (space::gap);

    if (master != nullptr)
    {
        master->setBounds (area.removeFromRight (MixStrip::width + 12));
        area.removeFromRight (space::near);
    }

    scroller.setBounds (area);
    const auto isWide = static_cast<int> (strips.size()) * (MixStrip::width + space::close) > area.getWidth();
    const auto height = area.getHeight() - (isWide ? measure::scrollbar + 2 : 0);
    row.setSize (static_cast<int> (strips.size()) * (MixStrip::width + space::close), height);

    for (std::size_t i = 0; i < strips.size(); ++i)
        strips[i]->setBounds (static_cast<int> (i) * (MixStrip::width + space::close), 0, MixStrip::width, height);
}

void MixView::mouseDown (const juce::MouseEvent& event)
{
    if (! event.mods.isPopupMenu())
        return;

    juce::PopupMenu menu;

    for (const auto* action : { "track.add", "track.addAudio", "track.addGroup", "track.addSend" })
        deeds.addTo (menu, action);

    menu.showMenuAsync (juce::PopupMenu::Options().withMousePosition());
}

MixStrip* MixView::stripAt (juce::Point<int> at) const
{
    for (const auto& strip : strips)
        if (getLocalArea (strip.get(), strip->getLocalBounds()).contains (at))
            return strip.get();

    return nullptr;
}

MixStrip* MixView::groupUnder (const SourceDetails& details) const
{
    auto* strip = stripAt (details.localPosition);
    const auto* under = strip != nullptr ? deeds.session.project().tracks.find (strip->track) : nullptr;

    if (under == nullptr || under->kind != TrackKind::group)
        return nullptr;

    const auto inside = getLocalArea (strip, strip->getLocalBounds()).reduced (MixStrip::width / 4, 0);
    return inside.contains (details.localPosition) && ! details.description.toString().endsWith (toHex (strip->track.value)) ? strip : nullptr;
}

std::size_t MixView::gapAt (juce::Point<int> at) const
{
    std::size_t gap = 0;

    for (const auto& strip : strips)
        if (getLocalArea (strip.get(), strip->getLocalBounds()).getCentreX() < at.x)
            ++gap;

    return gap;
}

bool MixView::isInterestedInDragSource (const SourceDetails& details)
{
    const auto what = details.description.toString();
    return what.startsWith ("track:") || what.startsWith ("module:") || what.startsWith ("preset:");
}

void MixView::itemDragMove (const SourceDetails& details)
{
    const auto isModule = ! details.description.toString().startsWith ("track:");

    if (auto* into = isModule ? stripAt (details.localPosition) : groupUnder (details))
        dropMark = getLocalArea (into, into->getLocalBounds());
    else if (const auto gap = gapAt (details.localPosition); ! isModule)
        dropMark = juce::Rectangle<int> (scroller.getX() + static_cast<int> (gap) * (MixStrip::width + space::close) - scroller.getViewPositionX() - 4, scroller.getY(), 3, scroller.getHeight());

    repaint();
}

void MixView::itemDragExit (const SourceDetails&)
{
    dropMark.reset();
    repaint();
}

void MixView::itemDropped (const SourceDetails& details)
{
    dropMark.reset();
    repaint();
    const auto which = details.description.toString().fromFirstOccurrenceOf (":", false, false).toStdString();

    if (details.description.toString().startsWith ("preset:"))
    {
        if (const auto* strip = stripAt (details.localPosition))
            deeds.run ("preset.toTrack", { { "file", which }, { "track", toHex (strip->track.value) } });
    }
    else if (details.description.toString().startsWith ("module:"))
    {
        if (const auto* strip = stripAt (details.localPosition))
        {
            deeds.session.select ([strip] (Selection& now) { now.cursor.track = strip->track; });
            deeds.run ("chain.add", { { "type", which } });
        }
    }
    else if (const auto id = fromHex (which))
    {
        deeds.session.select ([&] (Selection& now) { now.cursor.track = { *id }; });

        if (const auto* group = groupUnder (details))
            deeds.run ("track.setOutput", { { "group", toHex (group->track.value) } });
        else
            moveTo ({ *id }, gapAt (details.localPosition));
    }
}

/** Strips stand in the order of the tracks but for sends, which stand last: so it is counted in tracks. */
void MixView::moveTo (TrackId moved, std::size_t gap)
{
    const auto order = tracksInOrder (deeds.session.project());
    const auto placeOf = [&] (TrackId id) { return static_cast<int> (std::ranges::find (order, id) - order.begin()); };
    const auto from = placeOf (moved);
    const auto to = gap < strips.size() ? placeOf (strips[gap]->track) - (placeOf (strips[gap]->track) > from ? 1 : 0) : static_cast<int> (order.size()) - 2;

    if (to != from)
        deeds.run ("track.move", { { "places", to - from } });
}

void MixView::paintOverChildren (juce::Graphics& g)
{
    if (! dropMark)
        return;

    g.setColour (tokens (*this)[Ink::teal].withAlpha (dropMark->getWidth() > 10 ? 0.25f : 1.0f));
    g.fillRoundedRectangle (dropMark->toFloat(), 2);
}

} // namespace athanor
