// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Synth/ControlTurnable.h"

#include <cmath>

namespace athanor
{

namespace
{
/** Three figures are what an eye takes in at once. */
std::string figures (float value, const std::string& unit)
{
    const auto size = std::abs (value);
    const auto places = size < 9.995f ? 2 : size < 99.95f ? 1
                                                          : 0;
    const auto words = juce::String (static_cast<double> (value), places).toStdString();
    return (value == 0 ? "0" : words) + (unit.empty() ? "" : " " + unit);
}

/** Of a modulation: told as a share of the way, though the format has no unit for it. */
bool isAmount (Control control)
{
    const auto from = static_cast<int> (control) - static_cast<int> (Control::modulation_1_amount);
    constexpr auto stride = static_cast<int> (Control::modulation_2_amount) - static_cast<int> (Control::modulation_1_amount);
    return from >= 0 && from < stride * patch::slots && from % stride == 0;
}

int choiceOf (const ControlInfo& info, float stored)
{
    const auto index = juce::roundToInt (stored);
    return index >= 0 && index < static_cast<int> (info.choices.size()) ? index : -1;
}
} // namespace

std::string textOf (Control control, float stored)
{
    const auto& info = infoOf (control);

    if (const auto choice = choiceOf (info, stored); choice >= 0)
        return std::string (info.choices[static_cast<std::size_t> (choice)]);

    const auto value = shown (control, stored);
    const std::string unit (info.unit);

    if (isAmount (control))
        return std::to_string (juce::roundToInt (value * 100)) + " %";

    if (info.scale == ControlScale::indexed)
        return std::to_string (juce::roundToInt (value));

    if (unit == "s" && std::abs (value) < 0.9995f)
        return figures (value * 1000, "ms");

    if (unit == "%")
        return std::to_string (juce::roundToInt (value)) + " %";

    return figures (value, unit);
}

std::optional<float> storedOf (Control control, std::string_view typed)
{
    const auto& info = infoOf (control);
    const auto words = juce::String (std::string (typed)).trim();

    for (std::size_t i = 0; i < info.choices.size(); ++i)
        if (words.isNotEmpty() && juce::String (std::string (info.choices[i])).startsWithIgnoreCase (words))
            return static_cast<float> (i);

    if (! words.containsAnyOf ("0123456789"))
        return {};

    if (isAmount (control))
        return juce::jlimit (info.least, info.greatest, words.getFloatValue() / 100);

    const auto isInMilliseconds = info.unit == "s" && words.endsWithIgnoreCase ("ms");
    return storedFromShown (control, words.getFloatValue() * (isInMilliseconds ? 0.001f : 1.0f));
}

float ControlTurnable::fromPosition (float position) const
{
    const auto value = info.least + position * (info.greatest - info.least);
    return info.scale == ControlScale::indexed ? std::round (value) : value;
}

/** Values win in one order: stored, automation, pattern, hand or controller, modulation. */
std::string ControlTurnable::doc() const
{
    const auto stored = synth.patch().values[control], live = value();
    auto words = std::string (info.name) + (info.unit.empty() ? "" : ", in " + std::string (info.unit)) + ".";

    if (live != stored)
        words += "\nStored " + textOf (control, stored) + ", moved by automation, pattern or hand to " + textOf (control, live) + ".";

    if (synth.carryOf (control).isActive)
        words += "\nThen modulation: " + textOf (control, juce::jlimit (info.least, info.greatest, synth.modulatedNow (control))) + " just now.";

    return words;
}

ModulationReach ControlTurnable::modulation() const
{
    const auto carry = synth.carryOf (control);

    if (! carry.isActive)
        return {};

    const auto at = toPosition (value());
    const auto within = [] (float x) { return juce::jlimit (0.0f, 1.0f, x); };
    return { within (at + carry.down), within (at + carry.up), toPosition (synth.modulatedNow (control)), true };
}

} // namespace athanor
