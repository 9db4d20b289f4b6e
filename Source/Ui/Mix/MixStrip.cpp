// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Mix/MixStrip.h"

#include "App/Edits/MixEdits.h"
#include "Ui/Kit/Draw.h"

#include "Ui/Kit/Look.h"
#include "Ui/KnobMenu.h"

#include <algorithm>
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

    offerParameter (fader, deeds, volumeOf (id));
    offerParameter (pan, deeds, panningOf (id));
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
        offerParameter (*knob, deeds, sendOf (track, to));
        knob->onMenu = [this, to, usual = knob->onMenu] (juce::PopupMenu& menu) {
            usual (menu);
            addSendMenu (menu, to);
        };
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
    route = routeText();
    colour = found->colour;
    isChosen = deeds.session.selection().cursor.track == track;
    mute.setToggleState (found->isMuted, juce::dontSendNotification);
    solo.setToggleState (found->isSolo, juce::dontSendNotification);
    solo.setVisible (found->kind != TrackKind::master);
    setTitle (name);
    setTooltip (name + ", " + kind + (route.isEmpty() ? juce::String() : ", " + route) + ". Right-click: where it plays, sends, sidechain. Drag to move it.");
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
    drawWords (g, route, { space::gap, 41, getWidth() - 2 * space::gap, 14 }, font (*this, Face::name, textSize::value), inks[Ink::teal]);
}

void MixStrip::resized()
{
    auto area = getLocalBounds().reduced (space::near);
    area.removeFromTop (50);

    // Sends stand two in a row, above the panning; all strips keep the same height for them.
    const auto sendTracks = std::ranges::count_if (deeds.session.project().tracks, [] (const auto& entry) { return entry.second->kind == TrackKind::send; });
    // Where there is little height they give way, and then the panning: a strip is its fader first of all.
    constexpr auto letterHeight = 22, panHeight = 70, leastFader = 80, sendHeight = 64;
    const auto room = area.getHeight() - letterHeight - leastFader;
    pan.setVisible (room >= panHeight);
    const auto sendRows = std::min (juce::jlimit (1, 4, static_cast<int> (sendTracks + 1) / 2), std::max (0, room - panHeight - 4) / sendHeight);
    auto sendArea = area.removeFromTop (sendRows > 0 ? sendRows * sendHeight + 4 : 0);
    const auto half = sendArea.getWidth() / 2;
    loudness.setVisible (sendRows > 0);

    for (std::size_t i = 0; i < sends.size(); ++i)
    {
        const auto row = static_cast<int> (i / 2);
        sends[i].knob->setVisible (row < sendRows);
        sends[i].knob->setBounds (sendArea.getX() + static_cast<int> (i % 2) * half, sendArea.getY() + row * sendHeight, half, sendHeight - 2);
    }

    if (pan.isVisible())
        pan.setBounds (area.removeFromTop (panHeight).withSizeKeepingCentre (half + 10, panHeight - 2));

    auto letters = area.removeFromBottom (letterHeight);
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

/** Where it plays when that is not the master, and whom its devices listen to. */
juce::String MixStrip::routeText() const
{
    const auto& project = deeds.session.project();
    const auto* own = project.tracks.find (track);
    const auto* group = own != nullptr ? project.tracks.find (own->parent) : nullptr;
    juce::StringArray words;

    if (group != nullptr)
        words.add ("into " + juce::String (group->name));

    for (const auto source : heardBy (project, track))
        words.add ("hears " + juce::String (project.tracks.find (source)->name));

    return words.joinIntoString (", ");
}

void MixStrip::addSendMenu (juce::PopupMenu& menu, TrackId to)
{
    const auto* own = deeds.session.project().tracks.find (track);
    const auto* send = own != nullptr ? own->sends.find (to) : nullptr;
    const auto isPre = send != nullptr && send->isPreFader;
    point();
    menu.addItem ("Before the fader", send != nullptr, isPre, [this, to] { deeds.run ("track.preFader", { { "send", toHex (to.value) } }); });
    menu.addItem ("Remove send", send != nullptr, false, [this, to] { deeds.run ("track.removeSend", { { "send", toHex (to.value) } }); });
}

void MixStrip::openMenu()
{
    const auto& project = deeds.session.project();
    const auto* own = project.tracks.find (track);

    if (own == nullptr)
        return;

    juce::PopupMenu menu, outputs, sources;

    for (const auto group : outputsFor (project, track))
        deeds.addTo (outputs, "track.setOutput", { { "group", group ? toHex (group.value) : "" } }, group ? juce::String (project.tracks.find (group)->name) : juce::String ("Master"));

    for (const auto other : tracksInOrder (project))
        if (other != track && project.tracks.find (other)->kind != TrackKind::master)
            deeds.addTo (sources, "track.sidechain", { { "source", toHex (other.value) } }, project.tracks.find (other)->name);

    deeds.addTo (menu, "track.rename");

    if (own->kind != TrackKind::master)
    {
        menu.addSubMenu ("Play into", outputs);
        menu.addSubMenu ("Give way to", sources);
        deeds.addTo (menu, own->kind == TrackKind::group ? "track.ungroup" : "track.group");
        menu.addSeparator();

        for (const auto* action : { "track.duplicate", "track.moveLeft", "track.moveRight", "track.remove" })
            deeds.addTo (menu, action);
    }

    menu.addSeparator();

    for (const auto* action : { "track.add", "track.addAudio", "track.addGroup", "track.addSend", "track.unmuteAll" })
        deeds.addTo (menu, action);

    menu.showMenuAsync (juce::PopupMenu::Options().withMousePosition());
}

void MixStrip::rename()
{
    editor = std::make_unique<juce::TextEditor> ("name");
    editor->setText (name, false);
    editor->setBounds (space::near, 6, getWidth() - 2 * space::near, 24);
    editor->selectAll();
    addAndMakeVisible (*editor);
    editor->grabKeyboardFocus();

    const auto close = [this] { juce::MessageManager::callAsync ([safe = SafePointer (this)] {
                                    if (safe != nullptr)
                                        safe->editor.reset();
                                }); };

    editor->onReturnKey = [this, close] {
        point();
        deeds.run ("track.rename", { { "name", editor->getText().toStdString() } });
        close();
    };
    editor->onEscapeKey = close;
    editor->onFocusLost = close;
}

void MixStrip::mouseDown (const juce::MouseEvent& event)
{
    point();

    if (event.mods.isPopupMenu())
        openMenu();
}

void MixStrip::mouseDrag (const juce::MouseEvent& event)
{
    auto* container = juce::DragAndDropContainer::findParentDragContainerFor (this);

    if (container != nullptr && solo.isVisible() && ! event.mods.isPopupMenu() && event.getDistanceFromDragStart() > 8 && ! container->isDragAndDropActive())
        container->startDragging ("track:" + juce::String (toHex (track.value)), this);
}

void MixStrip::mouseDoubleClick (const juce::MouseEvent& event)
{
    if (event.position.y < 42)
        rename();
}

} // namespace athanor
