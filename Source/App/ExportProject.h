// SPDX-License-Identifier: GPL-3.0-or-later
// The open project as files for others: one packed file, a MIDI file, stems.
#pragma once

#include "App/RenderFile.h"

namespace athanor
{

class Session;

/** Writes the project as it is now, with its recordings, into a new folder; the session stays where it is. */
Result<Done> writeCopy (const Session&, const std::filesystem::path& folder);

/** The whole project with its recordings as one file, without history and backups. */
Result<Done> exportPacked (const Session&, const std::filesystem::path&);

/** The notes as a Standard MIDI File. */
Result<Done> exportMidiFile (const Session&, const std::filesystem::path&);

/** What rendering one WAV file for each track into a folder asks for; the whole song lies beside them as "Master.wav". */
RenderRequest stemsRequestFor (Session&, const std::filesystem::path& folder);

} // namespace athanor
