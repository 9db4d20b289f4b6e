// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Project/ChangeText.h"

#include "Formats/Json.h"

namespace athanor
{

std::string formatEdits (const Change& change)
{
    Value::List edits;

    for (const auto& edit : change.edits)
    {
        Value::List parts (3);
        parts[0] = format (edit.at);
        parts[1] = edit.before;
        parts[2] = edit.after;
        edits.emplace_back (std::move (parts));
    }

    return formatJson (edits, JsonLayout::oneLine);
}

Result<Change> parseEdits (std::string name, std::string_view text)
{
    const auto parsed = parseJson (text);
    const auto* list = parsed ? parsed->as<Value::List>() : nullptr;

    if (list == nullptr)
        return Failure { "A step of the history is damaged.", parsed ? "no list of edits" : parsed.failure().detail };

    Change change { std::move (name), {} };

    for (const auto& value : *list)
    {
        const auto* parts = value.as<Value::List>();
        const auto* at = parts != nullptr && parts->size() == 3 ? parts->front().as<std::string>() : nullptr;

        if (at == nullptr)
            return Failure { "A step of the history is damaged.", "no edit in " + change.name };

        change.edits.push_back ({ parseAddress (*at), (*parts)[1], (*parts)[2] });
    }

    return change;
}

} // namespace athanor
