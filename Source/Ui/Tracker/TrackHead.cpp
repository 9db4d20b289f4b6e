// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Tracker/TrackHead.h"

#include "App/Edits/ClipEdits.h"
#include "Ui/Kit/Draw.h"

#include <cmath>

namespace athanor
{

namespace
{
const juce::String times { juce::CharPointer_UTF8 (" \xc3\x97 ") };

float amplitude (float decibels) { return decibels <= -100 ? 0.0f : std::pow (10.0f, decibels / 20); }

juce::String colourName (int index)
{
    const char* const names[] = { "Rose", "Gold", "Ember", "Violet", "Teal", "Sky", "Leaf" };
    return names[index % 7];
}
} // namespace

TrackHead::TrackHead (Deeds& d, TrackId id) : track (id), deeds (d)
{
    setMouseClickGrabsKeyboardFocus (false);

    for (auto* child : std::initializer_list<juce::Component*> { &mute, &solo, &meter })
    {
        addAndMakeVisible (child);
        child->setWantsKeyboardFocus (false);
        child->setMouseClickGrabsKeyboardFocus (false);
    }

    const auto toggle = [this] (const char* action) {
        pointHere();
        deeds.run (action);
    };

    mute.onClick = [toggle] { toggle ("track.mute"); };
    solo.onClick = [toggle] { toggle ("track.solo"); };

    meter.setSlim (true);
    meter.setInterceptsMouseClicks (false, false);
    meter.onLevels = [this]() -> std::array<MeterLevel, 2> {
        const auto reading = deeds.session.player().meter (track);
        const MeterLevel level { amplitude (std::max (reading.peakLeft, reading.peakRight)), amplitude (std::max (reading.rmsLeft, reading.rmsRight)) };
        return { level, level };
    };

    update();
}

TrackHead::~TrackHead() = default;

juce::String TrackHead::sizeText() const
{
    const auto& project = deeds.session.project();
    const auto now = settled (project, deeds.session.selection());
    const auto* clip = clipAt (project, now.pattern, track);

    if (clip == nullptr)
        return "empty";

    return juce::String (clip->lines) + times + juce::String (clip->linesPerBeat) + " lines";
}

void TrackHead::update()
{
    const auto* found = deeds.session.project().tracks.find (track);

    if (found == nullptr)
        return;

    const auto before = std::tuple (name, size, colour, isChosen, isShared);
    name = found->name;
    size = sizeText();
    colour = found->colour;
    const auto now = settled (deeds.session.project(), deeds.session.selection());
    isChosen = now.cursor.track == track;

    // Only another pattern, or patterns that changed, can share other clips: the cursor alone moves far more often.
    if (now.pattern != shown || ! deeds.session.project().patterns.sharesWith (patterns))
        isShared = usersOfClip (deeds.session.project(), now.pattern, track) > 1;

    shown = now.pattern;
    patterns = deeds.session.project().patterns;
    mute.setToggleState (found->isMuted, juce::dontSendNotification);
    solo.setToggleState (found->isSolo, juce::dontSendNotification);

    if (before != std::tuple (name, size, colour, isChosen, isShared))
    {
        setTitle (name);
        setTooltip (name + ". Double-click to rename, drag to move, right-click for more." + (isShared ? " Other patterns play this clip too." : ""));
        resized();
        repaint();
    }
}

juce::Rectangle<int> TrackHead::sizeArea() const { return { 12, 24, widthOf (size, font (*this, Face::name, textSize::value)) + 4, 15 }; }

void TrackHead::resized()
{
    solo.setBounds (getWidth() - 22, 5, 16, 16);
    mute.setBounds (getWidth() - 42, 5, 16, 16);
    const auto right = sizeArea().getRight() + (isShared ? 20 : 4);
    meter.setBounds (right, 29, std::max (0, getWidth() - 10 - right), 5);

    if (editor != nullptr)
        editor->setBounds (10, 2, getWidth() - 54, 22);
}

void TrackHead::paint (juce::Graphics& g)
{
    const auto& inks = tokens (*this);
    g.setColour (inks[isChosen ? Ink::control : Ink::raised]);
    g.fillRoundedRectangle (getLocalBounds().toFloat(), radius::tabs);
    g.setColour (inks[Tokens::trackInk (colour)]);
    g.fillRoundedRectangle (0, 0, 4, static_cast<float> (getHeight()), 2);

    drawWords (g, name, { 13, 5, getWidth() - 58, 18 }, font (*this, Face::nameStrong, textSize::body), inks[Ink::text]);
    drawWords (g, size, sizeArea(), font (*this, Face::name, textSize::value), inks[Ink::mute]);

    if (isShared)
        drawIcon (g, Icon::link, sizeArea().withX (sizeArea().getRight() + 2).withWidth (12).withSizeKeepingCentre (11, 11).toFloat(), inks[Ink::mute]);
}

void TrackHead::pointHere()
{
    deeds.session.select ([this] (Selection& selection) {
        if (selection.cursor.track != track)
            selection.cursor = { .track = track, .line = selection.cursor.line };

        selection = settled (deeds.session.project(), selection);
    });
}

void TrackHead::mouseDown (const juce::MouseEvent& event)
{
    pointHere();

    if (event.mods.isPopupMenu())
        openMenu();
}

void TrackHead::mouseDrag (const juce::MouseEvent& event)
{
    if (event.mods.isPopupMenu() || ! event.mouseWasDraggedSinceMouseDown())
        return;

    // A whole head further, the track changes places with its neighbour; the hand then starts anew from there.
    if (event.x > getWidth() + getWidth() / 2)
        deeds.run ("track.moveRight");
    else if (event.x < -getWidth() / 2)
        deeds.run ("track.moveLeft");
}

void TrackHead::mouseUp (const juce::MouseEvent& event)
{
    if (event.mouseWasClicked() && ! event.mods.isPopupMenu() && event.getNumberOfClicks() == 1 && sizeArea().contains (event.getPosition()))
        openSizeMenu();
}

void TrackHead::mouseDoubleClick (const juce::MouseEvent& event)
{
    if (! sizeArea().contains (event.getPosition()))
        rename();
}

void TrackHead::rename()
{
    editor = std::make_unique<juce::TextEditor>();
    editor->setText (name, false);
    editor->selectAll();
    addAndMakeVisible (*editor);
    resized();
    editor->grabKeyboardFocus();

    const auto close = [this] { juce::MessageManager::callAsync ([safe = SafePointer (this)] {
                                    if (safe != nullptr)
                                        safe->editor.reset();
                                }); };

    editor->onReturnKey = [this, close] {
        deeds.run ("track.rename", { { "name", editor->getText().toStdString() } });
        close();
    };
    editor->onEscapeKey = close;
    editor->onFocusLost = close;
}

void TrackHead::openSizeMenu()
{
    juce::PopupMenu menu;
    menu.addSectionHeader ("Clip of " + name);

    for (const auto lines : { 16, 24, 32, 48, 64, 96, 128 })
        deeds.addTo (menu, "clip.setLines", { { "lines", lines } }, juce::String (lines) + " lines");

    deeds.addTo (menu, "clip.setLines");
    menu.addSeparator();

    for (const auto lines : { 2, 3, 4, 6, 8, 12, 16 })
        deeds.addTo (menu, "clip.setLinesPerBeat", { { "lines", lines } }, juce::String (lines) + " lines per beat");

    deeds.addTo (menu, "clip.setLinesPerBeat");
    menu.addSeparator();

    for (const auto* action : { "clip.doubleLength", "clip.refine", "clip.coarsen", "clip.makeUnique" })
        deeds.addTo (menu, action);

    menu.showMenuAsync (juce::PopupMenu::Options().withTargetComponent (this));
}

void TrackHead::openMenu()
{
    juce::PopupMenu menu, colours;

    for (int index = 0; index < 7; ++index)
        deeds.addTo (colours, "track.setColour", { { "colour", index } }, colourName (index));

    juce::PopupMenu::Item renameItem ("Rename" + juce::String (juce::CharPointer_UTF8 ("\xe2\x80\xa6")));
    renameItem.itemID = 1000;
    renameItem.action = [safe = SafePointer (this)] {
        if (safe != nullptr)
            safe->rename();
    };
    menu.addItem (renameItem);
    menu.addSubMenu ("Colour", colours);
    menu.addSeparator();

    for (const auto* action : { "track.addNoteColumn", "track.removeNoteColumn", "track.addEffectColumn", "track.removeEffectColumn", "", "track.add", "track.duplicate", "track.remove", "", "track.moveLeft", "track.moveRight", "", "track.unmuteAll" })
        if (*action == 0)
            menu.addSeparator();
        else
            deeds.addTo (menu, action);

    menu.showMenuAsync (juce::PopupMenu::Options().withTargetComponent (this));
}

} // namespace athanor
