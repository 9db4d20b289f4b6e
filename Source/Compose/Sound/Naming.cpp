// SPDX-License-Identifier: GPL-3.0-or-later
#include "Compose/Sound/Naming.h"

#include "Compose/Sound/Chance.h"
#include "Compose/Sound/TimbreScale.h"
#include "Core/Text.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace athanor
{

namespace
{
using Words = std::span<const std::string_view>;

Words mannersOf (TimbreAxis wanted, bool isUp)
{
#define MANNER(axis, side, ...)                                    \
    if (wanted == TimbreAxis::axis && isUp == ((side) > 0))        \
    {                                                              \
        static constexpr std::string_view words[] { __VA_ARGS__ }; \
        return words;                                              \
    }
#define NOUNS(...)
#include "Compose/Sound/NamingWords.inc"
#undef MANNER
#undef NOUNS
    return {};
}

Words nounsOf (SoundCategory wanted)
{
#define MANNER(...)
#define NOUNS(category, ...)                                       \
    if (wanted == SoundCategory::category)                         \
    {                                                              \
        static constexpr std::string_view words[] { __VA_ARGS__ }; \
        return words;                                              \
    }
#include "Compose/Sound/NamingWords.inc"
#undef MANNER
#undef NOUNS
    return {};
}

std::string_view pick (Words words, std::uint64_t seed, std::string_view question)
{
    return words.empty() ? std::string_view() : words[chanceBits (seed, question) % words.size()];
}

/** What was asked for the most, with its side; where nothing was, chance takes one. */
std::pair<TimbreAxis, bool> mannerOf (const SoundIntent& intent, std::uint64_t seed)
{
    auto strongest = measuredAxes[chanceBits (seed, "manner") % measuredAxes.size()];
    auto most = 0.0;

    for (const auto axis : measuredAxes)
        if (const auto wish = intent.wished (axis) + intent.wished (axis, true); std::abs (wish) > std::abs (most))
        {
            strongest = axis;
            most = wish;
        }

    return { strongest, most > 0 || (most == 0 && chance (seed, "side") < 0.5) };
}

std::string listed (const std::vector<std::string>& words)
{
    std::string text;

    for (std::size_t i = 0; i < words.size(); ++i)
        text += (i == 0 ? "" : i + 1 == words.size() ? " and "
                                                     : ", ") +
                words[i];

    return text;
}

/** Lower case, without the full stop, so that it can follow a colon. */
std::string asClause (std::string sentence)
{
    if (sentence.ends_with ('.'))
        sentence.pop_back();

    if (sentence.size() > 1 && isCapital (sentence[0]) && ! isCapital (sentence[1]))
        sentence[0] = inLowerCase (sentence[0]);

    return sentence;
}
} // namespace

std::string nameFor (const SoundIntent& intent, SoundCategory category, std::uint64_t seed)
{
    const auto [axis, isUp] = mannerOf (intent, seed);
    return std::string (pick (mannersOf (axis, isUp), seed, "first")) + " " + std::string (pick (nounsOf (category), seed, "second"));
}

std::string describe (const PatchOrigin& origin, SoundCategory category, const std::string& baseName)
{
    constexpr std::size_t mostDeeds = 4;
    std::vector<std::string> deeds;

    for (const auto& delta : origin.deltas)
        if (const auto clause = asClause (delta.why); ! delta.cause.empty() && deeds.size() < mostDeeds && std::ranges::find (deeds, clause) == deeds.end())
            deeds.push_back (clause);

    return capitalised (std::string (nameOf (category)) + " made from " + baseName + (deeds.empty() ? "" : ": " + listed (deeds)) + ".");
}

} // namespace athanor
