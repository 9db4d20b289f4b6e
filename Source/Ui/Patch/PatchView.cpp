// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Patch/PatchView.h"

#include "Ui/Kit/Buttons.h"
#include "Ui/Kit/Draw.h"

#include "Ui/Kit/Look.h"

namespace athanor
{

PatchView::PatchView (Deeds& d) : deeds (d), canvas (d)
{
    setTitle ("Patch");
    addAndMakeVisible (scope);
    addAndMakeVisible (add);
    addAndMakeVisible (scroller);
    scroller.setViewedComponent (&canvas, false);

    scope.onChoose = [this] (int index) {
        deeds.session.select ([index] (Selection& chosen) { chosen.isPatchOfInstrument = index == 0; });
    };

    add.onClick = [this] { canvas.askForModule(); };
    deeds.session.select ([] (Selection& chosen) { chosen.isPatchOfInstrument = static_cast<bool> (chosen.instrument); });
    project = deeds.session.onProject.add ([this] { update(); });
    selection = deeds.session.onSelection.add ([this] { update(); });
    update();
}

void PatchView::update()
{
    const auto& chosen = deeds.session.selection();
    const auto* track = deeds.session.project().tracks.find (chosen.cursor.track);
    const auto instrumentId = chosen.instrument ? chosen.instrument : track != nullptr ? track->instrument
                                                                                       : InstrumentId {};
    const auto* instrument = deeds.session.project().instruments.find (instrumentId);
    const auto showsInstrument = chosen.isPatchOfInstrument && instrument != nullptr;
    scope.setChosen (showsInstrument ? 0 : 1);
    title = showsInstrument ? juce::String (instrument->name) + ", what every voice plays" : track != nullptr ? juce::String (track->name) + ", what the whole track goes through"
                                                                                                              : juce::String ("Choose a track");
    canvas.show ({ chosen.cursor.track, showsInstrument ? instrumentId : InstrumentId {} });
    repaint();
}

void PatchView::paint (juce::Graphics& g)
{
    const auto& inks = tokens (*this);
    g.fillAll (inks[Ink::window]);
    const auto left = scope.getRight() + space::pad;
    drawWords (g, title, { left, 0, add.getX() - left - space::pad, 44 }, font (*this, Face::nameMedium, textSize::body), inks[Ink::mute]);
}

void PatchView::resized()
{
    auto bar = getLocalBounds().removeFromTop (44).reduced (space::gap, 7);
    scope.setBounds (bar.removeFromLeft (scope.idealWidth()));
    add.setBounds (bar.removeFromRight (add.idealWidth()));
    scroller.setBounds (getLocalBounds().withTrimmedTop (44));
    update();
}

} // namespace athanor
