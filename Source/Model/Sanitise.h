// SPDX-License-Identifier: GPL-3.0-or-later
// Brings a project from anywhere into the ranges that its structs document, so that nobody after this has to doubt them.
#pragma once

#include "Model/Project.h"

namespace athanor
{

/** The most of each that a project can hold. */
namespace most
{
inline constexpr std::size_t tracks = 1'024, instruments = 1'024, clips = 65'536, patterns = 16'384, slots = 16'384, assets = 16'384;
inline constexpr std::size_t tempoPoints = 65'536, lanes = 256, points = 65'536, zones = 1'024, envelopePoints = 1'024;
inline constexpr std::size_t nodes = 8'192, cables = 32'768, macroTargets = 256, sends = 256, regions = 4'096;
inline constexpr int lines = 1'024, noteColumns = 12, effectColumns = 8;
inline constexpr std::size_t nameBytes = 1'024, notesBytes = std::size_t { 1 } << 20;
inline constexpr std::size_t nodeTextBytes = std::size_t { 64 } << 20; ///< A wavetable or a sample of a patch is such a text.
} // namespace most

/** Clamps every number to its range, drops what is beyond the counts above (the last by key first) and makes groups that
    contain themselves play into the master. References to what is not there stay: they are harmless, and a merge may
    bring it back. A project that is in order comes back as it was, sharing all it shares. */
void sanitise (Project&);

void sanitise (Graph&);
void sanitise (Instrument&);
void sanitise (Clip&);
void sanitise (Track&);

} // namespace athanor
