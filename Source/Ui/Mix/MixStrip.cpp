// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Mix/MixStrip.h"

#include "Ui/Kit/Draw.h"

#include "Ui/Kit/Look.h"

#include <cmath>

namespace athanor
{

namespace
{
float amplitude (float decibels) { return decibels <= -100 ? 0.0f : std::pow (10.0f, decibels / 20); }

juce::String kindName (TrackKind trackKind)
{
    switch (trackKind)
    {
        case TrackKind::note:
            return "notes";
        case TrackKind::audio:
            return "audio";
        case TrackKind::group:
            return "group";
        case TrackKind::send:
            return "send";
        case TrackKind::master:
            break;
    }

    return "master";
}
} // namespace

MixStrip::MixStrip (Deeds& d, TrackId id)
    : track (id), deeds (d), volume (d.session, volumeOf (id), "Volume"), panning (d.session, panningOf (id), "Pan")
{
    for (auto* child : std::initializer_list<juce::Component*> { &fader, &pan, &meter, &mute, &solo })
        addAndMakeVisible (child);

    fader.setMarks ({ 6, 0, -6, -12, -24, -48 });

    meter.onLevels = [this]() -> std::array<MeterLevel, 2> {
        const auto reading = deeds.session.player().meter (track);
        return { MeterLevel { amplitude (reading.peakLeft), amplitude (reading.rmsLeft) }, MeterLevel { amplitude (reading.peakRight), amplitude (reading.rmsRight) } };
    };

    const auto toggle = [this] (const char* action) {
        point();
        deeds.run (action);
    };

    mute.onClick = [toggle] { toggle ("track.mute"); };
    solo.onClick = [toggle] { toggle ("track.solo"); };

    if (const auto* own = deeds.session.project().tracks.find (track); own != nullptr && own->kind == TrackKind::master)
        addAndMakeVisible (loudness);

    update();
}

void MixStrip::makeSends()
{
    std::vector<TrackId> wanted;
    const auto* own = deeds.session.project().tracks.find (track);

    if (own != nullptr && own->kind != TrackKind::master && own->kind != TrackKind::send)
        for (const auto& [id, other] : deeds.session.project().tracks)
            if (other->kind == TrackKind::send)
                wanted.push_back (id);

    const auto isSame = std::ranges::equal (wanted, sends, {}, {}, &SendKnob::to);

    if (isSame)
        return;

    sends.clear();

    for (const auto to : wanted)
    {
        auto level = std::make_unique<ParameterTurnable> (deeds.session, sendOf (track, to), deeds.session.project().tracks.find (to)->name);
        auto knob = std::make_unique<KnobView> (*level, Ink::teal, 26);
        addAndMakeVisible (*knob);
        sends.push_back ({ to, std::move (level), std::move (knob) });
    }

    resized();
}

void MixStrip::update()
{
    const auto* found = deeds.session.project().tracks.find (track);

    if (found == nullptr)
        return;

    name = found->name;
    kind = kindName (found->kind);
    colour = found->colour;
    isChosen = deeds.session.selection().cursor.track == track;
    mute.setToggleState (found->isMuted, juce::dontSendNotification);
    solo.setToggleState (found->isSolo, juce::dontSendNotification);
    solo.setVisible (found->kind != TrackKind::master);
    setTitle (name);
    setTooltip (name + ", " + kind + ". Click to choose it.");
    makeSends();
    repaint();
}

void MixStrip::refresh()
{
    fader.repaint();
    pan.repaint();
}

void MixStrip::paint (juce::Graphics& g)
{
    const auto& inks = tokens (*this);
    g.setColour (inks[isChosen ? Ink::control : Ink::raised]);
    g.fillRoundedRectangle (getLocalBounds().toFloat(), radius::card);
    g.setColour (inks[Tokens::trackInk (colour)]);
    g.fillRoundedRectangle (0, 0, static_cast<float> (getWidth()), 4, 2);
    drawWords (g, name, { space::gap, 10, getWidth() - 2 * space::gap, 18 }, font (*this, Face::nameStrong, textSize::body), inks[Ink::text]);
    drawWords (g, kind, { space::gap, 27, getWidth() - 2 * space::gap, 14 }, font (*this, Face::name, textSize::value), inks[Ink::mute]);
}

void MixStrip::resized()
{
    auto area = getLocalBounds().reduced (space::near);
    area.removeFromTop (36);

    // Sends stand two in a row, above the panning; all strips keep the same height for them.
    auto sendArea = area.removeFromTop (132);
    const auto half = sendArea.getWidth() / 2;

    for (std::size_t i = 0; i < sends.size() && i < 4; ++i)
        sends[i].knob->setBounds (sendArea.getX() + static_cast<int> (i % 2) * half, sendArea.getY() + static_cast<int> (i / 2) * 64, half, 62);

    pan.setBounds (area.removeFromTop (70).withSizeKeepingCentre (half + 10, 68));
    auto letters = area.removeFromBottom (22);
    mute.setBounds (letters.removeFromLeft (half).reduced (8, 1));
    solo.setBounds (letters.reduced (8, 1));
    meter.setBounds (area.removeFromRight (26).reduced (4, 6));
    fader.setBounds (area);
}

void MixStrip::point()
{
    deeds.session.select ([this] (Selection& selection) {
        selection.cursor.track = track;

        if (const auto* found = deeds.session.project().tracks.find (track); found != nullptr && found->instrument)
            selection.instrument = found->instrument;
    });
}

void MixStrip::mouseDown (const juce::MouseEvent&) { point(); }

} // namespace athanor
