// SPDX-License-Identifier: GPL-3.0-or-later
#include "Host/Devices.h"

#include "App/MidiHands.h"
#include "Host/MidiPorts.h"

namespace athanor
{

namespace
{
constexpr auto unusedInputs = "midi.unused"; ///< A list of names.
}

struct Devices::Private
{
    Private (Session& s, const std::filesystem::path& settings) : session (s), audio (s, settings / "sound.xml"), hands (s, settings / "controllers.txt")
    {
        const auto unused = session.preferences().value (unusedInputs);

        if (const auto* names = unused.as<Value::List>())
            for (const auto& name : *names)
                if (const auto* text = name.as<std::string>())
                    midi.use (*text, false);
    }

    Session& session;
    AudioDevice audio;
    MidiHands hands;
    MidiPorts midi { [this] (const MidiMessage& message) { hands.receive (message); } };
};

Devices::Devices (Session& session, const std::filesystem::path& settings) : self (std::make_unique<Private> (session, settings)) { session.setEquipment (this); }

Devices::~Devices() { self->session.setEquipment (nullptr); }

std::vector<std::string> Devices::driverTypes() { return self->audio.types(); }

std::vector<DeviceName> Devices::outputs() { return self->audio.list(); }

std::vector<double> Devices::sampleRates() const { return self->audio.sampleRates(); }

std::vector<int> Devices::blockSizes() const { return self->audio.blockSizes(); }

DeviceChoice Devices::chosenOutput() const { return self->audio.chosen(); }

Result<DeviceState> Devices::chooseOutput (const DeviceChoice& choice) { return self->audio.choose (choice); }

void Devices::playTestTone() { self->audio.playTestTone(); }

std::vector<MidiInput> Devices::midiInputs() const { return self->midi.inputs(); }

void Devices::useMidiInput (const std::string& name, bool isOn)
{
    auto& preferences = self->session.preferences();
    const auto kept = preferences.value (unusedInputs);
    auto names = kept.as<Value::List>() != nullptr ? *kept.as<Value::List>() : Value::List();
    std::erase (names, Value (name));

    if (! isOn)
        names.emplace_back (name);

    preferences.set (unusedInputs, names);
    self->midi.use (name, isOn);
}

AudioDevice& Devices::audio() noexcept { return self->audio; }

} // namespace athanor
