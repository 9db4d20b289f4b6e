// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Patch/PatchSummary.h"

#include "Core/Text.h"
#include "Formats/Patch/LongTexts.h"

#include <nlohmann/json.hpp>

namespace athanor
{

namespace
{
constexpr std::size_t longestText = 4'096, mostTags = 64;
constexpr int deepest = 64;

/** Listens to the parser for the few texts at the top, and keeps nothing of the rest. */
class SummaryListener
{
public:
    PatchSummary summary;
    bool isObject = false, hasSound = false;

    // The names are the parser's.

    bool null() { return true; }

    bool boolean (bool) { return true; }

    bool number_integer (std::int64_t) { return true; }

    bool number_unsigned (std::uint64_t) { return true; }

    bool number_float (double, const std::string&) { return true; }

    bool binary (std::vector<std::uint8_t>&) { return true; }

    bool string (std::string& text)
    {
        // Our own tags stand at the top, those in a preset of Vital in the part that is ours.
        if (isInTags && depth == tagDepth && summary.tags.size() < mostTags)
            summary.tags.push_back (shortened (text, longestText));
        else if (depth == 1)
            if (auto* wanted = textNamed (topName))
                *wanted = shortened (text, longestText);

        return true;
    }

    bool start_object (std::size_t)
    {
        isObject = isObject || depth == 0;
        return ++depth <= deepest;
    }

    bool key (std::string& name)
    {
        if (depth == 1)
        {
            topName = name;
            hasSound = hasSound || name == "modules" || name == "settings";
        }

        isTags = name == "tags" && (depth == 1 || (depth == 2 && topName == "athanor"));
        return true;
    }

    bool end_object()
    {
        --depth;
        return true;
    }

    bool start_array (std::size_t)
    {
        ++depth;

        if (std::exchange (isTags, false))
        {
            isInTags = true;
            tagDepth = depth;
        }

        return depth <= deepest;
    }

    bool end_array()
    {
        if (depth == tagDepth)
            isInTags = false;

        --depth;
        return true;
    }

    bool parse_error (std::size_t, const std::string&, const nlohmann::detail::exception&) { return false; }

private:
    std::string* textNamed (const std::string& name)
    {
        return name == "name" || name == "preset_name"     ? &summary.name
               : name == "author"                          ? &summary.author
               : name == "comments"                        ? &summary.comments
               : name == "style" || name == "preset_style" ? &summary.style
                                                           : nullptr;
    }

    std::string topName;
    int depth = 0, tagDepth = 0;
    bool isTags = false, isInTags = false;
};
} // namespace

Result<PatchSummary> readPatchSummary (std::string_view bytes)
{
    LongTexts texts;
    auto head = texts.takeOutOf (bytes);

    if (! isUtf8 (head))
        head = validUtf8 (head);

    SummaryListener listener;
    const auto isRead = nlohmann::json::sax_parse (head, &listener);

    if (! isRead)
        return Failure { "The file is damaged: it is cut off, or no patch at all.", "" };

    if (! listener.isObject || ! listener.hasSound)
        return Failure { "The file is no patch of the synth.", "" };

    // A text that was taken out is too long for any name.
    for (auto* text : { &listener.summary.name, &listener.summary.author, &listener.summary.comments, &listener.summary.style })
        *text = shortened (validUtf8 (texts.of (*text)), longestText);

    return std::move (listener.summary);
}

} // namespace athanor
