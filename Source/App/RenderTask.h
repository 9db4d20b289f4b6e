// SPDX-License-Identifier: GPL-3.0-or-later
// A song on its way into a file while the musician goes on: rendered from a copy, with progress, and stopped at will.
#pragma once

#include "App/RenderFile.h"
#include "App/Session.h"

#include <atomic>
#include <thread>

namespace athanor
{

/** What a file of that name asks for: its ending says the kind, the device the rate. */
Result<RenderRequest> renderRequestFor (Session&, const std::filesystem::path& file);

class RenderTask
{
public:
    /** Starts at once. What is edited afterwards is not in the file. */
    RenderTask (const Session&, RenderRequest);

    /** Stops it and waits until it has. */
    ~RenderTask();

    const RenderRequest request;

    /** 0 to 1. */
    double progress() const noexcept { return proportion.load (std::memory_order_relaxed); }

    void stop() { worker.request_stop(); }

    /** Null until it is finished, stopped or has failed. */
    const Result<RenderSummary>* result() const noexcept { return isFinished.load (std::memory_order_acquire) ? &*outcome : nullptr; }

private:
    std::atomic<double> proportion { 0 };
    std::atomic<bool> isFinished { false };
    std::optional<Result<RenderSummary>> outcome;
    std::jthread worker; ///< Last, so that it has ended before anything that it writes to goes.
};

} // namespace athanor
