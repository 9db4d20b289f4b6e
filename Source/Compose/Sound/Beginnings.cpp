// SPDX-License-Identifier: GPL-3.0-or-later
#include "Compose/Sound/Beginnings.h"

#include "Compose/Sound/Chance.h"
#include "Core/Text.h"

#include <algorithm>
#include <cctype>
#include <functional>
#include <utility>

namespace athanor
{

namespace
{
constexpr std::size_t mostDrafts = 6;
constexpr double daring = 0.25; ///< How much of a choice is the seed's: of a score, or of spreads.

class Beginnings
{
public:
    Beginnings (const PatchRequest& r, const SoundShelf& s, bool h) : request (r), shelf (s), isHeard (h) {}

    Result<std::vector<PatchDraft>> drafts() const
    {
        std::vector<PatchDraft> found;

        if (! request.begin.empty())
        {
            const auto* base = shelf.baseNamed (request.begin);

            if (base == nullptr)
                return Failure { "There is no preset or template \"" + request.begin + "\" to begin with.", {} };

            auto draft = draftFrom (*base, nullptr);
            return draft ? Result<std::vector<PatchDraft>> (std::vector { *draft }) : draft.failure();
        }

        const auto plain = plainBase();

        for (const auto& choice : ranked (request.intent, wordsOf (request)))
            if (auto draft = draftFrom (shelf.bases()[choice.base], plain != nullptr ? &plain->timbre : nullptr))
            {
                found.push_back (*draft);

                if (! isHeard || found.size() == mostDrafts)
                    break;
            }

        if (found.empty())
            return Failure { "There are no sounds to begin with: the folder of presets is empty or cannot be read.", {} };

        return found;
    }

private:
    Result<PatchDraft> draftFrom (const SoundBase& base, const Timbre* plain) const
    {
        constexpr double guessed = 0.5; ///< How much of a way is gone that nobody hears.
        auto patch = shelf.load (base);

        if (! patch)
            return patch.failure();

        PatchDraft draft { base.id, base.name, request.intent.category().value_or (base.category), *patch, {}, {}, base.timbre, true, {}, {}, {}, base.timbre, 0 };
        draft.own = undress (draft.plain);
        draft.aims = aimsOf (request.intent, draft.category, base.timbre, plain != nullptr ? *plain : base.timbre, shelf);

        // Usual gains are a guess that nobody corrects here. A change goes all of its way: it is to be noticed.
        if (! isHeard)
            for (auto& aim : draft.aims)
                aim.far *= aim.target ? guessed : 1;

        build (draft, request.intent, request.seed);
        return draft;
    }

    /** What fits best first, as this seed sees it. */
    std::vector<BaseChoice> ranked (const SoundIntent& intent, const std::vector<std::string>& said) const
    {
        auto choices = shelf.find (intent, said);

        for (auto& choice : choices)
            choice.score += daring * gumbel (request.seed, shelf.bases()[choice.base].id);

        std::ranges::stable_sort (choices, std::greater<>(), &BaseChoice::score);
        return choices;
    }

    /** About what this seed would begin with if the kind of sound were all that was said: what the other words are to be heard against. Null: no kind
        was named, or the shelf is empty. */
    const SoundBase* plainBase() const
    {
        const auto category = request.intent.category();

        if (! category)
            return nullptr;

        SoundIntent plain;
        plain.categories = request.intent.categories;
        auto choices = ranked (plain, { std::string (nameOf (*category)) });
        choices.resize (std::min (choices.size(), isHeard ? mostDrafts : 1));
        const auto baseOf = [&] (const BaseChoice& choice) -> const SoundBase& { return shelf.bases()[choice.base]; };
        const auto first = std::ranges::min_element (choices, {}, [&] (const BaseChoice& choice) { return distanceFrom ({}, baseOf (choice).timbre, *category, shelf) - whimOf (request.seed, baseOf (choice).id); });
        return first != choices.end() ? &baseOf (*first) : nullptr;
    }

    const PatchRequest& request;
    const SoundShelf& shelf;
    bool isHeard;
};
} // namespace

std::vector<std::string> wordsOf (const PatchRequest& request)
{
    auto words = request.tags;
    std::string word;

    for (const char c : request.prompt + " ")
    {
        if (std::isalnum (static_cast<unsigned char> (c)) != 0)
            word += inLowerCase (c);
        else if (word.size() > 2)
            words.push_back (std::exchange (word, {}));
        else
            word.clear();
    }

    words.insert (words.end(), request.intent.genres.begin(), request.intent.genres.end());
    return words;
}

double whimOf (std::uint64_t seed, const std::string& base) { return daring * gumbel (seed, "to begin with " + base); }

Result<std::vector<PatchDraft>> draftsFor (const PatchRequest& request, const SoundShelf& shelf, bool isHeard) { return Beginnings (request, shelf, isHeard).drafts(); }

} // namespace athanor
