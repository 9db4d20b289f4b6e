// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of a project as text: instrument presets (.athi), patches, and what the clipboard carries.
#pragma once

#include "Core/Result.h"
#include "Model/Project.h"

#include <string>
#include <string_view>

namespace athanor
{

/** What a text is, by its header: "instrument", "track", "clip", "pattern", "graph" or "project"; empty if it is none of ours. */
std::string kindOfText (std::string_view);

std::string formatInstrument (const Instrument&);
std::string formatTrack (const Track&);
std::string formatClip (const Clip&);
std::string formatPattern (const Pattern&);
std::string formatGraph (const Graph&);

/** Sanitised. Fails, with a sentence, on text that is something else or damaged. */
Result<Instrument> parseInstrument (std::string_view);
Result<Track> parseTrack (std::string_view);
Result<Clip> parseClip (std::string_view);
Result<Pattern> parsePattern (std::string_view);
Result<Graph> parseGraph (std::string_view);

} // namespace athanor
