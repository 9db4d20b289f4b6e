// SPDX-License-Identifier: GPL-3.0-or-later
#include "Host/AudioCallback.h"

#include "Core/Realtime/RealtimeScope.h"

#include <algorithm>
#include <chrono>

namespace athanor
{

namespace
{
constexpr auto relaxed = std::memory_order_relaxed;
constexpr double averagedSeconds = 0.3;

void raise (std::atomic<double>& highest, double value) noexcept
{
    if (value > highest.load (relaxed))
        highest.store (value, relaxed);
}
} // namespace

AudioCallback::AudioCallback (Engine& e) : engine (e) {}

void AudioCallback::audioDeviceAboutToStart (juce::AudioIODevice* device)
{
    beforeStart();
    sampleRate = device->getCurrentSampleRate();
    load = 0;
    longest = worst = 0;
    tooLong = 0;
    callbacks = 0;
    culprit = 0;
    lastFrames = device->getCurrentBufferSizeSamples();
    isRunning = true;
}

void AudioCallback::audioDeviceStopped()
{
    isRunning = false;
    load = 0;
}

void AudioCallback::audioDeviceIOCallbackWithContext (const float* const*, int, float* const* outputs, int numOutputs, int frames, const juce::AudioIODeviceCallbackContext&) noexcept
{
    const RealtimeScope scope;
    const auto begin = std::chrono::steady_clock::now();
    fill (outputs, numOutputs, frames);
    measure (std::chrono::duration<double> (std::chrono::steady_clock::now() - begin).count(), frames);
}

void AudioCallback::runSilently (int frames) noexcept { fill (nullptr, 0, frames); }

void AudioCallback::fill (float* const* outputs, int numOutputs, int frames) noexcept
{
    for (int done = 0; done < frames;)
    {
        const auto now = std::min (piece, frames - done);
        engine.process (thread, left.data(), right.data(), now);

        if (numOutputs == 1 && outputs[0] != nullptr)
            for (int i = 0; i < now; ++i)
                outputs[0][done + i] = 0.5f * (left[static_cast<std::size_t> (i)] + right[static_cast<std::size_t> (i)]);

        if (numOutputs >= 2 && outputs[0] != nullptr)
            std::copy_n (left.data(), now, outputs[0] + done);

        if (numOutputs >= 2 && outputs[1] != nullptr)
            std::copy_n (right.data(), now, outputs[1] + done);

        done += now;
    }

    for (int channel = 2; channel < numOutputs; ++channel)
        if (outputs[channel] != nullptr)
            std::fill_n (outputs[channel], frames, 0.0f);
}

void AudioCallback::measure (double seconds, int frames) noexcept
{
    const auto period = frames / sampleRate.load (relaxed);
    callbacks.fetch_add (1, relaxed);
    lastFrames.store (frames, relaxed);

    if (! (period > 0))
        return;

    const auto proportion = seconds / period;
    const auto newest = std::min (1.0, period / averagedSeconds);
    const auto before = load.load (relaxed);
    load.store (before + static_cast<float> (newest * (proportion - before)), relaxed);
    raise (longest, seconds);
    raise (worst, proportion);

    if (proportion > 1)
    {
        tooLong.fetch_add (1, relaxed);
        culprit.store (engine.report.slowestTrack.load (relaxed), relaxed);
    }
}

CallbackFigures AudioCallback::figures() const noexcept
{
    CallbackFigures made;
    made.load = load.load (relaxed);
    made.longestSeconds = longest.load (relaxed);
    made.worstProportion = worst.load (relaxed);
    made.tooLong = tooLong.load (relaxed);
    made.callbacks = callbacks.load (relaxed);
    made.culprit = culprit.load (relaxed);
    made.frames = lastFrames.load (relaxed);
    made.isRunning = isRunning.load (relaxed);
    return made;
}

} // namespace athanor
