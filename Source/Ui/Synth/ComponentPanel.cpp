// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Synth/ComponentPanel.h"

namespace athanor
{

namespace
{
constexpr int itemWidth = 64, itemHeight = 66, itemGap = 2;

double numberIn (const std::map<std::string, double>& numbers, std::string_view name, double otherwise)
{
    const auto found = numbers.find (std::string (name));
    return found != numbers.end() ? found->second : otherwise;
}
} // namespace

ComponentPanel::ComponentPanel()
{
    for (auto* button : { &add, &remove, &earlier, &later })
    {
        button->setQuiet (true);
        addAndMakeVisible (button);
    }

    add.onClick = [this] { onAdd (add); };
    remove.onClick = [this] { onRemove(); };
    earlier.onClick = [this] { onEarlier(); };
    later.onClick = [this] { onLater(); };
}

void ComponentPanel::show (const WavetableSpec& table, int group, int number, int position)
{
    const auto* found = componentAt (table, group, number);
    const auto* part = found != nullptr ? wavePartNamed (found->type) : nullptr;
    const auto samples = found != nullptr && found->audio != nullptr ? found->audio->size() : 0;
    setTitleAndNote (found != nullptr ? juce::String (found->type) : juce::String ("Nothing"), {});
    setSubtitle (table.groups.size() > 1 ? "group " + juce::String (group + 1) : juce::String());

    if (type != (part != nullptr ? part->type : std::string_view()) || length != samples)
        build (part, samples);

    now = part != nullptr ? numbersAt (*found, position) : std::map<std::string, double>();
    const auto whole = found != nullptr ? found->numbers : std::map<std::string, double>();

    for (const auto& knob : knobs)
    {
        const auto stored = numberIn (knob.ofKeyframe ? now : whole, knob.about.name, static_cast<double> (knob.about.range.initial) * knob.about.scale);
        knob.value->onValue = [value = static_cast<float> (stored / knob.about.scale)] { return value; };
        knob.view->refresh();
        knob.view->repaint();
    }
}

void ComponentPanel::build (const WavePart* part, std::size_t samples)
{
    knobs.clear();
    type = part != nullptr ? part->type : std::string_view();
    length = samples;

    for (const auto ofKeyframe : { false, true })
        for (auto& about : part != nullptr ? waveKnobsOf (*part, ofKeyframe, samples) : std::vector<WaveKnob>())
        {
            auto value = std::make_unique<RangeTurnable> (about.title, about.range);
            value->sentence = about.doc + ".";
            auto* turned = value.get();
            turned->onTurn = [turned] (float to) { turned->onValue = [to] { return to; }; };
            turned->onEnd = [this, turned, name = about.name, scale = about.scale, ofKeyframe] {
                if (onSet)
                    onSet (name, static_cast<double> (turned->value()) * scale, ofKeyframe);
            };
            auto view = std::make_unique<KnobView> (*turned, ofKeyframe ? Ink::teal : Ink::violet, 28);
            addAndMakeVisible (*view);
            knobs.push_back ({ std::move (about), ofKeyframe, std::move (value), std::move (view) });
        }

    resized();
}

KnobView* ComponentPanel::knobOf (std::string_view name) const
{
    const auto found = std::ranges::find_if (knobs, [name] (const Knob& knob) { return knob.about.name == name; });
    return found != knobs.end() ? found->view.get() : nullptr;
}

int ComponentPanel::heightFor (int width) const
{
    const auto columns = std::max (1, (width - 2 * space::pad + itemGap) / (itemWidth + itemGap));
    const auto lines = (static_cast<int> (knobs.size()) + columns - 1) / columns;
    return 2 * space::gap + 16 + space::close + lines * (itemHeight + itemGap);
}

void ComponentPanel::resized()
{
    auto line = titleLine().expanded (0, 3);

    for (auto* button : { &remove, &later, &earlier, &add })
        button->setBounds (line.removeFromRight (22));

    std::vector<std::pair<juce::Component*, int>> items;

    for (const auto& knob : knobs)
        items.emplace_back (knob.view.get(), itemWidth);

    layOutInRows (content(), items, itemHeight, itemGap);
}

} // namespace athanor
