// SPDX-License-Identifier: GPL-3.0-or-later
// Goes through the phrases of a prompt and gathers what they wish, with what small words do to their neighbours.
#pragma once

#include "Compose/Intent/IntentDraft.h"
#include "Compose/Intent/PromptItems.h"

#include <optional>
#include <vector>

namespace athanor
{

/** Of what takes away from the next. */
constexpr bool isNegative (WordRole role)
{
    return role == WordRole::no || role == WordRole::noMuch || role == WordRole::less || role == WordRole::too;
}

/** One pass over the items of a prompt. */
class PromptReader
{
public:
    /** Adds to `draft`, which may hold what was there before. */
    PromptReader (const std::vector<PromptItem>& i, IntentDraft& d) : items (i), draft (d) {}

    void read();

    bool speaksOfBefore = false; ///< "Darker", "keep", "remove": of a sound that is there.
    bool namesBefore = false;    ///< "Make it", "than before": that and nothing else.
    bool startsAfresh = false;   ///< "Now give me", "a new".

private:
    /** What the small words before a sound make of it. */
    struct Mood
    {
        WordRole sign = WordRole::sound; ///< Or no, noMuch, more, less, too.
        double factor = 1;
        bool isSaid = false;
        bool wasNoun = false;
    };

    void beginItem (std::size_t);
    void role (std::size_t);
    void sign (WordRole);
    void turn();
    void sound (std::size_t);
    void number (std::size_t);
    void seconds (std::size_t);
    void percent (std::size_t);
    void beats (std::size_t);
    void rate (std::size_t, std::optional<double> hertz, std::optional<double> beats);

    bool keptAsItIs (std::size_t);
    bool speedOfATarget (std::size_t);
    bool speedOfAMovement (std::size_t);
    bool speedAsIntensity (std::size_t);
    bool categoryAsLowEnd (std::size_t, const Mood&);
    void target (std::size_t, const Mood&);
    void applyTarget (std::size_t, const PromptItem& speed, double factor, bool isRelative);
    void apply (std::size_t, const Mood&);
    void applyPlainly (std::size_t, const Mood&);
    void applyNo (std::size_t);
    void compounds();

    Mood moodAt (std::size_t) const;
    bool carriesOn (std::size_t) const;
    bool isUndoneAfter (std::size_t) const;
    double muchAfter (std::size_t) const;
    bool isNoun (std::size_t) const;
    std::size_t nextSound (std::size_t, WordBreak across) const;

    const std::vector<PromptItem>& items;
    IntentDraft& draft;
    Mood mood, last;
    WordRole carry = WordRole::sound; ///< Conjunction or alternative since the last sound; filler: a comma.
    bool keeps = false, removes = false;
    double headWeight = 1;
    std::optional<std::size_t> numberTarget; ///< A time of the envelope that a number may follow.
    std::optional<std::size_t> bareTarget;   ///< A time of the envelope that nothing was said of yet.
    std::optional<std::size_t> lastMovement; ///< Of the draft, of this clause.
    std::optional<std::size_t> lastSound;
    std::optional<double> pendingHertz, pendingBeats, pendingPercent;
    std::vector<bool> isUsed;

    struct Mention
    {
        std::size_t item;
        std::size_t category; ///< Of the draft.
    };

    std::vector<Mention> mentions;
};

} // namespace athanor
