// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Kit/FuzzyMatch.h"

#include "Core/Text.h"

#include <algorithm>
#include <limits>
#include <string>

namespace athanor
{

namespace
{

constexpr int eachCharacter = 16, wordStart = 24, nameStart = 8, run = 18, gap = 1;
constexpr int impossible = std::numeric_limits<int>::min() / 2;
constexpr std::size_t longest = 200; ///< Bytes of a name that are looked at.

bool isSeparator (char c) { return c == ' ' || c == '-' || c == '_' || c == '/' || c == '.' || c == ':' || c == '(' || c == '+'; }

int placeBonus (std::string_view name, std::size_t at)
{
    if (at == 0)
        return wordStart + nameStart;

    const auto before = name[at - 1], here = name[at];
    const auto isCapital = here >= 'A' && here <= 'Z' && before >= 'a' && before <= 'z';
    return isSeparator (before) || isCapital ? wordStart : 0;
}

/** The scores of all ways to match: row i has, for each place j, the best with query[i] at name[j], and from where it came. */
class Table
{
public:
    Table (std::string_view query, std::string_view name)
        : width (name.size()), score (query.size() * width, impossible), from (query.size() * width, -1)
    {
        for (std::size_t i = 0; i < query.size(); ++i)
            fillRow (i, query[i], name);
    }

    FuzzyMatch best (std::size_t rows, std::string_view name) const
    {
        const auto* last = &score[(rows - 1) * width];
        const auto at = std::max_element (last, last + width) - last;

        if (last[at] <= impossible / 2)
            return {};

        FuzzyMatch match;
        match.score = std::max (1, last[at] - static_cast<int> (name.size()) / 3);

        auto place = static_cast<int> (at);

        for (auto row = rows; row-- > 0;)
        {
            match.places.push_back (place);
            place = from[row * width + static_cast<std::size_t> (place)];
        }

        std::reverse (match.places.begin(), match.places.end());
        return match;
    }

private:
    void fillRow (std::size_t i, char wanted, std::string_view name)
    {
        auto bestBefore = impossible, bestPlace = -1; // best of the row above, each place losing one for every step away

        for (std::size_t j = 0; j < width; ++j)
        {
            if (i > 0 && j > 0)
            {
                const auto above = score[(i - 1) * width + j - 1];
                bestBefore = bestBefore == impossible ? impossible : bestBefore - gap;

                if (above > bestBefore)
                {
                    bestBefore = above;
                    bestPlace = static_cast<int> (j) - 1;
                }
            }

            if (inLowerCase (name[j]) != wanted)
                continue;

            const auto own = eachCharacter + placeBonus (name, j);

            if (i == 0)
            {
                score[j] = own - static_cast<int> (std::min<std::size_t> (j, 20)) * gap;
                continue;
            }

            const auto running = j > 0 ? score[(i - 1) * width + j - 1] + run : impossible;
            const auto isRun = running >= bestBefore;
            const auto before = isRun ? running : bestBefore;

            if (before > impossible / 2)
            {
                score[i * width + j] = before + own;
                from[i * width + j] = isRun ? static_cast<int> (j) - 1 : bestPlace;
            }
        }
    }

    std::size_t width;
    std::vector<int> score, from;
};

} // namespace

FuzzyMatch fuzzyMatch (std::string_view query, std::string_view name)
{
    std::string wanted;

    for (auto c : query)
        if (c != ' ')
            wanted += inLowerCase (c);

    if (wanted.empty())
        return { 1, {} };

    name = name.substr (0, longest);

    if (wanted.size() > name.size())
        return {};

    return Table (wanted, name).best (wanted.size(), name);
}

} // namespace athanor
