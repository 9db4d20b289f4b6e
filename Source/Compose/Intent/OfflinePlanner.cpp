// SPDX-License-Identifier: GPL-3.0-or-later
#include "Compose/Intent/OfflinePlanner.h"

#include "Compose/Intent/PromptReader.h"

#include <algorithm>
#include <cmath>

namespace athanor
{

namespace
{
/** What was there, as what a refinement begins with: its wishes are no news, and neither is what was said about it. */
IntentDraft draftFrom (const SoundIntent& before)
{
    IntentDraft draft;
    draft.intent = before;
    draft.intent.locks.clear();
    draft.intent.trace.clear();
    draft.intent.notUnderstood.clear();
    draft.intent.remarks.clear();
    draft.mentions = before.categories;
    draft.intent.categories.clear();
    draft.intent.wishes.clear();

    // What was relative then is part of the sound now.
    for (std::size_t axis = 0; axis < choiceNames<TimbreAxis>.size(); ++axis)
    {
        const auto name = static_cast<TimbreAxis> (axis);
        const auto moved = before.wished (name, true);
        auto isMoved = false;

        for (auto wish : before.wishes)
            if (wish.axis == name && ! wish.isRelative)
            {
                wish.direction = std::clamp (wish.direction + moved, -1.0, 1.0);
                draft.intent.wishes.push_back (wish);
                isMoved = true;
            }

        if (! isMoved && (moved < 0 || moved > 0))
            draft.intent.wishes.push_back ({ name, moved, 1, false });
    }

    return draft;
}

void remark (SoundIntent& intent, std::string_view prompt)
{
    const auto isBlank = std::all_of (prompt.begin(), prompt.end(), [] (char c) { return static_cast<unsigned char> (c) <= ' ' || c == 0x7f; });
    auto& remarks = intent.remarks;

    if (isBlank)
        remarks.emplace_back ("There is nothing to read yet: describe a sound, as in \"warm pad that slowly opens\".");
    else if (intent.confidence <= 0)
        remarks.emplace_back ("Nothing of this was understood: say in English what the sound is like, as in \"dark punchy bass\".");
    else if (! intent.notUnderstood.empty())
    {
        const auto isOne = intent.notUnderstood.size() == 1;
        remarks.emplace_back (isOne ? "\"" + intent.notUnderstood.front() + "\" was not understood and left out." : std::to_string (intent.notUnderstood.size()) + " words were not understood and left out.");
    }

    if (prompt.size() > longestReadPrompt)
        remarks.emplace_back ("Only the first " + std::to_string (longestReadPrompt) + " characters were read.");
}

double confidenceOf (const IntentDraft& draft)
{
    const auto lost = static_cast<double> (draft.intent.notUnderstood.size());
    const auto understood = static_cast<double> (draft.understood);

    if (understood <= 0)
        return 0;

    const auto isNamed = ! draft.intent.categories.empty() && draft.intent.categories.front().weight >= .5;
    return understood / (understood + lost) * (isNamed || draft.intent.isRefinement ? 1 : .7);
}

/** Without a sound that was there "more" is only "much". */
void makeAbsolute (SoundIntent& intent)
{
    std::vector<AxisWish> wishes;

    for (auto wish : intent.wishes)
    {
        wish.isRelative = false;
        const auto same = std::find_if (wishes.begin(), wishes.end(), [&] (const AxisWish& other) { return other.axis == wish.axis && (other.direction < 0) == (wish.direction < 0); });

        if (same == wishes.end())
            wishes.push_back (wish);
        else if (std::abs (wish.direction) > std::abs (same->direction))
            *same = wish;
    }

    intent.wishes = std::move (wishes);
}

struct Reading
{
    IntentDraft draft;
    bool speaksOfBefore = false, namesBefore = false, startsAfresh = false;
};

Reading readInto (IntentDraft draft, const std::vector<PromptItem>& items)
{
    PromptReader reader (items, draft);
    reader.read();
    draft.finish();
    return { std::move (draft), reader.speaksOfBefore, reader.namesBefore, reader.startsAfresh };
}
} // namespace

SoundIntent planSound (std::string_view prompt, const SoundIntent* before)
{
    const auto items = promptItems (promptWords (prompt), Lexicon::english());
    auto reading = readInto ({}, items);
    const auto& own = reading.draft.intent;
    const auto namesCategory = ! own.categories.empty() && own.categories.front().weight >= .3;

    // What is asked of a sound that is there without naming another is about it; and so is what names it again to change it.
    const auto isAboutBefore = before != nullptr && (namesCategory ? reading.speaksOfBefore && own.category() == before->category() : reading.speaksOfBefore || own.genres.empty());
    const auto isCompared = std::any_of (own.wishes.begin(), own.wishes.end(), [] (const AxisWish& wish) { return wish.isRelative; });
    const auto isRefinement = ! reading.startsAfresh && reading.draft.understood > 0 && (isAboutBefore || (before == nullptr && reading.speaksOfBefore && (! namesCategory || (reading.namesBefore && isCompared))));

    if (isRefinement && before != nullptr)
        reading = readInto (draftFrom (*before), items);

    auto intent = std::move (reading.draft.intent);
    intent.isRefinement = isRefinement;

    if (! isRefinement)
        makeAbsolute (intent);

    reading.draft.intent = intent;
    intent.confidence = confidenceOf (reading.draft);
    remark (intent, prompt);
    return intent;
}

} // namespace athanor
