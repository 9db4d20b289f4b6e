// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Patch/PatchView.h"

#include "Ui/Kit/Buttons.h"
#include "Ui/Kit/Draw.h"

#include "Ui/Kit/Look.h"

namespace athanor
{

PatchView::PatchView (Deeds& d) : canvas (d), deeds (d)
{
    setTitle ("Patch");
    canvas.setExplicitFocusOrder (1); // its keys work as soon as the page is there

    for (auto* child : std::initializer_list<juce::Component*> { &scope, &size, &order, &add, &canvas })
        addAndMakeVisible (child);

    scope.onChoose = [this] (int index) {
        deeds.session.select ([index] (Selection& chosen) {
            chosen.isPatchOfInstrument = index == 0;
            chosen.nodes.clear();
            chosen.cable = {};
        });
    };

    size.setQuiet (true);
    size.setTooltip ("Brings the whole patch into sight. + and - make it larger and smaller, as do Ctrl and the wheel.");
    size.onClick = [this] { canvas.fit(); };
    order.setQuiet (true);
    order.setTooltip ("Lays the chosen modules, or all of them, out in the order of their cables.  " + deeds.keysOf ("patch.tidy"));
    order.onClick = [this] { deeds.run ("patch.tidy"); };
    add.onClick = [this] { canvas.askForModule(); };
    canvas.onSight = [this] { size.setButtonText (juce::String (juce::roundToInt (canvas.sight().zoom() * 100)) + " %"); };
    declareSight();
    deeds.session.select ([] (Selection& chosen) { chosen.isPatchOfInstrument = static_cast<bool> (chosen.instrument); });
    project = deeds.session.onProject.add ([this] { update(); });
    selection = deeds.session.onSelection.add ([this] { update(); });
    update();
}

/** Looking closer is nothing that a project or a script would know of, so these actions belong to the view. */
void PatchView::declareSight()
{
    auto& actions = deeds.session.actions();
    const auto declare = [&] (const char* id, const char* name, const char* doc, const char* keys, std::function<void (PatchCanvas&)> run) {
        if (actions.find (id) == nullptr)
            actions.add ({ id, name, doc, keys, "patch", {}, [safe = SafePointer (this), run = std::move (run)] (const Arguments&) {
                              if (safe == nullptr)
                                  return Result<Value> (Failure { "The patch is not on screen.", "" });

                              run (safe->canvas);
                              return Result<Value> (Value (true));
                          },
                           {} });
    };

    declare ("patch.zoomIn", "Patch larger", "Shows the patch larger.", "+ | = | shift + =", [] (PatchCanvas& shown) { shown.zoomBy (1.25f); });
    declare ("patch.zoomOut", "Patch smaller", "Shows the patch smaller.", "-", [] (PatchCanvas& shown) { shown.zoomBy (0.8f); });
    declare ("patch.fit", "Whole patch", "Brings the whole patch into sight.", "0", [] (PatchCanvas& shown) { shown.fit(); });
}

void PatchView::update()
{
    if (! isVisible())
        return;

    const auto& now = deeds.session.project();
    const auto place = shownPatch (now, deeds.session.selection());
    const auto* track = now.tracks.find (place.track);
    const auto* instrument = now.instruments.find (place.instrument);
    scope.setChosen (instrument != nullptr ? 0 : 1);
    title = instrument != nullptr ? juce::String (instrument->name) + ", what every voice plays" : track != nullptr ? juce::String (track->name) + ", what the whole track goes through"
                                                                                                                    : juce::String ("Choose a track");
    canvas.show (place);
    repaint();
}

void PatchView::visibilityChanged() { update(); }

void PatchView::paint (juce::Graphics& g)
{
    const auto& inks = tokens (*this);
    g.fillAll (inks[Ink::window]);
    const auto left = scope.getRight() + space::pad;
    drawWords (g, title, { left, 0, size.getX() - left - space::pad, 44 }, font (*this, Face::nameMedium, textSize::body), inks[Ink::mute]);
}

void PatchView::resized()
{
    auto bar = getLocalBounds().removeFromTop (44).reduced (space::gap, 7);
    scope.setBounds (bar.removeFromLeft (scope.idealWidth()));
    add.setBounds (bar.removeFromRight (add.idealWidth()));
    bar.removeFromRight (space::near);
    order.setBounds (bar.removeFromRight (order.idealWidth()));
    bar.removeFromRight (space::near);
    size.setBounds (bar.removeFromRight (64));
    canvas.setBounds (getLocalBounds().withTrimmedTop (44));
    update();
}

} // namespace athanor
