// SPDX-License-Identifier: GPL-3.0-or-later
// What a file is, told by what is in it and not by its name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace athanor
{

enum class FileKind { unknown,
                      project,
                      packedProject,
                      patch, ///< Of the synth: ours, a bundle of ours, or a preset of Vital.
                      piece, ///< An instrument, track, clip, pattern or patch of ours as text.
                      module,
                      midi,
                      audio };

/** Cheap: looks at the beginning, and asks the libraries only when that says nothing. */
FileKind kindOf (std::string_view bytes);

/** What `athanor info` says. */
struct FileInfo
{
    FileKind kind = FileKind::unknown;
    std::string name;                ///< As "FastTracker 2 module" or "WAV (Microsoft)".
    std::string title;               ///< The song's; may be empty.
    std::vector<std::string> facts;  ///< As "8 tracks", "44100 Hz".
    std::vector<std::string> losses; ///< What would be dropped or approximated, one sentence each; why it cannot be opened.
};

/** Reads the whole file as if to open it. */
FileInfo describe (std::string_view bytes);

} // namespace athanor
