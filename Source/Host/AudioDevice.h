// SPDX-License-Identifier: GPL-3.0-or-later
// The sound device: which there are, which one is open, and what the player is told about it.
#pragma once

#include "App/Equipment.h"
#include "App/Session.h"
#include "Host/SilentClock.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace athanor
{

/** Opens a device, JACK before ALSA, and keeps the player informed: when it starts, stops, or changes its rate. A device that
    vanishes is looked for again every few seconds; without one the song goes on in silence. All calls on the message thread.
    Opening takes a moment: make one after the window is on the screen. When it ends and ATHANOR_SOUND_REPORT names a file, it
    writes there how the callback fared. */
class AudioDevice final : private juce::ChangeListener, private juce::Timer
{
public:
    /** `settings` is the file that remembers the choice; empty: nothing is remembered. */
    explicit AudioDevice (Session&, std::filesystem::path settings = {});
    ~AudioDevice() override;

    std::vector<std::string> types();
    std::vector<DeviceName> list();
    std::vector<double> sampleRates() const; ///< Of the open device, in hertz.
    std::vector<int> blockSizes() const;     ///< Of the open device, in frames.

    /** What is open now; empty when nothing is. */
    DeviceChoice chosen() const;

    /** Fails with a sentence; the device that was open before is tried again then. */
    Result<DeviceState> choose (const DeviceChoice&);

    /** A short tone, past the engine. */
    void playTestTone();

    /** The callback's own figures. */
    CallbackFigures figures() const noexcept { return callback.figures(); }

private:
    /** JUCE's, with the types of device in our order. */
    struct Manager final : juce::AudioDeviceManager
    {
        void createAudioDeviceTypes (juce::OwnedArray<juce::AudioIODeviceType>&) override;
    };

    void open();
    void announce();
    void remember() const;
    void report() const;
    DeviceState state() const;
    DeviceLoad load() const;
    void changeListenerCallback (juce::ChangeBroadcaster*) override;
    void timerCallback() override;

    Session& session;
    const std::filesystem::path settings;
    AudioCallback callback;
    SilentClock clock { callback };
    Manager manager;
    DeviceState announced;
    int secondsWithout = 0;
    bool hasSaidNothing = false; ///< That there is no device; said once.
};

} // namespace athanor
