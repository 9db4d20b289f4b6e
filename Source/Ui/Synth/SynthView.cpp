// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Synth/SynthView.h"

#include "Ui/Kit/Look.h"
#include "Ui/Synth/WavetablePage.h"

namespace athanor
{

namespace
{
constexpr int mostColumns = 4, columnWidth = 318;

int columnsFor (int width) { return juce::jlimit (1, mostColumns, (width + space::gap) / (columnWidth + space::gap)); }
} // namespace

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
}

void SynthPage::update()
{
    synth.update();

    for (const auto& placed : parts)
        placed.part->update();
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
}

void SynthView::openWavetable (int oscillator)
{
    if (shown == nullptr)
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

    if (! now)
    {
        editor = nullptr;
        shown = nullptr;
    }
    else if (shown == nullptr || shown->synth.instrument != id || now != node)
    {
        editor = nullptr;
        shown = std::make_unique<SynthPage> (deeds, id);
        scroller.setViewedComponent (shown.get(), false);

        for (int i = 0; i < patch::oscillators; ++i)
            shown->oscillators[i].wave.onEdit = [this, i] { juce::MessageManager::callAsync ([safe = SafePointer (this), i] { safe != nullptr ? safe->openWavetable (i) : void(); }); };
    }

    node = now;

    if (shown != nullptr)
        shown->update();

    if (editor != nullptr)
        editor->update();

    layOut();
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
    scroller.setBounds (getLocalBounds());
    layOut();
}

void SynthView::paint (juce::Graphics& g) { g.fillAll (tokens (*this)[Ink::window]); }

} // namespace athanor
