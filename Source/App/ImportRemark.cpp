// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/ImportRemark.h"

#include <algorithm>
#include <array>

namespace athanor
{

namespace
{
template <std::size_t count>
bool hasOneOf (std::string_view text, const std::array<std::string_view, count>& words)
{
    return std::ranges::any_of (words, [text] (std::string_view word) { return text.find (word) != std::string_view::npos; });
}
} // namespace

ImportRemark::Kind kindOfRemark (std::string_view what, std::string_view why)
{
    static constexpr std::array<std::string_view, 3> damaged { "damaged", "breaks off", "has no end" };
    static constexpr std::array<std::string_view, 8> lost { "left out", "not played", "silent", "skipped", "missing", "do not ", "stays open", "cannot be played" };

    if (hasOneOf (what, damaged) || hasOneOf (why, damaged) || why.find ("order list") != std::string_view::npos)
        return ImportRemark::Kind::damaged;

    return hasOneOf (what, lost) ? ImportRemark::Kind::lost : ImportRemark::Kind::changed;
}

std::string nameOf (ImportRemark::Kind kind)
{
    switch (kind)
    {
        case ImportRemark::Kind::lost:
            return "Not heard";
        case ImportRemark::Kind::damaged:
            return "Damaged in the file";
        case ImportRemark::Kind::changed:
            break;
    }

    return "Not quite the same";
}

std::string textOf (const std::vector<ImportRemark>& remarks, const std::string& fileName)
{
    auto text = "How Athanor read " + fileName + "\n";

    for (const auto kind : { ImportRemark::Kind::lost, ImportRemark::Kind::changed, ImportRemark::Kind::damaged })
    {
        auto isFirst = true;

        for (const auto& remark : remarks)
        {
            if (remark.kind != kind)
                continue;

            text += isFirst ? "\n" + nameOf (kind) + "\n" : "";
            text += "- " + remark.what + (remark.where.empty() ? "" : " (" + remark.where + ")") + (remark.count > 1 ? " " + std::to_string (remark.count) + " times." : "") + (remark.why.empty() ? "" : " " + remark.why) + "\n";
            isFirst = false;
        }
    }

    return text;
}

} // namespace athanor
