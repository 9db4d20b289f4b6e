// SPDX-License-Identifier: GPL-3.0-or-later
#include "Compose/Intent/Lexicon.h"

#include "Compose/Intent/Meaning.h"

#include <algorithm>
#include <array>

namespace athanor
{

namespace
{
bool isLetter (char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char> (c) >= 0x80; }

/** The letters of a phrase, and of how many words it is. */
std::pair<std::string, int> keyOf (std::string_view phrase)
{
    std::string letters;
    int words = 0;

    for (std::size_t i = 0; i < phrase.size(); ++i)
        if (isLetter (phrase[i]))
        {
            words += i == 0 || (phrase[i - 1] != '\'' && ! isLetter (phrase[i - 1]));
            letters += phrase[i];
        }

    return { letters, words };
}

/** How many letters were left out, put in, mistaken or swapped with their neighbour; more than `limit` is `limit` + 1. */
int distance (std::string_view a, std::string_view b, int limit)
{
    constexpr std::size_t longest = 24;

    if (a.size() > longest || b.size() > longest)
        return limit + 1;

    std::array<std::array<int, longest + 1>, 3> rows {};
    auto* before = &rows[0];
    auto* last = &rows[1];
    auto* now = &rows[2];

    for (std::size_t j = 0; j <= b.size(); ++j)
        (*last)[j] = static_cast<int> (j);

    for (std::size_t i = 1; i <= a.size(); ++i)
    {
        (*now)[0] = static_cast<int> (i);
        auto least = (*now)[0];

        for (std::size_t j = 1; j <= b.size(); ++j)
        {
            auto cost = std::min ({ (*last)[j] + 1, (*now)[j - 1] + 1, (*last)[j - 1] + (a[i - 1] != b[j - 1]) });

            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                cost = std::min (cost, (*before)[j - 2] + 1);

            (*now)[j] = cost;
            least = std::min (least, cost);
        }

        if (least > limit)
            return limit + 1;

        std::swap (before, last);
        std::swap (last, now);
    }

    return (*last)[b.size()];
}

/** With one letter wherever several are the same. */
std::string calmed (std::string_view text)
{
    std::string calm;

    for (const auto c : text)
        if (calm.empty() || calm.back() != c)
            calm += c;

    return calm;
}

struct Ending
{
    std::string_view ending, becomes;
    bool isComparative = false, isWithout = false;
    double factor = 1;
};

/** What an ending is taken off, tried in this order. */
constexpr std::array endings {
    Ending { "iest", "y", false, false, 1.5 }, Ending { "est", "", false, false, 1.5 }, Ending { "est", "e", false, false, 1.5 },
    Ending { "ier", "y", true }, Ending { "er", "", true }, Ending { "er", "e", true },
    Ending { "iness", "y" }, Ending { "ness", "" }, Ending { "ily", "y" }, Ending { "ly", "" }, Ending { "ly", "le" },
    Ending { "less", "", false, true },
    Ending { "ish", "", false, false, .6 }, Ending { "ish", "e", false, false, .6 }, Ending { "like", "", false, false, .8 }, Ending { "esque", "", false, false, .8 },
    Ending { "ies", "y" }, Ending { "es", "" }, Ending { "s", "" },
    Ending { "ied", "y" }, Ending { "ed", "" }, Ending { "ed", "e" }, Ending { "ing", "" }, Ending { "ing", "e" },
    Ending { "y", "" }, Ending { "y", "e" }, Ending { "ier", "" }, Ending { "our", "or" }, Ending { "en", "" }, Ending { "ens", "" }, Ending { "ened", "" }
};

bool saysAsMuch (const WordSense& a, const WordSense& b)
{
    return &a == &b || (a.role == b.role && a.axes == b.axes && a.categories == b.categories && a.features == b.features);
}
} // namespace

#define W(phrases, meaning) { phrases, meaning },

const Lexicon& Lexicon::english()
{
    static const Lexicon lexicon;
    return lexicon;
}

Lexicon::Lexicon()
{
    static constexpr Entry sounds[] = {
#include "Compose/Intent/LexiconSound.inc"
    };
    static constexpr Entry names[] = {
#include "Compose/Intent/LexiconNames.inc"
    };
    static constexpr Entry grammar[] = {
#include "Compose/Intent/LexiconGrammar.inc"
    };

    for (const auto& entries : { std::span<const Entry> (sounds), std::span<const Entry> (names), std::span<const Entry> (grammar) })
        add (entries);

    std::stable_sort (keys.begin(), keys.end(), [] (const Key& a, const Key& b) { return a.letters < b.letters; });

    // Of the same letters the last entry counts.
    const auto sameAsNext = [this] (const Key& key) { return &key != &keys.back() && (&key)[1].letters == key.letters; };
    std::vector<Key> kept;

    for (const auto& key : keys)
        if (! sameAsNext (key))
            kept.push_back (key);

    keys = std::move (kept);
}

void Lexicon::add (std::span<const Entry> entries)
{
    for (const auto& entry : entries)
    {
        senses.push_back (parseMeaning (entry.meaning));

        for (std::string_view rest (entry.phrases); ! rest.empty();)
        {
            const auto end = std::min (rest.find ('|'), rest.size());
            auto [letters, words] = keyOf (rest.substr (0, end));
            rest.remove_prefix (std::min (end + 1, rest.size()));

            if (! letters.empty())
                keys.push_back ({ std::move (letters), words, senses.size() - 1 });
        }
    }
}

const Lexicon::Key* Lexicon::find (std::string_view letters) const
{
    const auto found = std::lower_bound (keys.begin(), keys.end(), letters, [] (const Key& key, std::string_view text) { return key.letters < text; });
    return found != keys.end() && found->letters == letters ? &*found : nullptr;
}

const WordSense* Lexicon::exactly (std::string_view key, int words) const
{
    const auto* found = find (key);

    // "super saw" is "supersaw"; but "be at" is no beat.
    if (found == nullptr || (words > 1 && found->words != words && key.size() < 6))
        return nullptr;

    return &senses[found->sense];
}

std::optional<WordFind> Lexicon::word (std::string_view text) const
{
    if (const auto* found = find (text))
        return WordFind { &senses[found->sense], false, false, 1, {} };

    if (auto found = inflected (text))
        return found;

    // Waaaarm.
    if (const auto calm = calmed (text); calm.size() + 2 <= text.size())
        if (const auto* found = find (calm))
            return WordFind { &senses[found->sense], false, false, 1.3, {} };

    return misspelt (text);
}

std::optional<WordFind> Lexicon::inflected (std::string_view text) const
{
    for (const auto& ending : endings)
    {
        if (! text.ends_with (ending.ending) || text.size() + ending.becomes.size() < ending.ending.size() + 3)
            continue;

        const auto stem = std::string (text.substr (0, text.size() - ending.ending.size()));
        const auto* found = find (stem + std::string (ending.becomes));

        // Bigger, spinning.
        if (found == nullptr && ending.becomes.empty() && stem.size() > 3 && stem.back() == stem[stem.size() - 2])
            found = find (stem.substr (0, stem.size() - 1));

        if (found == nullptr)
            continue;

        const auto& sense = senses[found->sense];

        // Only what says something is compared; a filler stays one however it is bent.
        if (sense.role != WordRole::sound && sense.role != WordRole::filler && sense.role != WordRole::ordinary)
            continue;

        return WordFind { &sense, ending.isComparative && ! sense.axes.empty(), ending.isWithout, ending.factor, {} };
    }

    return {};
}

std::optional<WordFind> Lexicon::misspelt (std::string_view text) const
{
    if (text.empty())
        return {};

    const auto limit = text.size() < 4 ? 0 : text.size() < 10 ? 1
                                                              : 2;
    const Key* best = nullptr;
    auto least = 2 * limit + 1;
    auto isUnsure = false;

    const auto consider = [&] (const Key& key) {
        // Nobody mistakes a first letter, save for swapping it; and four letters have too many neighbours to be sure of but a swap.
        const auto difference = key.letters.size() > text.size() ? key.letters.size() - text.size() : text.size() - key.letters.size();

        if (key.words > 1 || key.letters.size() < 4 || difference > static_cast<std::size_t> (limit) || limit == 0)
            return;

        const auto isSwapped = key.letters[0] == text[1] && key.letters[1] == text[0];

        if (key.letters[0] != text[0] && ! isSwapped)
            return;

        const auto isShort = text.size() < 5 || key.letters.size() < 5;

        if (isShort && (difference != 0 || ! std::is_permutation (text.begin(), text.end(), key.letters.begin())))
            return;

        const auto errors = distance (text, key.letters, limit);

        if (errors > limit)
            return;

        // One letter for two and two that changed places are likelier than another letter: shimering is no shivering.
        const auto isLikely = calmed (text) == calmed (key.letters) || (difference == 0 && std::is_permutation (text.begin(), text.end(), key.letters.begin()));
        const auto away = 2 * errors - (isLikely ? 1 : 0);

        if (away < least)
        {
            least = away;
            best = &key;
            isUnsure = false;
        }
        else if (away == least && best != nullptr && ! saysAsMuch (senses[best->sense], senses[key.sense]))
            isUnsure = true;
    };

    // The keys are sorted: those with the same first letter, and those with the first two swapped.
    for (const auto first : { text[0], text.size() > 1 && text[1] != text[0] ? text[1] : '\0' })
    {
        const auto isBefore = [] (const Key& key, char letter) { return static_cast<unsigned char> (key.letters[0]) < static_cast<unsigned char> (letter); };

        for (auto key = std::lower_bound (keys.begin(), keys.end(), first, isBefore); key != keys.end() && key->letters[0] == first; ++key)
            consider (*key);
    }

    if (best == nullptr || isUnsure || senses[best->sense].role == WordRole::ordinary)
        return {};

    return WordFind { &senses[best->sense], false, false, 1, best->letters };
}

} // namespace athanor
