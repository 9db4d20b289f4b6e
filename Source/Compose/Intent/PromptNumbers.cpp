// SPDX-License-Identifier: GPL-3.0-or-later
// What the numbers of a prompt belong to.
#include "Compose/Intent/PromptReader.h"

#include <algorithm>
#include <cmath>

namespace athanor
{

namespace
{
bool isWithin (double value, double low, double high) { return value >= low && value <= high; }
} // namespace

void PromptReader::number (std::size_t i)
{
    const auto& item = items[i];
    auto& intent = draft.intent;
    ++draft.understood;

    switch (item.kind)
    {
        case PromptKind::seconds:
            return seconds (i);
        case PromptKind::percent:
            return percent (i);
        case PromptKind::beats:
            return beats (i);
        case PromptKind::hertz:
            return rate (i, item.number, {});

        case PromptKind::octaves:
            draft.octaves (item, static_cast<int> (item.number));
            speaksOfBefore = speaksOfBefore || item.text.find ("er") != std::string::npos;
            break;

        case PromptKind::tempo:
            intent.tempo = item.number;
            draft.note (item, "tempo");
            break;

        case PromptKind::key:
            intent.key = item.key;
            draft.note (item, "key");
            break;

        case PromptKind::note:
            intent.note = std::clamp (static_cast<int> (item.number), 0, 127);
            draft.note (item, "around note " + std::to_string (*intent.note));
            break;

        case PromptKind::cents:
        case PromptKind::voices:
            draft.want (item, item.kind == PromptKind::cents ? SoundFeature::detune : SoundFeature::unison);
            draft.wish (item, TimbreAxis::thickness, std::clamp (.3 + item.number / (item.kind == PromptKind::cents ? 50 : 16), .3, 1.0), 1, false);
            break;

        case PromptKind::year:
            intent.decade = std::clamp (static_cast<int> (item.number) / 10 * 10, 1950, 2020);
            draft.note (item, "from the " + std::to_string (*intent.decade) + "s");
            break;

        default:
            draft.lost (item);
            break;
    }
}

/** Of the time of the envelope that stands beside: "attack 10 ms", "2 s release", "a release of 2 s". */
void PromptReader::seconds (std::size_t i)
{
    const auto value = items[i].number;
    auto ahead = items.size();

    for (auto j = i + 1; j < items.size() && j <= i + 4 && items[j].before == WordBreak::none && ahead == items.size(); ++j)
        if (isNoun (j) && items[j].find.sense->target)
            ahead = j;

    if (const auto at = numberTarget ? *numberTarget : ahead; at < items.size())
    {
        draft.envelope (items[i], *items[at].find.sense->target, value);

        // The bound word says no more, and what lies between was about its length.
        if (! numberTarget)
            std::fill (isUsed.begin() + static_cast<std::ptrdiff_t> (i) + 1, isUsed.begin() + static_cast<std::ptrdiff_t> (at) + 1, true);

        bareTarget.reset();
        numberTarget.reset();
    }
    else if (lastMovement && value > 0)
        rate (i, std::clamp (1 / value, .01, 100.0), {});
    else
        draft.envelope (items[i], lastSound && items[*lastSound].find.sense->space.reverb ? EnvelopePart::release : EnvelopePart::decay, value);
}

void PromptReader::percent (std::size_t i)
{
    const auto share = items[i].number / 100;
    const auto j = nextSound (i, WordBreak::none);
    const auto hasRoom = [&] (std::size_t at) { return at < items.size() && (items[at].find.sense->space.reverb || items[at].find.sense->space.delay); };

    if (hasRoom (j))
        pendingPercent = std::min (share, 1.0);
    else if (j >= items.size() && lastSound && hasRoom (*lastSound))
    {
        if (items[*lastSound].find.sense->space.reverb)
            draft.reverb (items[i], share);
        else
            draft.delay (items[i], share);
    }
    else
    {
        mood.factor *= std::clamp (share / .6, .1, 1.7);
        mood.isSaid = true;
    }
}

void PromptReader::beats (std::size_t i)
{
    const auto hasDelay = [&] (std::size_t at) { return at < items.size() && items[at].find.sense->space.delay && *items[at].find.sense->space.delay > 0; };
    const auto j = nextSound (i, WordBreak::none);

    if (j < items.size() && (hasDelay (j) || ! items[j].find.sense->movements.empty()))
        pendingBeats = items[i].number;
    else if (lastSound && hasDelay (*lastSound) && items[i].before == WordBreak::none)
        draft.intent.space.delayBeats = items[i].number, draft.note (items[i], "length of the delay");
    else
        rate (i, {}, items[i].number);
}

void PromptReader::rate (std::size_t i, std::optional<double> hertz, std::optional<double> length)
{
    const auto isSane = (! hertz || isWithin (*hertz, .01, 100)) && (! length || isWithin (*length, 1.0 / 32, 64));
    auto& movements = draft.intent.movements;
    const auto j = nextSound (i, WordBreak::none);

    if (! isSane)
        return draft.lost (items[i]);

    if (j < items.size() && ! items[j].find.sense->movements.empty())
        pendingHertz = hertz, pendingBeats = length;
    else if (! movements.empty())
    {
        auto& movement = movements.back();
        movement.hertz = hertz;
        movement.beats = length;
        draft.note (items[i], "how fast the " + std::string (nameOf (movement.kind)) + " goes");
    }
    else
        pendingHertz = hertz, pendingBeats = length;
}

} // namespace athanor
