// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that is plugged in, opened together once the window is there and closed together before it goes.
#pragma once

#include "Host/AudioDevice.h"

#include <memory>

namespace athanor
{

class Devices final : public Equipment
{
public:
    /** Opens what there is and tells the session. What the musician chooses is remembered in the folder and in the preferences. */
    Devices (Session&, const std::filesystem::path& settings);
    ~Devices() override;

    std::vector<std::string> driverTypes() override;
    std::vector<DeviceName> outputs() override;
    std::vector<double> sampleRates() const override;
    std::vector<int> blockSizes() const override;
    DeviceChoice chosenOutput() const override;
    Result<DeviceState> chooseOutput (const DeviceChoice&) override;
    void playTestTone() override;
    std::vector<MidiInput> midiInputs() const override;
    void useMidiInput (const std::string& name, bool isOn) override;

    AudioDevice& audio() noexcept;

private:
    struct Private;
    std::unique_ptr<Private> self;
};

} // namespace athanor
