// SPDX-License-Identifier: GPL-3.0-or-later
// What is plugged into this computer, as the settings see it: a sound device and MIDI inputs. Host implements it.
#pragma once

#include "App/Player.h"

#include <string>
#include <vector>

namespace athanor
{

/** One way to the musician's ears. */
struct DeviceName
{
    std::string type; ///< "JACK" or "ALSA".
    std::string name;

    bool operator== (const DeviceName&) const = default;
};

/** What the musician chooses. Empty or zero: as it comes. */
struct DeviceChoice
{
    std::string type, name;
    double sampleRate = 0; ///< In hertz.
    int blockSize = 0;     ///< In frames.

    bool operator== (const DeviceChoice&) const = default;
};

/** One thing that sends MIDI. */
struct MidiInput
{
    std::string name;
    bool isOn = true;
    unsigned int messages = 0; ///< Since it was plugged in; a light goes on when it grows.
};

/** All calls on the message thread. */
class Equipment
{
public:
    virtual ~Equipment() = default;

    virtual std::vector<std::string> driverTypes() = 0; ///< Also those without a device now.
    virtual std::vector<DeviceName> outputs() = 0;
    virtual std::vector<double> sampleRates() const = 0; ///< Of the open device, in hertz.
    virtual std::vector<int> blockSizes() const = 0;     ///< Of the open device, in frames.
    virtual DeviceChoice chosenOutput() const = 0;

    /** Fails with a sentence; the device that was open before is tried again then. */
    virtual Result<DeviceState> chooseOutput (const DeviceChoice&) = 0;

    /** A short tone, past the engine. */
    virtual void playTestTone() = 0;

    virtual std::vector<MidiInput> midiInputs() const = 0;

    /** Whether an input is listened to; remembered by its name. */
    virtual void useMidiInput (const std::string& name, bool isOn) = 0;
};

} // namespace athanor
