// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Project/Pieces.h"

#include "Formats/Json.h"
#include "Model/Pieces.h"
#include "Model/Sanitise.h"

#include <algorithm>

namespace athanor
{

namespace
{
constexpr auto headerName = "athanor";

std::string formatPiece (const char* kind, Value value)
{
    std::get<Value::Parts> (value.content).insert_or_assign (headerName, Value::Parts { { "kind", kind }, { "schema", Project::schemaVersion } });
    return formatJson (value);
}

std::string kindOf (const Value& value)
{
    const auto* header = value.part (headerName);
    const auto* kind = header != nullptr ? header->part ("kind") : nullptr;
    const auto* name = kind != nullptr ? kind->as<std::string>() : nullptr;
    return name != nullptr ? *name : header != nullptr && header->part ("schema") != nullptr ? "project"
                                                                                             : "";
}

template <typename Piece>
Result<Piece> parsePiece (std::string_view text, const char* kind, Result<Piece> (*from) (const Value&))
{
    const auto parsed = parseJson (text);

    if (! parsed)
        return parsed.failure();

    if (kindOf (*parsed) != kind)
        return Failure { std::string ("This is no ") + kind + " of Athanor.", "it is a '" + kindOf (*parsed) + "'" };

    auto parts = *parsed->as<Value::Parts>();
    parts.erase (headerName);
    auto piece = from (parts);

    if (! piece)
        return piece;

    auto good = *piece;

    if constexpr (! std::is_same_v<Piece, Pattern>)
        sanitise (good);

    return good;
}
} // namespace

std::string kindOfText (std::string_view text)
{
    const auto parsed = parseJson (text);
    return parsed ? kindOf (*parsed) : std::string();
}

std::string formatInstrument (const Instrument& instrument) { return formatPiece ("instrument", toValue (instrument)); }

std::string formatTrack (const Track& track) { return formatPiece ("track", toValue (track)); }

std::string formatClip (const Clip& clip) { return formatPiece ("clip", toValue (clip)); }

std::string formatPattern (const Pattern& pattern) { return formatPiece ("pattern", toValue (pattern)); }

std::string formatGraph (const Graph& graph) { return formatPiece ("graph", toValue (graph)); }

Result<Instrument> parseInstrument (std::string_view text) { return parsePiece (text, "instrument", instrumentFrom); }

Result<Track> parseTrack (std::string_view text) { return parsePiece (text, "track", trackFrom); }

Result<Clip> parseClip (std::string_view text) { return parsePiece (text, "clip", clipFrom); }

Result<Pattern> parsePattern (std::string_view text) { return parsePiece (text, "pattern", patternFrom); }

Result<Graph> parseGraph (std::string_view text) { return parsePiece (text, "graph", graphFrom); }

} // namespace athanor
