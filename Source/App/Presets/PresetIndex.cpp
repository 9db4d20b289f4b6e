// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Presets/PresetIndex.h"

#include "App/Presets/Folded.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <numeric>
#include <tuple>

namespace athanor
{

namespace
{
constexpr std::size_t fields = 5;
constexpr std::array weights { 100, 45, 35, 25, 10 }; ///< Of name, tags, category, author, comments.
constexpr int atWord = 15, atName = 30, isWhole = 40;

std::string joined (const std::vector<std::string>& words)
{
    std::string text;

    for (const auto& word : words)
        text += word + ' ';

    return text;
}

bool hasAll (const std::vector<std::string>& sorted, const std::vector<std::string>& wanted)
{
    return std::ranges::all_of (wanted, [&] (const std::string& one) { return std::ranges::binary_search (sorted, one); });
}
} // namespace

void PresetIndex::set (std::vector<PresetItem> items)
{
    std::vector<std::tuple<bool, std::string, std::string, std::size_t>> order;

    for (std::size_t i = 0; i < items.size(); ++i)
        order.emplace_back (! items[i].problem.empty(), folded (items[i].category), folded (items[i].name), i);

    std::ranges::sort (order);
    all.clear();
    texts.clear();
    starts.clear();
    byCategory.clear();
    byAuthor.clear();
    byTag.clear();

    for (const auto& [isBroken, category, name, i] : order)
    {
        auto& item = all.emplace_back (std::move (items[i]));
        ++byCategory[item.category];
        ++byAuthor[item.author];

        for (const auto& tag : item.tags)
            ++byTag[tag];

        for (const auto& field : { name, folded (joined (item.tags)), category, folded (item.author), folded (item.comments) })
        {
            starts.push_back (static_cast<std::uint32_t> (texts.size()));
            texts += '\n';
            texts += field;
        }
    }

    starts.push_back (static_cast<std::uint32_t> (texts.size()));
    byCategory.erase ("");
    byAuthor.erase ("");
}

/** 0: a word is missing. The first place of a word is the one that counts, for the fields stand in their order of weight. */
int PresetIndex::scoreOf (std::size_t item, const std::vector<std::string>& words) const
{
    const auto* const first = &starts[item * fields];
    const std::size_t begin = first[0], end = first[fields];
    int score = 1;

    for (const auto& word : words)
    {
        const auto* found = static_cast<const char*> (::memmem (texts.data() + begin, end - begin, word.data(), word.size()));

        if (found == nullptr)
            return 0;

        const auto place = static_cast<std::size_t> (found - texts.data());
        const auto field = static_cast<std::size_t> (std::upper_bound (first, first + fields, place) - first - 1);
        score += weights[field];

        if (const auto before = texts[place - 1]; before == ' ' || before == '\n')
            score += atWord;

        if (field == 0 && place == begin + 1)
            score += atName + (place + word.size() == first[1] ? isWhole : 0);
    }

    return score;
}

std::vector<std::size_t> PresetIndex::find (const PresetQuery& query) const
{
    std::vector<std::pair<int, std::size_t>> found;
    const auto words = foldedWords (query.words);

    for (std::size_t i = 0; i < all.size(); ++i)
    {
        const auto& item = all[i];
        const auto isWanted = (! query.onlyFavourites || item.isFavourite) && (query.category.empty() || item.category == query.category) && (query.author.empty() || item.author == query.author) && hasAll (item.tags, query.tags);

        if (const auto score = isWanted ? scoreOf (i, words) : 0; score > 0)
            found.emplace_back (-score, i);
    }

    if (! words.empty())
        std::ranges::sort (found);

    std::vector<std::size_t> places (found.size());
    std::ranges::transform (found, places.begin(), &std::pair<int, std::size_t>::second);
    return places;
}

std::size_t PresetIndex::placeOf (const std::filesystem::path& file) const
{
    // Paths compare part by part, which takes its time; these are all written in the same way.
    return static_cast<std::size_t> (std::ranges::find_if (all, [&] (const PresetItem& item) { return item.file.native() == file.native(); }) - all.begin());
}

} // namespace athanor
