// SPDX-License-Identifier: GPL-3.0-or-later
// The one place where the device meets the engine.
#pragma once

#include "Core/Threads.h"
#include "Engine/Engine.h"

#include <juce_audio_devices/juce_audio_devices.h>

#include <array>
#include <atomic>
#include <cstdint>
#include <functional>

namespace athanor
{

/** What the callback knows of itself; read from any thread. */
struct CallbackFigures
{
    float load = 0;             ///< Proportion of a period, averaged over a third of a second.
    double longestSeconds = 0;  ///< The longest callback since the device started.
    double worstProportion = 0; ///< The longest in proportion to its own period.
    int tooLong = 0;            ///< Callbacks that took longer than their period.
    std::int64_t callbacks = 0; ///< Since the device started.
    std::uint64_t culprit = 0;  ///< Id of the slowest track in the last one that was too long.
    int frames = 0;             ///< Of the last callback.
    bool isRunning = false;     ///< Between start and stop of the device.
};

/** Fills the device's buffers from the engine, and holds a stopwatch. Makes the only proof of being the audio thread. */
class AudioCallback final : public juce::AudioIODeviceCallback
{
public:
    explicit AudioCallback (Engine&);

    /** Any number of outputs and frames: one output gets the middle of both channels, those beyond two stay silent. */
    void audioDeviceIOCallbackWithContext (const float* const* inputs, int numInputs, float* const* outputs, int numOutputs, int frames, const juce::AudioIODeviceCallbackContext&) noexcept override;

    void audioDeviceAboutToStart (juce::AudioIODevice*) override;
    void audioDeviceStopped() override;

    /** The engine goes on by so many frames that nobody hears. Only while no device runs. */
    void runSilently (int frames) noexcept;

    /** Called before a device starts to ask for sound. */
    std::function<void()> beforeStart = [] {};

    CallbackFigures figures() const noexcept;

private:
    void fill (float* const* outputs, int numOutputs, int frames) noexcept;
    void measure (double seconds, int frames) noexcept;

    Engine& engine;
    AudioThread thread;

    static constexpr int piece = 512; ///< Frames at a time, so that a buffer of any length fits.
    std::array<float, piece> left {}, right {};

    std::atomic<double> sampleRate { 48'000 };
    std::atomic<float> load { 0 };
    std::atomic<double> longest { 0 }, worst { 0 };
    std::atomic<int> tooLong { 0 }, lastFrames { 0 };
    std::atomic<std::int64_t> callbacks { 0 };
    std::atomic<std::uint64_t> culprit { 0 };
    std::atomic<bool> isRunning { false };
};

} // namespace athanor
