// SPDX-License-Identifier: GPL-3.0-or-later
#include "Compose/Sound/SoundShelf.h"

#include "Compose/Sound/TimbreScale.h"
#include "Core/Text.h"

#include <algorithm>
#include <cmath>

namespace athanor
{

namespace
{
constexpr std::size_t at (TimbreAxis axis) { return static_cast<std::size_t> (axis); }

constexpr std::size_t at (SoundCategory category) { return static_cast<std::size_t> (category); }

double medianOf (std::vector<double> values)
{
    if (values.empty())
        return 0;

    const auto middle = values.begin() + static_cast<std::ptrdiff_t> (values.size() / 2);
    std::ranges::nth_element (values, middle);
    return *middle;
}

/** What nobody would hear is no difference. */
double leastSpread (TimbreAxis axis)
{
    switch (axis)
    {
        case TimbreAxis::warmth:
        case TimbreAxis::sub:
            return 4;
        case TimbreAxis::noise:
        case TimbreAxis::width:
            return 0.08;
        default:
            return 0.4;
    }
}

/** Categories that can stand for each other, and how well. */
double kinship (SoundCategory a, SoundCategory b)
{
    using enum SoundCategory;

    struct Pair
    {
        SoundCategory one, other;
        double likeness;
    };

    constexpr Pair pairs[] { { pad, strings, 0.55 }, { pluck, bell, 0.45 }, { pluck, keys, 0.4 }, { keys, bell, 0.4 }, { lead, brass, 0.35 }, { strings, brass, 0.3 }, { sequence, pluck, 0.3 }, { effects, pad, 0.2 }, { lead, pluck, 0.2 }, { bass, lead, 0.15 } };

    if (a == b)
        return 1;

    for (const auto& pair : pairs)
        if ((pair.one == a && pair.other == b) || (pair.one == b && pair.other == a))
            return pair.likeness;

    return 0;
}

bool has (const SoundBase& base, SoundFeature feature) { return std::ranges::find (base.features, feature) != base.features.end(); }

/** What is in the nature of a sound and cannot be switched on or off beside it, counts more than effects do. */
double weightOf (SoundFeature feature)
{
    using enum SoundFeature;

    switch (feature)
    {
        case fm:
        case sync:
        case ring:
        case formant:
        case comb:
        case wavetable:
        case saw:
        case square:
        case pulse:
        case sine:
        case triangle:
            return 1.2;
        default:
            return 0.3;
    }
}

Value::List listOf (const auto& items, auto name)
{
    Value::List list;

    for (const auto& item : items)
        list.emplace_back (std::string (name (item)));

    return list;
}

std::string textIn (const Value& value, const char* name)
{
    const auto* part = value.part (name);
    const auto* text = part != nullptr ? part->as<std::string>() : nullptr;
    return text != nullptr ? *text : std::string();
}

std::vector<std::string> textsIn (const Value& value, const char* name)
{
    std::vector<std::string> texts;
    const auto* part = value.part (name);

    if (const auto* list = part != nullptr ? part->as<Value::List>() : nullptr)
        for (const auto& item : *list)
            if (const auto* text = item.as<std::string>())
                texts.push_back (*text);

    return texts;
}
} // namespace

Value toValue (const SoundBase& base)
{
    Value::List numbers;

    for (const auto number : numbersOf (base.timbre))
        numbers.emplace_back (std::round (number * 1e4) / 1e4);

    return Value::Parts { { "id", base.id }, { "name", base.name }, { "category", std::string (nameOf (base.category)) }, { "tags", listOf (base.tags, std::identity()) }, { "features", listOf (base.features, [] (SoundFeature f) { return nameOf (f); }) }, { "timbre", numbers } };
}

Result<SoundBase> baseFrom (const Value& value)
{
    SoundBase base { textIn (value, "id"), textIn (value, "name"), {}, textsIn (value, "tags"), {}, {} };
    const auto category = choiceNamed<SoundCategory> (textIn (value, "category"));

    if (base.id.empty() || base.name.empty() || ! category)
        return Failure { "A sound on the shelf has no id, no name or no category.", base.id };

    base.category = *category;

    for (const auto& name : textsIn (value, "features"))
        if (const auto feature = choiceNamed<SoundFeature> (name))
            base.features.push_back (*feature);

    std::vector<double> numbers;
    const auto* part = value.part ("timbre");

    if (const auto* list = part != nullptr ? part->as<Value::List>() : nullptr)
        for (const auto& item : *list)
            if (const auto* number = item.as<double>())
                numbers.push_back (*number);

    base.timbre = timbreFrom (numbers);
    return base;
}

SoundShelf::SoundShelf (std::vector<SoundBase> bases, std::vector<MacroTemplate> templates, Load load)
    : all (std::move (bases)), forms (std::move (templates)), loader (std::move (load))
{
    std::ranges::sort (all, {}, &SoundBase::id);
    std::ranges::sort (forms, {}, &MacroTemplate::id);

    for (const auto axis : measuredAxes)
    {
        std::vector<double> everywhere;
        std::array<std::vector<double>, choiceNames<SoundCategory>.size()> byCategory;

        for (const auto& base : all)
        {
            const auto standing = standingOf (axis, base.timbre).value_or (0);
            everywhere.push_back (standing);
            byCategory[at (base.category)].push_back (standing);
        }

        const auto middle = medianOf (everywhere);

        for (std::size_t c = 0; c < byCategory.size(); ++c)
            middles[c][at (axis)] = byCategory[c].empty() ? middle : medianOf (byCategory[c]);

        for (auto& value : everywhere)
            value = std::abs (value - middle);

        constexpr auto ofANormalDistribution = 1.4826;
        spreads[at (axis)] = std::max (leastSpread (axis), ofANormalDistribution * medianOf (everywhere));
    }

    for (auto& spread : spreads)
        spread = spread > 0 ? spread : 1;
}

const SoundBase* SoundShelf::baseNamed (std::string_view id) const
{
    const auto found = std::ranges::find (all, id, &SoundBase::id);
    return found != all.end() ? &*found : nullptr;
}

const MacroTemplate* SoundShelf::templateNamed (std::string_view id) const
{
    const auto found = std::ranges::find (forms, id, &MacroTemplate::id);
    return found != forms.end() ? &*found : nullptr;
}

double SoundShelf::usual (SoundCategory category, TimbreAxis axis) const { return middles[at (category)][at (axis)]; }

double SoundShelf::scoreOf (const SoundBase& base, const SoundIntent& intent, const std::vector<std::string>& words) const
{
    constexpr double ofCategory = 4, ofTag = 0.8, ofName = 0.5, ofRegret = 0.5;
    double score = 0;

    for (const auto& wish : intent.categories)
        score = std::max (score, ofCategory * wish.weight * kinship (wish.category, base.category));

    const auto category = intent.category().value_or (base.category);

    // Wanted standings count in full; where nothing was said a usual one is a little better than an odd one.
    for (const auto axis : measuredAxes)
    {
        const auto wish = intent.wished (axis);
        const auto aim = usual (category, axis) + 1.5 * wish * spread (axis);
        const auto off = std::abs (standingOf (axis, base.timbre).value_or (aim) - aim) / spread (axis);
        score -= (wish != 0 ? 0.4 + 0.6 * std::abs (wish) : 0.2) * std::min (off, 4.0);
    }

    for (const auto feature : intent.features)
        score += has (base, feature) ? weightOf (feature) : 0;

    for (const auto feature : intent.exclusions)
        score -= has (base, feature) ? ofRegret * weightOf (feature) : 0;

    for (const auto& word : words)
    {
        if (std::ranges::find (base.tags, word) != base.tags.end())
            score += ofTag;

        const auto name = inLowerCase (base.name);

        if (word.size() > 3 && name.find (word) != std::string::npos)
            score += ofName;
    }

    return score;
}

std::vector<BaseChoice> SoundShelf::find (const SoundIntent& intent, const std::vector<std::string>& words) const
{
    std::vector<BaseChoice> choices;

    for (std::size_t i = 0; i < all.size(); ++i)
        choices.push_back ({ i, scoreOf (all[i], intent, words) });

    std::ranges::stable_sort (choices, std::greater<>(), &BaseChoice::score);
    return choices;
}

const MacroTemplate& SoundShelf::templateFor (const SoundIntent& intent, SoundCategory category, const std::vector<std::string>& words) const
{
    static const MacroTemplate none;
    const auto scoreOfForm = [&] (const MacroTemplate& form) {
        double score = 4 * kinship (category, form.category);

        for (const auto& word : words)
            score += std::ranges::find (form.tags, word) != form.tags.end() ? 1 : 0;

        for (const auto feature : intent.features)
            score += std::ranges::find (form.tags, nameOf (feature)) != form.tags.end() ? 1 : 0;

        return score;
    };

    const auto best = std::ranges::max_element (forms, {}, scoreOfForm);
    return best != forms.end() ? *best : none;
}

} // namespace athanor
