// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Mix/MixView.h"

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

} // namespace athanor
