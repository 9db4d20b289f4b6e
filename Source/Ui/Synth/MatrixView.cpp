// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Synth/MatrixView.h"

#include "Ui/Kit/Draw.h"

#include <numeric>

namespace athanor
{

namespace
{
constexpr int headHeight = 26, cardWidth = 300, widthForBoth = 960, lowCard = 150;
} // namespace

MatrixView::MatrixView (ShownSynth& s) : mapping ("Mapping", Ink::teal, s.lineTools), synth (s)
{
    setTitle ("Modulation matrix");
    scroller.setViewedComponent (&list, false);
    scroller.setScrollBarsShown (true, false);
    addAndMakeVisible (scroller);
    addAndMakeVisible (card);
    card.addAndMakeVisible (mapping);
    card.addAndMakeVisible (straighten);

    for (const auto& [name, by] : std::initializer_list<std::pair<const char*, Order>> { { "#", Order::number }, { "Source", Order::source }, { "Destination", Order::destination }, { "Amount", Order::amount } })
    {
        Heading heading { std::make_unique<PushButton> (name), by };
        heading.button->setQuiet (true);
        heading.button->setTextInk (Ink::mute);
        heading.button->setTooltip ("Sorts by it; once more, the other way round");
        heading.button->onClick = [this, asked = by] { sortBy (asked); };
        addAndMakeVisible (*heading.button);
        headings.push_back (std::move (heading));
    }

    for (int i = 0; i < patch::slots; ++i)
    {
        auto& row = rows.emplace_back (std::make_unique<MatrixRow> (synth, i));
        row->onChoose = [this, i] { choose (i); };
        list.addAndMakeVisible (*row);
    }

    straighten.setQuiet (true);
    straighten.onClick = [this] { synth.deeds.run ("patch.removeMapping", { { "slot", current + 1 } }); };
    mapping.curve.onRead = [this]() -> const PatchLine& {
        const auto& line = synth.patch().slots[static_cast<std::size_t> (current)].mapping;
        return line ? *line : straight;
    };
    mapping.curve.onWrite = [this] (const std::string& deed, const PatchLine& line) {
        synth.edit (deed + " mapping " + std::to_string (current + 1), [&] (PatchSpec& patch) { patch.slots[static_cast<std::size_t> (current)].mapping = line; });
    };
    update();
}

float MatrixView::depthOf (int slot) const { return synth.patch().values[member (Control::modulation_1_amount, slot)]; }

void MatrixView::sortBy (Order asked)
{
    isTurned = asked == wanted && ! isTurned;
    wanted = asked;
    sort();
}

void MatrixView::sort()
{
    std::vector<int> slots (static_cast<std::size_t> (patch::slots));
    std::iota (slots.begin(), slots.end(), 0);

    const auto key = [this] (int slot) {
        const auto& modulation = synth.patch().slots[static_cast<std::size_t> (slot)];
        const auto number = wanted == Order::source        ? static_cast<float> (modulation.source.value_or (PatchSource()))
                            : wanted == Order::destination ? static_cast<float> (modulation.destination.value_or (Control()))
                            : wanted == Order::amount      ? -std::abs (depthOf (slot))
                                                           : static_cast<float> (slot);
        return std::pair (! row (slot).isUsed(), isTurned && row (slot).isUsed() ? -number : number);
    };

    std::ranges::stable_sort (slots, {}, key);
    shownOrder = std::move (slots);
    layOutRows();
}

void MatrixView::choose (int slot)
{
    current = slot;
    update();
}

void MatrixView::update()
{
    auto used = 0;

    for (const auto& row : rows)
    {
        row->update();
        row->setChosen (row->slot == current);
        used += row->isUsed() ? 1 : 0;
    }

    const auto& slot = synth.patch().slots[static_cast<std::size_t> (current)];
    card.setTitleAndNote ("Remap", row (current).isUsed() ? titleOf (*slot.source, synth.patch()) + juce::String (juce::CharPointer_UTF8 (" \xe2\x86\x92 ")) + titleOf (*slot.destination) : juce::String());
    mapping.setEnabled (row (current).isUsed());
    mapping.setAlpha (mapping.isEnabled() ? 1.0f : 0.4f);
    straighten.setVisible (slot.mapping.has_value());
    mapping.update();
    headings.front().button->setTooltip (juce::String (used) + " of " + juce::String (patch::slots) + " are in use");
    sort();
}

void MatrixView::layOutRows()
{
    list.setSize (scroller.getWidth() - measure::scrollbar, patch::slots * MatrixRow::height);
    auto y = 0;

    for (const auto slot : shownOrder)
    {
        row (slot).setBounds (0, y, list.getWidth(), MatrixRow::height);
        y += MatrixRow::height;
    }
}

void MatrixView::resized()
{
    auto area = getLocalBounds().reduced (space::gap);
    const auto isBeside = area.getWidth() >= widthForBoth;
    card.setBounds (isBeside ? area.removeFromRight (cardWidth).withHeight (std::min (area.getHeight(), 260)) : area.removeFromBottom (std::min (lowCard, area.getHeight() / 2)));
    isBeside ? area.removeFromRight (space::gap) : area.removeFromBottom (space::gap);
    auto inside = card.content();
    straighten.setBounds (inside.removeFromBottom (22).removeFromLeft (straighten.idealWidth()));
    mapping.setBounds (inside.withTrimmedBottom (space::tight));

    const auto head = area.removeFromTop (headHeight);
    const MatrixColumns columns (area.getWidth() - measure::scrollbar);
    const std::array places { columns.number, columns.source, columns.destination, columns.amount };

    for (std::size_t i = 0; i < headings.size(); ++i)
        headings[i].button->setBounds (head.getX() + places[i].getStart(), head.getY(), places[i].getLength(), headHeight - 2);

    scroller.setBounds (area);
    layOutRows();
}

void MatrixView::paint (juce::Graphics& g)
{
    const auto& t = tokens (*this);
    const MatrixColumns columns (scroller.getWidth() - measure::scrollbar);
    const auto face = font (*this, Face::name, textSize::small);

    for (const auto& [column, words] : { std::pair { columns.power, "Curve" }, std::pair { columns.curve, "Remap" } })
        drawWords (g, words, { scroller.getX() + column.getStart(), scroller.getY() - headHeight, column.getLength(), headHeight - 2 }, face, t[Ink::mute], juce::Justification::centred);
}

} // namespace athanor
