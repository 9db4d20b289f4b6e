// SPDX-License-Identifier: GPL-3.0-or-later
#include "Compose/Intent/IntentDraft.h"

#include "Core/Text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace athanor
{

namespace
{
constexpr double sureWeight = .5; ///< A wish of less is a hint, and hints contradict nobody.

template <typename Type>
bool holds (const std::vector<Type>& all, const Type& one)
{
    return std::find (all.begin(), all.end(), one) != all.end();
}

template <typename Type>
void addOnce (std::vector<Type>& all, const Type& one)
{
    if (! holds (all, one) && all.size() < static_cast<std::size_t> (SoundIntent::mostItems))
        all.push_back (one);
}
} // namespace

std::string textOf (double number)
{
    std::array<char, 24> text {};
    const auto rounded = std::round (number * 1000) / 1000;
    return { text.data(), std::to_chars (text.data(), text.data() + text.size(), rounded).ptr };
}

std::string signedText (double number) { return (number < 0 ? "" : "+") + textOf (number); }

void IntentDraft::note (const PromptItem& item, const std::string& meaning)
{
    auto& trace = intent.trace;
    const auto said = item.find.corrected.empty() ? shortened (item.text, 40) : shortened (item.text, 30) + " (" + item.find.corrected + ")";

    if (! trace.empty() && trace.back().begin == item.begin && trace.back().end == item.end)
    {
        if (trace.back().meaning.find (meaning) == std::string::npos)
            trace.back().meaning = shortened (trace.back().meaning + ", " + meaning, SoundIntent::longestText);
    }
    else if (trace.size() < static_cast<std::size_t> (SoundIntent::mostItems))
        trace.push_back ({ item.begin, item.end, said + ": " + meaning });
}

void IntentDraft::wish (const PromptItem& item, TimbreAxis axis, double direction, double weight, bool isRelative)
{
    direction = std::clamp (direction, -1.0, 1.0);

    if (std::abs (direction) < .02)
        return;

    note (item, std::string (nameOf (axis)) + " " + signedText (direction) + (isRelative ? " than before" : weight < sureWeight ? " (a hint)"
                                                                                                                                : ""));

    const auto same = std::find_if (intent.wishes.begin(), intent.wishes.end(), [&] (const AxisWish& other) {
        return other.axis == axis && other.isRelative == isRelative && (other.direction < 0) == (direction < 0);
    });

    if (same == intent.wishes.end())
        addOnce (intent.wishes, AxisWish { axis, direction, weight, isRelative });
    else if (weight >= same->weight || weight >= sureWeight)
    {
        // Two words for one thing mean it a little more; a hint yields to a word.
        const auto both = same->weight < sureWeight ? direction : std::copysign (std::max (std::abs (same->direction), std::abs (direction)), direction);
        same->direction = both;
        same->weight = std::max (same->weight, weight);
    }
}

void IntentDraft::category (const PromptItem& item, CategoryWish wish)
{
    note (item, "category " + std::string (nameOf (wish.category)));
    mentions.push_back (wish);
}

void IntentDraft::refuseCategory (const PromptItem& item, SoundCategory category)
{
    note (item, "no " + std::string (nameOf (category)));
    addOnce (refused, category);
}

void IntentDraft::want (const PromptItem& item, SoundFeature feature)
{
    note (item, "with " + std::string (nameOf (feature)));
    std::erase (intent.exclusions, feature);
    addOnce (intent.features, feature);
}

void IntentDraft::exclude (const PromptItem& item, SoundFeature feature)
{
    note (item, "without " + std::string (nameOf (feature)));
    std::erase (intent.features, feature);
    addOnce (intent.exclusions, feature);

    if (feature == SoundFeature::reverb)
        intent.space.reverb = 0;

    if (feature == SoundFeature::delay)
        intent.space.delay = 0, intent.space.delayBeats.reset();
}

void IntentDraft::move (const PromptItem& item, MovementWish wish)
{
    note (item, std::string (nameOf (wish.kind)) + (wish.hertz ? " at " + textOf (*wish.hertz) + " Hz" : wish.beats ? " every " + textOf (*wish.beats) + " beats"
                                                                                                                    : ""));
    const auto same = std::find_if (intent.movements.begin(), intent.movements.end(), [&] (const MovementWish& other) { return other.kind == wish.kind; });
    wish.depth = std::clamp (wish.depth, 0.0, 1.0);

    if (same == intent.movements.end())
        addOnce (intent.movements, wish);
    else
    {
        same->depth = std::max (same->depth, wish.depth);

        if (wish.hertz || wish.beats)
            same->hertz = wish.hertz, same->beats = wish.beats;
    }
}

void IntentDraft::reverb (const PromptItem& item, double amount)
{
    intent.space.reverb = std::clamp (amount, 0.0, 1.0);
    note (item, "reverb " + textOf (*intent.space.reverb));

    if (amount > 0)
        std::erase (intent.exclusions, SoundFeature::reverb);
}

void IntentDraft::delay (const PromptItem& item, double amount)
{
    intent.space.delay = std::clamp (amount, 0.0, 1.0);
    note (item, "delay " + textOf (*intent.space.delay));

    if (amount > 0)
        std::erase (intent.exclusions, SoundFeature::delay);
}

void IntentDraft::envelope (const PromptItem& item, EnvelopePart part, double value)
{
    static constexpr std::array names { "attack", "decay", "sustain", "release" };
    value = std::clamp (value, 0.0, part == EnvelopePart::sustain ? 1.0 : 30.0);
    auto& envelope = intent.envelope;
    (part == EnvelopePart::attack ? envelope.attack : part == EnvelopePart::decay ? envelope.decay
                                                  : part == EnvelopePart::sustain ? envelope.sustain
                                                                                  : envelope.release) = value;
    note (item, names[static_cast<std::size_t> (part)] + (" " + textOf (value)) + (part == EnvelopePart::sustain ? "" : " s"));
}

void IntentDraft::lock (const PromptItem& item, SoundPart part)
{
    note (item, "keeps the " + std::string (nameOf (part)));
    addOnce (intent.locks, part);
}

void IntentDraft::octaves (const PromptItem& item, int by)
{
    intent.octaves = std::clamp (intent.octaves + by, -4, 4);
    note (item, "octaves " + signedText (by));
}

void IntentDraft::genre (const PromptItem& item, const std::string& name)
{
    note (item, "genre " + name);
    addOnce (intent.genres, name);
}

void IntentDraft::lost (const PromptItem& item)
{
    if (const auto text = shortened (validUtf8 (item.text), 80); ! text.empty())
        addOnce (intent.notUnderstood, text);
}

void IntentDraft::finish()
{
    for (const auto& mention : mentions)
    {
        const auto same = std::find_if (intent.categories.begin(), intent.categories.end(), [&] (const CategoryWish& other) { return other.category == mention.category; });

        if (holds (refused, mention.category) || mention.weight < .05)
            continue;

        if (same == intent.categories.end())
            intent.categories.push_back (mention);
        else
            same->weight = std::max (same->weight, mention.weight);
    }

    std::stable_sort (intent.categories.begin(), intent.categories.end(), [] (const CategoryWish& a, const CategoryWish& b) { return a.weight > b.weight; });
    std::erase_if (intent.features, [this] (SoundFeature feature) { return intent.excludes (feature); });

    for (std::size_t axis = 0; axis < choiceNames<TimbreAxis>.size(); ++axis)
    {
        const auto pull = [&] (double sign) {
            return std::find_if (intent.wishes.begin(), intent.wishes.end(), [&] (const AxisWish& wish) {
                return static_cast<std::size_t> (wish.axis) == axis && ! wish.isRelative && wish.weight >= sureWeight && wish.direction * sign > 0;
            });
        };

        if (const auto up = pull (1), down = pull (-1); up != intent.wishes.end() && down != intent.wishes.end() && intent.trace.size() < static_cast<std::size_t> (SoundIntent::mostItems))
            intent.trace.push_back ({ 0, 0, std::string (choiceNames<TimbreAxis>[axis]) + " is pulled both ways: " + signedText (up->direction) + " and " + signedText (down->direction) });
    }
}

} // namespace athanor
