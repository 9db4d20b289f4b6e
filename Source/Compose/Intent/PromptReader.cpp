// SPDX-License-Identifier: GPL-3.0-or-later
#include "Compose/Intent/PromptReader.h"

#include <algorithm>
#include <cmath>

namespace athanor
{

void PromptReader::read()
{
    isUsed.assign (items.size(), false);

    for (std::size_t i = 0; i < items.size(); ++i)
    {
        beginItem (i);

        if (isUsed[i])
            continue;

        if (items[i].kind == PromptKind::unknown || items[i].has (WordRole::ordinary))
            draft.lost (items[i]);
        else if (items[i].kind != PromptKind::phrase)
            number (i);
        else if (items[i].isSound())
            sound (i);
        else
            role (i);
    }

    compounds();
}

/** What a comma or a full stop ends. */
void PromptReader::beginItem (std::size_t i)
{
    if (items[i].before < WordBreak::comma)
        return;

    mood = {};
    headWeight = 1;
    carry = WordRole::filler;
    bareTarget.reset();
    numberTarget.reset();

    if (items[i].before == WordBreak::stop)
    {
        last = {};
        carry = WordRole::sound;
        lastMovement.reset();
    }

    if (! isNoun (i))
        keeps = removes = false;
}

void PromptReader::sign (WordRole role)
{
    mood.sign = role;
    mood.isSaid = true;
    keeps = keeps && role == WordRole::no;
    speaksOfBefore = speaksOfBefore || role == WordRole::more || role == WordRole::less || role == WordRole::too;
}

void PromptReader::turn()
{
    mood = last = {};
    keeps = false;
    carry = WordRole::sound;
    headWeight = 1;
}

void PromptReader::role (std::size_t i)
{
    const auto& sense = *items[i].find.sense;

    switch (sense.role)
    {
        case WordRole::much:
            mood.factor *= sense.amount;
            mood.isSaid = true;
            break;

        case WordRole::no:
        case WordRole::noMuch:
        case WordRole::more:
        case WordRole::less:
        case WordRole::too:
            sign (sense.role);
            break;

        case WordRole::remove:
            mood.sign = WordRole::no;
            mood.isSaid = removes = speaksOfBefore = true;
            break;

        case WordRole::keep:
            keeps = speaksOfBefore = true;
            break;

        case WordRole::refine:
            speaksOfBefore = namesBefore = true;
            keeps = false;
            break;

        case WordRole::fresh:
            startsAfresh = true;
            break;

        case WordRole::conjunction:
        case WordRole::alternative:
            carry = sense.role;
            break;

        case WordRole::contrast:
            turn();
            break;

        case WordRole::with:
            headWeight = .3;
            break;

        case WordRole::like:
            // "Bell-like" says it of what stands before.
            if (! items[i].isJoined)
                headWeight = .3;

            break;

        case WordRole::purpose:
            headWeight = .12;
            break;

        default:
            break;
    }
}

//==============================================================================
bool PromptReader::isNoun (std::size_t i) const { return i < items.size() && items[i].isSound() && (items[i].find.sense->isNoun || items[i].find.sense->target); }

/** The next item that says something, over fillers; the end where a break or something else stands in between. */
std::size_t PromptReader::nextSound (std::size_t i, WordBreak across) const
{
    for (auto j = i + 1; j < items.size() && items[j].before <= across; ++j)
        if (items[j].isSound())
            return j;
        else if (! items[j].has (WordRole::filler) && ! items[j].has (WordRole::much))
            break;

    return items.size();
}

/** Whether a list without words of its own goes on to an "and" or "or": chorus, delay and reverb. */
bool PromptReader::carriesOn (std::size_t i) const
{
    for (auto j = i; j < items.size(); ++j)
    {
        if (items[j].has (WordRole::conjunction) || items[j].has (WordRole::alternative))
            return isNoun (j + 1);

        if (! isNoun (j) || items[j].before == WordBreak::stop)
            return false;
    }

    return false;
}

/** "Vibrato off", "reverb: none", "reverb-free". */
bool PromptReader::isUndoneAfter (std::size_t i) const
{
    for (auto j = i + 1; j < items.size() && items[j].before <= WordBreak::colon; ++j)
        if (items[j].has (WordRole::after))
            return true;
        else if (const auto& text = items[j].text; text != "is" && text != "are" && text != "be" && text != "should" && text != "set" && text != "to" && text != "turned" && text != "switched")
            return items[j].has (WordRole::no) && items[j].before == WordBreak::colon;

    return false;
}

/** "Darker, a bit"; "increase resonance slightly": of what stands last. */
double PromptReader::muchAfter (std::size_t i) const
{
    auto factor = 1.0;

    for (auto j = i + 1; j < items.size() && items[j].before == WordBreak::none; ++j)
        if (items[j].has (WordRole::much))
            factor *= items[j].find.sense->amount;
        else if (! items[j].has (WordRole::filler))
            return 1;

    return factor;
}

PromptReader::Mood PromptReader::moodAt (std::size_t i) const
{
    auto now = mood;
    const auto& find = items[i].find;

    if (now.sign == WordRole::sound && ! now.isSaid)
    {
        const auto isListed = isNoun (i) && last.wasNoun;

        if (carry == WordRole::alternative || (carry == WordRole::conjunction && isListed) || (carry == WordRole::filler && isListed && carriesOn (i)))
            now.sign = last.sign;
    }

    if (find.isWithout || (isUndoneAfter (i) && ! isNegative (now.sign)))
        now.sign = WordRole::no;

    if ((find.isComparative || find.sense->isRelative) && (now.sign == WordRole::sound || now.sign == WordRole::more))
        now.sign = WordRole::more;

    now.factor *= find.factor * muchAfter (i);
    now.wasNoun = isNoun (i);
    return now;
}

void PromptReader::sound (std::size_t i)
{
    const auto& sense = *items[i].find.sense;
    ++draft.understood;

    if (items[i].find.isComparative || sense.isRelative)
        speaksOfBefore = true;

    if (keeps && keptAsItIs (i))
        return;

    keeps = false;

    if (sense.speed && (speedOfATarget (i) || speedOfAMovement (i) || speedAsIntensity (i)))
        return;

    numberTarget.reset();
    const auto now = moodAt (i);

    if (sense.target)
        target (i, now);
    else if (! categoryAsLowEnd (i, now))
        apply (i, now);

    last = now;
    mood = {};
    carry = WordRole::sound;
    lastSound = i;
}

//==============================================================================
/** "String pad": the last of a compound is what it is. */
void PromptReader::compounds()
{
    for (std::size_t k = 0; k < mentions.size(); ++k)
        for (auto next = k + 1; next < mentions.size(); ++next)
        {
            if (mentions[next].item == mentions[k].item)
                continue;

            auto isOne = true;

            for (auto i = mentions[k].item + 1; i <= mentions[next].item && isOne; ++i)
                isOne = items[i].before == WordBreak::none && (items[i].isSound() || items[i].has (WordRole::much) || (items[i].has (WordRole::filler) && items[i].text.size() > 4));

            auto& former = draft.mentions[mentions[k].category];

            if (const auto& latter = draft.mentions[mentions[next].category]; isOne && latter.weight >= .45 * former.weight && former.category != latter.category)
                former.weight *= .4;

            break;
        }
}

} // namespace athanor
