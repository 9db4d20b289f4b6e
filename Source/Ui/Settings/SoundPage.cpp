// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Settings/SoundPage.h"

#include <algorithm>

namespace athanor
{

namespace
{
constexpr int smallWidth = 200;

enum Lines { driverLine,
             deviceLine,
             rateLine,
             sizeLine,
             dropoutLine };

juce::String rateText (double rate) { return juce::String (rate / 1000, std::fmod (rate, 1000) > 0 ? 1 : 0) + " kHz"; }

juce::String sizeText (int frames, double rate) { return juce::String (frames) + " frames, " + juce::String (rate > 0 ? frames * 1000 / rate : 0, 1) + " ms"; }

/** Fills a box without telling anybody; what is chosen is chosen again. */
void fillBox (juce::ComboBox& box, const juce::StringArray& items, int chosen)
{
    box.clear (juce::dontSendNotification);
    box.addItemList (items, 1);
    box.setSelectedItemIndex (chosen, juce::dontSendNotification);
    box.setEnabled (! items.isEmpty());
}

template <typename Items, typename Item>
int indexOf (const Items& items, const Item& item)
{
    const auto found = std::ranges::find (items, item);
    return found == items.end() ? -1 : static_cast<int> (found - items.begin());
}
} // namespace

SoundPage::SoundPage (Deeds& d) : SettingsPage (d)
{
    addLine ("Driver", driver, "JACK where its server runs, ALSA for the sound card itself.", smallWidth);
    addLine ("Device", device);
    addLine ("Sample rate", rate, {}, smallWidth);
    addLine ("Buffer", size, {}, smallWidth);
    addLine ("Dropouts", dropouts, {}, smallWidth);
    dropouts.setBorderSize ({ 0, 0, 0, 0 });
    addAndMakeVisible (tone);
    addAndMakeVisible (again);

    driver.setTextWhenNothingSelected ("None");
    device.setTextWhenNothingSelected ("No sound device");
    driver.onChange = [this] { choose ({ { "driver", driver.getText().toStdString() } }); };
    device.onChange = [this] { choose ({ { "device", device.getText().toStdString() } }); };
    rate.onChange = [this] { choose ({ { "rate", rates[static_cast<std::size_t> (rate.getSelectedItemIndex())] } }); };
    size.onChange = [this] { choose ({ { "frames", sizes[static_cast<std::size_t> (size.getSelectedItemIndex())] } }); };
    tone.setTooltip ("A short tone, past the song: if you hear it, the device works.");
    tone.onClick = [this] { deeds.run ("sound.testTone"); };
    again.setQuiet (true);
    again.onClick = [this] { fill(); };
    fill();
}

void SoundPage::choose (Arguments arguments)
{
    deeds.run ("sound.choose", std::move (arguments));
    fill();
}

void SoundPage::fill()
{
    auto* equipment = deeds.session.equipment();
    isFilled = equipment != nullptr;

    if (equipment == nullptr)
        return;

    shown = equipment->chosenOutput();
    const auto types = equipment->driverTypes();
    juce::StringArray drivers, names, rateTexts, sizeTexts;

    for (const auto& type : types)
        drivers.add (type);

    devices = equipment->outputs();
    std::erase_if (devices, [this] (const DeviceName& one) { return one.type != shown.type; });

    for (const auto& one : devices)
        names.add (one.name);

    rates = equipment->sampleRates();
    sizes = equipment->blockSizes();

    for (const auto one : rates)
        rateTexts.add (rateText (one));

    for (const auto one : sizes)
        sizeTexts.add (sizeText (one, shown.sampleRate));

    fillBox (driver, drivers, indexOf (types, shown.type));
    fillBox (device, names, indexOf (devices, DeviceName { shown.type, shown.name }));
    fillBox (rate, rateTexts, indexOf (rates, shown.sampleRate));
    fillBox (size, sizeTexts, indexOf (sizes, shown.blockSize));
    showState();
}

void SoundPage::showState()
{
    const auto state = deeds.session.player().device();
    const auto load = deeds.session.player().load();
    hasDevice = ! state.name.empty();
    tone.setEnabled (hasDevice);
    setDoc (deviceLine, hasDevice ? juce::String() : juce::String (state.problem), Ink::gold);
    setDoc (sizeLine, hasDevice ? "A key is heard " + juce::String (state.latencySeconds * 1000, 1) + " ms later. Smaller is faster, larger is safer." : juce::String());
    dropouts.setText (juce::String (load.xruns), juce::dontSendNotification);
    setDoc (dropoutLine, load.xruns == 0 ? juce::String ("The sound never broke since the device was opened.") : load.culprit.empty() ? juce::String ("The sound broke that often since the device was opened.")
                                                                                                                                      : "The last one was in the track " + juce::String (load.culprit) + ".");
}

void SoundPage::refresh()
{
    auto* equipment = deeds.session.equipment();

    if (equipment == nullptr)
        return;

    // A menu that is open keeps its items until something was chosen.
    if (! isFilled || (! (equipment->chosenOutput() == shown) && ! driver.isPopupActive() && ! device.isPopupActive() && ! rate.isPopupActive() && ! size.isPopupActive()))
        fill();

    showState();
}

void SoundPage::resized()
{
    SettingsPage::resized();
    auto line = below().withHeight (measure::button).withTrimmedLeft (labelWidth);
    tone.setBounds (line.removeFromLeft (tone.idealWidth()));
    line.removeFromLeft (space::near);
    again.setBounds (line.removeFromLeft (again.idealWidth()));
}

} // namespace athanor
