// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of a project as Values and back: what goes to the clipboard, into presets and through the copilot.
#pragma once

#include "Core/Result.h"
#include "Model/Project.h"

namespace athanor
{

// Fields at their default are left out; fields that are not known are kept. The way back fails, with a sentence, when the
// Value has a field of the wrong kind.

Value toValue (const Graph&);
Value toValue (const Instrument&);
Value toValue (const Clip&);
Value toValue (const Pattern&);
Value toValue (const Track&);

Result<Graph> graphFrom (const Value&);
Result<Instrument> instrumentFrom (const Value&);
Result<Clip> clipFrom (const Value&);
Result<Pattern> patternFrom (const Value&);
Result<Track> trackFrom (const Value&);

} // namespace athanor
