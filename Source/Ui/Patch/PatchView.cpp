// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Patch/PatchView.h"

#include "Ui/Kit/Buttons.h"
#include "Ui/Kit/Draw.h"

#include "Ui/Kit/Look.h"

namespace athanor
{

namespace
{
constexpr int barHeight = 44, sizeWidth = 64;
} // namespace

PatchView::PatchView (Deeds& d) : canvas (d), synth (d), deeds (d), preset (d)
{
    setTitle ("Patch");
    canvas.setExplicitFocusOrder (1); // its keys work as soon as the page is there
    synth.setExplicitFocusOrder (1);

    for (auto* child : std::initializer_list<juce::Component*> { &scope, &size, &order, &add, &preset, &canvas, &synth })
        addAndMakeVisible (child);

    scope.onChoose = [this] (int segment) { choose (segment); };

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

void PatchView::choose (int segment)
{
    const auto wanted = scopes[static_cast<std::size_t> (segment)];

    if (wanted != Scope::track)
        preferred = wanted;

    deeds.session.select ([wanted] (Selection& chosen) {
        chosen.isPatchOfInstrument = wanted != Scope::track;
        chosen.nodes.clear();
        chosen.cable = {};
    });
    update();
}

/** Names what there is to be seen and shows the one that was asked for. */
void PatchView::showScope (const Instrument* instrument)
{
    const auto& pointed = deeds.session.selection();
    const auto ofInstrument = instrument != nullptr ? shownPatch (deeds.session.project(), pointed).instrument : pointed.instrument;
    const auto isSynth = synthOf (deeds.session.project(), ofInstrument).has_value();
    auto wanted = isSynth ? std::vector { Scope::synth, Scope::matrix, Scope::modules, Scope::track } : std::vector { Scope::modules, Scope::track };

    if (wanted != scopes)
    {
        scopes = std::move (wanted);
        scope.setNames (isSynth ? juce::StringArray { "Synth", "Matrix", "Modules", "Track" } : juce::StringArray { "Instrument", "Track" });
        resized();
    }

    const auto now = instrument == nullptr ? Scope::track : isSynth ? preferred
                                                                    : Scope::modules;
    const auto isOfSynth = now == Scope::synth || now == Scope::matrix;
    scope.setChosen (static_cast<int> (std::ranges::find (scopes, now) - scopes.begin()));

    for (auto* child : std::initializer_list<juce::Component*> { &preset, &synth })
        child->setVisible (isOfSynth);

    for (auto* child : std::initializer_list<juce::Component*> { &size, &order, &add, &canvas })
        child->setVisible (! isOfSynth);

    if (isOfSynth)
    {
        synth.showMatrix (now == Scope::matrix);
        synth.show (ofInstrument);
        preset.show (ofInstrument);
    }
}

void PatchView::update()
{
    if (! isVisible())
        return;

    const auto& now = deeds.session.project();
    const auto place = shownPatch (now, deeds.session.selection());
    const auto* track = now.tracks.find (place.track);
    const auto* instrument = now.instruments.find (place.instrument);
    const auto patch = deeds.session.patchOf (place.instrument);
    showScope (instrument);
    author = patch != nullptr && synth.isVisible() && ! patch->author.empty() ? "by " + juce::String (patch->author) : juce::String();
    title = synth.isVisible() ? juce::String (instrument->name) : instrument != nullptr ? juce::String (instrument->name) + ", what every voice plays"
                                                              : track != nullptr        ? juce::String (track->name) + ", what the whole track goes through"
                                                                                        : juce::String ("Choose a track");

    if (canvas.isVisible())
        canvas.show (place);

    repaint();
}

void PatchView::visibilityChanged() { update(); }

void PatchView::paint (juce::Graphics& g)
{
    const auto& inks = tokens (*this);
    g.fillAll (inks[Ink::window]);
    const auto tools = toolBar();
    auto area = tools.withRight ((synth.isVisible() ? preset.getX() : size.getX()) - space::pad).withLeft (tools.getY() < scope.getBottom() ? scope.getRight() + space::pad : tools.getX());
    const auto face = font (*this, synth.isVisible() ? Face::nameStrong : Face::nameMedium, synth.isVisible() ? textSize::title : textSize::body);
    drawWords (g, title, area, face, inks[synth.isVisible() ? Ink::text : Ink::mute]);
    area.removeFromLeft (widthOf (title, face) + space::near);
    drawWords (g, author, area, font (*this, Face::name, textSize::body), inks[Ink::mute]);
}

/** Beside the tabs, or below them where there is no room. */
juce::Rectangle<int> PatchView::toolBar() const
{
    const auto bar = getLocalBounds().removeFromTop (barHeight).reduced (space::gap, 7);
    const auto widest = std::max (preset.idealWidth(), add.idealWidth() + order.idealWidth() + sizeWidth + 2 * space::near);
    return scope.idealWidth() + space::near + widest <= bar.getWidth() ? bar : bar.translated (0, barHeight - 7);
}

void PatchView::resized()
{
    const auto bar = toolBar();
    scope.setBounds (getLocalBounds().removeFromTop (barHeight).reduced (space::gap, 7).withWidth (scope.idealWidth()));

    const auto place = [bar] (std::initializer_list<std::pair<juce::Component*, int>> fromRight) {
        auto rest = bar;

        for (const auto& [child, width] : fromRight)
        {
            child->setBounds (rest.removeFromRight (width));
            rest.removeFromRight (space::near);
        }
    };

    place ({ { &add, add.idealWidth() }, { &order, order.idealWidth() }, { &size, sizeWidth } });
    place ({ { &preset, preset.idealWidth() } });
    canvas.setBounds (getLocalBounds().withTop (bar.getBottom() + 7));
    synth.setBounds (getLocalBounds().withTop (bar.getBottom() + 7));
    update();
}

} // namespace athanor
