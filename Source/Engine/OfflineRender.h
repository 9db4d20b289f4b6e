// SPDX-License-Identifier: GPL-3.0-or-later
// The song to samples, as fast as the processors allow, by the same engine that plays it live.
#pragma once

#include "Engine/Plan.h"

#include <functional>
#include <span>
#include <stop_token>

namespace athanor
{

struct RenderOptions
{
    double sampleRate = 48'000;
    int blockSize = 512;      ///< As a host would ask; never changes the sound.
    int threads = 0;          ///< 0: one for each processor.
    double from = 0, to = -1; ///< Seconds of the song; below zero: to its end.
    double tailSeconds = 10;  ///< At most so much after the end, until it is silent.
    std::set<TrackId> stems;  ///< Tracks whose sound is wanted by itself, too.
};

/** Takes what was rendered, a block at a time. False ends the render. */
struct RenderSink
{
    std::function<bool (std::span<const float> left, std::span<const float> right)> master;
    std::function<bool (TrackId, std::span<const float> left, std::span<const float> right)> stem;
    std::function<void (double proportion)> progress;
};

enum class RenderEnd { done,
                       stopped, ///< By the stop token.
                       refused  ///< By the sink.
};

/** Renders a project. Blocks until done; call it on a worker. The delay of the plan is taken off the start, so that nothing is late. */
RenderEnd render (const Project&, const PlanOptions&, const RenderOptions&, const RenderSink&, std::stop_token);

} // namespace athanor
