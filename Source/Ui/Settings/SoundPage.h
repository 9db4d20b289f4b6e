// SPDX-License-Identifier: GPL-3.0-or-later
// The page of the settings that chooses the sound device and says how it is doing.
#pragma once

#include "App/Equipment.h"
#include "Ui/Settings/SettingsPage.h"

namespace athanor
{

class SoundPage : public SettingsPage
{
public:
    explicit SoundPage (Deeds&);

    juce::Component* firstFocus() override { return &driver; }

    /** Follows the device, which may come and go by itself. */
    void refresh() override;

    void resized() override;

private:
    void fill();
    void choose (Arguments);
    void showState();

    std::vector<DeviceName> devices;
    std::vector<double> rates;
    std::vector<int> sizes;
    juce::ComboBox driver, device, rate, size;
    PushButton tone { "Play a test tone" }, again { "Look for devices" };
    juce::Label dropouts;
    DeviceChoice shown;
    bool hasDevice = false, isFilled = false;
};

} // namespace athanor
