// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Copilot/DeltaWords.h"

#include "App/Copilot/WhyText.h"
#include "Ui/Synth/ControlTurnable.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace athanor
{

namespace
{
struct Place
{
    juce::String family; ///< "slots", "waves", "lines", "macros"; empty: a control.
    int number = 0;      ///< From 0.
};

Place placeOf (const PatchDelta& delta)
{
    const juce::String address (delta.address);
    return address.containsChar ('/') ? Place { address.upToFirstOccurrenceOf ("/", false, false), address.fromFirstOccurrenceOf ("/", false, false).getIntValue() - 1 } : Place {};
}

std::optional<float> numberIn (const Value* value)
{
    if (value == nullptr)
        return {};

    if (const auto* whole = value->as<std::int64_t>())
        return static_cast<float> (*whole);

    const auto* real = value->as<double>();
    return real != nullptr ? std::optional (static_cast<float> (*real)) : std::nullopt;
}

juce::String textIn (const Value* value)
{
    const auto* text = value != nullptr ? value->as<std::string>() : nullptr;
    return text != nullptr ? juce::String (*text) : juce::String();
}

/** "-24 %" of a slot. */
juce::String amountIn (const Value& slot)
{
    const auto amount = numberIn (slot.part ("amount"));
    return amount ? juce::String (textOf (Control::modulation_1_amount, *amount)) : juce::String ("off");
}

/** As a knob says it, but for cutoffs, which everybody thinks of in hertz. */
juce::String wordsOf (Control control, float stored)
{
    const auto id = infoOf (control).id;

    if (! id.ends_with ("_cutoff") || infoOf (control).unit != "st")
        return textOf (control, stored);

    const auto hertz = 440 * std::exp2 ((static_cast<double> (stored) - 69) / 12);
    return hertz < 1000 ? juce::String (juce::roundToInt (hertz)) + " Hz" : juce::String (hertz / 1000, 1) + " kHz";
}

juce::String wayOf (const juce::String& from, const juce::String& to)
{
    constexpr int longest = 22;
    const auto way = from + " to " + to;
    return from.isEmpty() || from == to || way.length() > longest ? to : way;
}

void describeSlot (WhyRow& row, const PatchDelta& delta, const PatchSpec& after)
{
    const auto& slot = delta.to.part ("source") != nullptr ? delta.to : delta.from;
    const auto source = patchSourceNamed (textIn (slot.part ("source")).toStdString());
    const auto destination = controlNamed (textIn (slot.part ("destination")).toStdString());
    row.what = (source ? titleOf (*source, after) : juce::String ("Modulation")) + (destination ? " on " + titleOf (*destination) : juce::String());
    row.value = wayOf (delta.from.part ("amount") != nullptr ? amountIn (delta.from) : juce::String(), amountIn (delta.to));
}

/** As its knob is called; the amount of a modulation says what moves what. */
juce::String titleIn (const PatchSpec& patch, Control control)
{
    for (int i = 0; i < patch::slots; ++i)
        if (const auto& slot = patch.slots[static_cast<std::size_t> (i)]; control == member (Control::modulation_1_amount, i) && slot.source && slot.destination)
            return titleOf (*slot.source, patch) + " on " + titleOf (*slot.destination);

    return titleOf (control);
}
} // namespace

std::optional<Control> controlOf (const PatchDelta& delta)
{
    const auto place = placeOf (delta);

    if (place.family.isEmpty())
        return controlNamed (delta.address);

    if (place.family == "slots" && place.number >= 0 && place.number < patch::slots)
        return member (Control::modulation_1_amount, place.number);

    if (place.family == "waves" && place.number >= 0 && place.number < patch::oscillators)
        return member (Control::osc_1_wave_frame, place.number);

    if (place.family == "lines" && place.number >= 0 && place.number < patch::lfos)
        return member (Control::lfo_1_tempo, place.number);

    return place.family == "macros" ? std::optional (Control::macro_control_1) : std::nullopt;
}

WhyRow wordsFor (const PatchDelta& delta, const PatchSpec& after)
{
    WhyRow row;
    const auto reason = reasonOf (delta);
    row.why = reason.why;
    row.cause = reason.words;
    const auto place = placeOf (delta);
    const auto control = controlOf (delta);
    row.canShow = control.has_value();
    const auto number = juce::String (place.number + 1);

    if (place.family == "slots")
        describeSlot (row, delta, after);
    else if (place.family == "waves")
        row.what = "Oscillator " + number + " Wave";
    else if (place.family == "lines")
        row.what = "LFO " + number + " Shape";
    else if (place.family == "macros")
        row.what = "Macro " + number;
    else if (delta.address == "sample")
        row.what = "Sample Sound";
    else if (control)
    {
        const auto from = numberIn (&delta.from), to = numberIn (&delta.to);
        row.what = titleIn (after, *control);
        row.value = to ? wayOf (from ? wordsOf (*control, *from) : juce::String(), wordsOf (*control, *to)) : juce::String();
    }
    else
        row.what = delta.address;

    if (row.value.isEmpty())
        row.value = place.family == "macros" ? textIn (delta.to.part ("name")) : wayOf (textIn (&delta.from), textIn (&delta.to));

    // "Reverb Switch: On" is plainly "Reverb: on".
    if (row.what.endsWith (" Switch"))
    {
        row.what = row.what.dropLastCharacters (7);
        row.value = row.value.fromLastOccurrenceOf (" ", false, false).toLowerCase();
    }

    return row;
}

std::vector<std::size_t> orderOf (const MadePatch& made)
{
    std::vector<std::size_t> order (made.origin.deltas.size());
    std::iota (order.begin(), order.end(), std::size_t {});
    std::ranges::stable_partition (order, [&] (std::size_t i) { return ! made.origin.deltas[i].cause.empty(); });
    return order;
}

juce::StringArray remarksOf (const MadePatch& made)
{
    const juce::String open { juce::CharPointer_UTF8 ("\xe2\x80\x9c") }, close { juce::CharPointer_UTF8 ("\xe2\x80\x9d") };
    const auto& lost = made.origin.intent.notUnderstood;
    juce::StringArray words, remarks;

    for (const auto& word : lost)
        words.add (open + juce::String (word) + close);

    for (const auto& remark : made.remarks)
    {
        const auto isOfThem = lost.size() > 1 && remark.starts_with (std::to_string (lost.size()) + " words were not understood");
        remarks.add (isOfThem ? "Not understood and left out: " + words.joinIntoString (", ") + "." : juce::String (remark));
    }

    return remarks;
}

juce::String subjectsOf (const MadePatch& made)
{
    juce::StringArray subjects;

    for (const auto i : orderOf (made))
        subjects.add (wordsFor (made.origin.deltas[i], made.patch).what);

    subjects.removeDuplicates (false);
    return subjects.joinIntoString (", ");
}

} // namespace athanor
