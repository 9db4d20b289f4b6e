// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Synth/SynthView.h"

#include "Ui/Kit/Look.h"
#include "Ui/Synth/WavetablePage.h"

namespace athanor
{

namespace
{
constexpr int mostColumns = 4, columnWidth = 318;
constexpr int footHeight = 68, leastForFoot = 260, soundWidth = 330, leastForSound = 700;

int columnsFor (int width) { return juce::jlimit (1, mostColumns, (width + space::gap) / (columnWidth + space::gap)); }
} // namespace

Glow::Glow() { setInterceptsMouseClicks (false, false); }

void Glow::on (juce::Rectangle<int> place)
{
    level = 1;
    setBounds (place);
    setVisible (true);
    toFront (false);
}

void Glow::refresh()
{
    constexpr float fade = 1.0f / 90; // a second and a half
    level -= fade;
    setVisible (level > 0);
    repaint();
}

void Glow::paint (juce::Graphics& g)
{
    const auto area = getLocalBounds().toFloat().reduced (1.5f);
    g.setColour (tokens (*this)[Ink::teal].withAlpha (std::min (1.0f, 2 * level) * 0.16f));
    g.fillRoundedRectangle (area, radius::tabs);
    g.setColour (tokens (*this)[Ink::teal].withAlpha (std::min (1.0f, 2 * level)));
    g.drawRoundedRectangle (area, radius::tabs, 2);
}

SynthPage::SynthPage (Deeds& deeds, InstrumentId id)
    : synth (deeds, id),
      envelopes (synth, PatchSource::env_1, patch::envelopes, [this] (int number) { return std::make_unique<EnvelopePanel> (synth, number); }),
      lfos (synth, PatchSource::lfo_1, patch::lfos, [this] (int number) { return std::make_unique<LfoPanel> (synth, number); }),
      randoms (synth, PatchSource::random_1, patch::randoms, [this] (int number) { return std::make_unique<RandomPanel> (synth, number); })
{
    const auto place = [this] (auto& part) {
        addAndMakeVisible (part);
        parts.push_back ({ &part, &part });
    };

    for (auto& oscillator : oscillators)
        place (oscillator);

    place (filters[0]);
    place (envelopes);
    place (lfos);
    place (modulation);
    place (filters[1]);
    place (macros);
    place (randoms);
    place (sample);
    place (voices);
    place (effects);
    addChildComponent (glow);
}

void SynthPage::update()
{
    synth.update();

    for (const auto& placed : parts)
        placed.part->update();
}

juce::Component* SynthPage::reveal (Control control)
{
    const auto id = infoOf (control).id;
    const auto number = [id] (std::size_t at) { return at < id.size() ? id[at] - '1' : -1; };
    const auto isOf = [id] (std::string_view family) { return id.starts_with (family); };
    SynthPanel* panel = &voices;

    if (isOf ("modulation_"))
        return &modulation;

    if (isOf ("macro_control_"))
        return &macros;

    if (isOf ("env_"))
        envelopes.show (number (4));
    else if (isOf ("lfo_"))
        lfos.show (number (4));
    else if (isOf ("random_"))
        randoms.show (number (7));

    if (isOf ("env_") || isOf ("lfo_") || isOf ("random_"))
        panel = &(isOf ("env_") ? envelopes : isOf ("lfo_") ? lfos
                                                            : randoms)
                     .panel();
    else if (isOf ("osc_"))
        panel = &oscillators[number (4)];
    else if (isOf ("filter_1_") || isOf ("filter_2_"))
        panel = &filters[number (7)];
    else if (isOf ("sample_"))
        panel = &sample;
    else if (auto* its = effects.panelOf (control))
        panel = its;

    return panel->isVisible() ? panel->reveal (control) : &effects;
}

/** The effects have a row of their own. */
std::vector<std::vector<SynthPage::Placed>> SynthPage::rowsFor (int width) const
{
    std::vector<std::vector<Placed>> rows;
    const auto columns = static_cast<std::size_t> (columnsFor (width));

    for (const auto& placed : parts)
    {
        if (rows.empty() || rows.back().size() == columns || placed.component == &effects)
            rows.emplace_back();

        rows.back().push_back (placed);
    }

    return rows;
}

int SynthPage::heightOf (const std::vector<Placed>& row, int width, int columns) const
{
    const auto isWhole = row.front().component == &effects;
    const auto each = isWhole ? width : (width + space::gap) / columns - space::gap;
    auto tallest = 0;

    for (const auto& placed : row)
        tallest = std::max (tallest, placed.part->heightFor (each));

    return tallest;
}

int SynthPage::heightFor (int width) const
{
    const auto inner = width - 2 * space::gap;
    auto height = space::gap;

    for (const auto& row : rowsFor (inner))
        height += heightOf (row, inner, columnsFor (inner)) + space::gap;

    return height;
}

void SynthPage::resized()
{
    auto area = getLocalBounds().reduced (space::gap, 0);
    const auto columns = columnsFor (area.getWidth());
    const auto each = (area.getWidth() + space::gap) / columns - space::gap;

    for (const auto& row : rowsFor (area.getWidth()))
    {
        auto line = area.removeFromTop (heightOf (row, area.getWidth(), columns));
        area.removeFromTop (space::gap);

        for (const auto& placed : row)
        {
            placed.component->setBounds (placed.component == &effects ? line : line.removeFromLeft (each));
            line.removeFromLeft (space::gap);
        }
    }
}

SynthFoot::SynthFoot (ShownSynth& synth) : sound (synth), keyboard (synth)
{
    addAndMakeVisible (sound);
    addAndMakeVisible (keyboard);
}

void SynthFoot::paint (juce::Graphics& g)
{
    const auto& t = tokens (*this);
    g.fillAll (t[Ink::panel]);
    g.setColour (t[Ink::line]);
    g.fillRect (0, 0, getWidth(), 1);
}

void SynthFoot::resized()
{
    auto area = getLocalBounds().withTrimmedTop (1).reduced (space::gap, space::close);
    sound.setVisible (area.getWidth() >= leastForSound);

    if (sound.isVisible())
    {
        sound.setBounds (area.removeFromLeft (soundWidth));
        area.removeFromLeft (space::gap);
    }

    keyboard.setBounds (area);
}

SynthView::SynthView (Deeds& d) : deeds (d)
{
    setTitle ("Synth");
    setWantsKeyboardFocus (true);
    scroller.setScrollBarsShown (true, false);
    addAndMakeVisible (scroller);
    declareSight();
}

SynthView::~SynthView() = default;

/** What is looked at is nothing that a script would know of, so this action belongs to the view. */
void SynthView::declareSight()
{
    auto& actions = deeds.session.actions();
    const Failure hidden { "The synth is not on screen.", "" };

    if (actions.find ("wavetable.edit") != nullptr)
        return;

    Action edit { "wavetable.edit", "Edit wavetable", "Opens the wavetable of an oscillator to be drawn and put together, or goes back to the synth.", "ctrl + E", "patch", { { "oscillator", "1 to 3.", Argument::Kind::number, 1 } }, {}, {} };
    edit.run = [safe = SafePointer (this), hidden] (const Arguments& arguments) -> Result<Value> {
        if (safe == nullptr || safe->shown == nullptr || ! safe->isVisible())
            return hidden;

        const auto* which = arguments.at ("oscillator").as<std::int64_t>();
        safe->editor == nullptr ? safe->openWavetable (which != nullptr ? static_cast<int> (*which) - 1 : 0) : safe->closeWavetable();
        return Value (true);
    };
    actions.add (std::move (edit));

    Action show { "synth.show", "Show control", "Shows where a control of the synth is turned.", "", "patch", { { "control", "As \"filter_1_cutoff\".", Argument::Kind::text, {} } }, {}, {} };
    show.run = [safe = SafePointer (this), hidden] (const Arguments& arguments) -> Result<Value> {
        const auto* name = arguments.at ("control").as<std::string>();
        const auto control = name != nullptr ? controlNamed (*name) : std::nullopt;

        if (! control)
            return Failure { "The synth has no control of this name.", name != nullptr ? *name : "" };

        return safe != nullptr && safe->isVisible() && safe->showControl (*control) ? Result<Value> (Value (true)) : Result<Value> (hidden);
    };
    actions.add (std::move (show));
}

bool SynthView::showControl (Control control)
{
    closeWavetable();

    if (shown == nullptr || showsMatrix)
        return false;

    auto* target = shown->reveal (control);
    const auto place = shown->getLocalArea (target, target->getLocalBounds());
    const auto top = place.getCentreY() - scroller.getViewHeight() / 2;
    scroller.setViewPosition (0, juce::jlimit (0, std::max (0, shown->getHeight() - scroller.getViewHeight()), top));
    shown->glow.on (place.expanded (space::tight));

    if (target->isShowing() && target->getWantsKeyboardFocus())
        target->grabKeyboardFocus();

    return true;
}

void SynthView::openWavetable (int oscillator)
{
    if (shown == nullptr || showsMatrix)
        return;

    scroller.setViewedComponent (nullptr, false);
    editor = std::make_unique<WavetablePage> (shown->synth, juce::jlimit (0, patch::oscillators - 1, oscillator));

    // They are called from within what they replace.
    editor->onBack = [safe = SafePointer (this)] { juce::MessageManager::callAsync ([safe] { safe != nullptr ? safe->closeWavetable() : void(); }); };
    editor->onOther = [safe = SafePointer (this)] (int other) { juce::MessageManager::callAsync ([safe, other] { safe != nullptr ? safe->openWavetable (other) : void(); }); };
    scroller.setViewedComponent (editor.get(), false);
    layOut();

    if (editor->canvas.isShowing())
        editor->canvas.grabKeyboardFocus();
}

void SynthView::closeWavetable()
{
    if (editor == nullptr)
        return;

    scroller.setViewedComponent (shown.get(), false);
    editor = nullptr;
    layOut();

    if (isShowing())
        grabKeyboardFocus();
}

void SynthView::show (InstrumentId id)
{
    const auto now = synthOf (deeds.session.project(), id);

    if (! now || shown == nullptr || shown->synth.instrument != id || now != node)
    {
        editor = nullptr;
        list = nullptr;
        below = nullptr;
        shown = nullptr;
    }

    if (now && shown == nullptr)
    {
        shown = std::make_unique<SynthPage> (deeds, id);
        shown->synth.onLayout = [this] { layOut(); };
        scroller.setViewedComponent (shown.get(), false);
        below = std::make_unique<SynthFoot> (shown->synth);
        addAndMakeVisible (*below);

        for (int i = 0; i < patch::oscillators; ++i)
            shown->oscillators[i].wave.onEdit = [this, i] { juce::MessageManager::callAsync ([safe = SafePointer (this), i] { safe != nullptr ? safe->openWavetable (i) : void(); }); };
    }

    node = now;

    if (shown != nullptr)
        shown->update();

    if (editor != nullptr)
        editor->update();

    arrange();
}

void SynthView::showMatrix (bool shows)
{
    if (std::exchange (showsMatrix, shows) != shows)
        arrange();
}

void SynthView::arrange()
{
    if (showsMatrix && shown != nullptr && list == nullptr)
    {
        list = std::make_unique<MatrixView> (shown->synth);
        addChildComponent (*list);
    }

    if (list != nullptr)
    {
        list->setVisible (showsMatrix);

        if (showsMatrix)
            list->update();
    }

    scroller.setVisible (! showsMatrix);
    resized();
}

void SynthView::refresh()
{
    if (shown != nullptr)
        shown->synth.listen();
}

void SynthView::layOut()
{
    if (shown == nullptr)
        return;

    const auto width = std::max (columnWidth, scroller.getWidth() - measure::scrollbar);

    if (editor != nullptr)
        return editor->setSize (width, std::max (editor->leastHeight(), scroller.getHeight()));

    shown->setSize (width, shown->heightFor (width));
    shown->resized();
}

void SynthView::resized()
{
    auto area = getLocalBounds();

    if (below != nullptr)
    {
        below->setVisible (area.getHeight() >= leastForFoot);

        if (below->isVisible())
            below->setBounds (area.removeFromBottom (footHeight));
    }

    if (list != nullptr)
        list->setBounds (area);

    scroller.setBounds (area);
    layOut();
}

void SynthView::paint (juce::Graphics& g) { g.fillAll (tokens (*this)[Ink::window]); }

} // namespace athanor
