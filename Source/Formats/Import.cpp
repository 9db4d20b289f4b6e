// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Import.h"

#include <algorithm>

namespace athanor
{

namespace
{
constexpr std::size_t mostNumbers = 12;

/** "instruments 3, 4 and 7". */
std::string place (const std::string& kind, const std::vector<int>& numbers)
{
    if (kind.empty() || numbers.empty())
        return kind;

    auto text = kind + (numbers.size() > 1 ? "s " : " ");

    for (std::size_t i = 0; i < std::min (numbers.size(), mostNumbers); ++i)
        text += (i == 0 ? "" : i + 1 == numbers.size() ? " and "
                                                       : ", ") +
                std::to_string (numbers[i]);

    return numbers.size() > mostNumbers ? text + " and others" : text;
}
} // namespace

void ImportReport::add (const std::string& what, const std::string& why, const std::string& kind, int number)
{
    auto found = std::find_if (entries.begin(), entries.end(), [&] (const Entry& entry) { return entry.what == what && entry.why == why && entry.kind == kind; });

    if (found == entries.end())
        found = entries.insert (entries.end(), Entry { what, why, kind, {}, 0 });

    ++found->count;

    if (! kind.empty() && number > 0 && found->numbers.size() <= mostNumbers && std::find (found->numbers.begin(), found->numbers.end(), number) == found->numbers.end())
        found->numbers.push_back (number);
}

std::vector<ImportNote> ImportReport::notes() const
{
    std::vector<ImportNote> result;

    for (const auto& entry : entries)
        result.push_back ({ entry.what, place (entry.kind, entry.numbers), entry.why, entry.count });

    return result;
}

std::string ImportReport::text() const
{
    std::string result;

    for (const auto& note : notes())
    {
        auto line = note.what;

        if (! note.where.empty())
        {
            if (line.ends_with ('.'))
                line.pop_back();

            line += " (" + note.where + ").";
        }

        result += line + (note.why.empty() ? "" : " " + note.why) + "\n";
    }

    return result;
}

} // namespace athanor
