// SPDX-License-Identifier: GPL-3.0-or-later
// A song into files: the master, and stems beside it.
#pragma once

#include "Core/Result.h"
#include "Dsp/Sound.h"
#include "Media/AudioWriter.h"
#include "Model/Project.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

namespace athanor
{

class Session;

struct RenderRequest
{
    std::filesystem::path file;
    AudioSettings settings;
    std::filesystem::path stems;    ///< A folder for one file per track; empty: none.
    std::optional<double> from, to; ///< Beats of the song.
    int blockSize = 512;            ///< Never changes the sound.
    int threads = 0;                ///< 0: all processors.
};

/** What a file of that name asks for: its ending says the kind, the device the rate. */
Result<RenderRequest> renderRequestFor (Session&, const std::filesystem::path& file);

struct RenderSummary
{
    double seconds = 0; ///< Of sound.
    double peak = -100; ///< dBFS.
    double cpuSeconds = 0, wallSeconds = 0;
    std::vector<std::filesystem::path> files;
};

/** Renders on the calling thread and helpers of its own. Nothing is left behind when it fails or is stopped; what a file of
    that name held before is then still there. */
Result<RenderSummary> renderToFiles (const Project&, const std::function<dsp::SharedSound (const std::string&)>& findSound,
                                     const RenderRequest&, const std::function<void (double)>& progress, std::stop_token);

} // namespace athanor
