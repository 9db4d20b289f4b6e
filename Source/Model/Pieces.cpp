// SPDX-License-Identifier: GPL-3.0-or-later
#include "Model/Pieces.h"

#include "Model/Change.h"
#include "Model/Reflect/Values.h"

namespace athanor
{

namespace
{
template <typename Piece>
Result<Piece> pieceFrom (const Value& value, const char* message)
{
    Piece piece;
    reflect::Trail trail;

    if (! reflect::read (value, piece, trail))
        return Failure { message, "unreadable at " + format (trail) };

    return piece;
}
} // namespace

Value toValue (const Graph& graph) { return reflect::toValue (graph); }

Value toValue (const Instrument& instrument) { return reflect::toValue (instrument); }

Value toValue (const Clip& clip) { return reflect::toValue (clip); }

Value toValue (const Pattern& pattern) { return reflect::toValue (pattern); }

Value toValue (const Track& track) { return reflect::toValue (track); }

Result<Graph> graphFrom (const Value& value) { return pieceFrom<Graph> (value, "This patch has a part that cannot be read."); }

Result<Instrument> instrumentFrom (const Value& value) { return pieceFrom<Instrument> (value, "This instrument has a part that cannot be read."); }

Result<Clip> clipFrom (const Value& value) { return pieceFrom<Clip> (value, "This clip has a part that cannot be read."); }

Result<Pattern> patternFrom (const Value& value) { return pieceFrom<Pattern> (value, "This pattern has a part that cannot be read."); }

Result<Track> trackFrom (const Value& value) { return pieceFrom<Track> (value, "This track has a part that cannot be read."); }

} // namespace athanor
