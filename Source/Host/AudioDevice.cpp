// SPDX-License-Identifier: GPL-3.0-or-later
#include "Host/AudioDevice.h"

#include "Host/JackServer.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <utility>

namespace athanor
{

namespace
{
constexpr int millisecondsBetweenLooks = 1'000, looksBetweenTries = 3;
constexpr int outputsNeeded = 2;
const char* const noDevice = "There is no sound device, so nothing is heard; everything else works.";

bool isSame (const DeviceState& a, const DeviceState& b)
{
    return a.name == b.name && a.sampleRate == b.sampleRate && a.blockSize == b.blockSize && a.latencySeconds == b.latencySeconds && a.problem == b.problem;
}
} // namespace

void AudioDevice::Manager::createAudioDeviceTypes (juce::OwnedArray<juce::AudioIODeviceType>& types)
{
    // JUCE takes the first type that has devices, and JACK has some only while its server runs.
    if (auto* jack = juce::AudioIODeviceType::createAudioIODeviceType_JACK())
        types.add (jack);

    if (auto* alsa = juce::AudioIODeviceType::createAudioIODeviceType_ALSA())
        types.add (alsa);
}

AudioDevice::AudioDevice (Session& s, std::filesystem::path file)
    : session (s), settings (std::move (file)), callback (s.player().engine())
{
    session.player().setLoadSource ([this] { return load(); });
    callback.beforeStart = [this] { clock.stop(); };
    manager.addAudioCallback (&callback);
    open();
    manager.addChangeListener (this);
    startTimer (millisecondsBetweenLooks);
}

AudioDevice::~AudioDevice()
{
    report();
    stopTimer();
    manager.removeChangeListener (this);
    manager.removeAudioCallback (&callback);
    manager.closeAudioDevice();
    clock.stop();
    session.player().setLoadSource ({});
    DeviceState none;
    none.sampleRate = announced.sampleRate;
    session.player().setDevice (none);
}

void AudioDevice::open()
{
    // Asked for its silence: without a server JUCE would let libjack complain to the shell.
    isJackRunning();

    const auto remembered = settings.empty() ? nullptr : juce::XmlDocument::parse (juce::File (settings.string()));
    manager.initialise (0, outputsNeeded, remembered.get(), true);
    announce();
}

Result<DeviceState> AudioDevice::choose (const DeviceChoice& choice)
{
    if (! choice.type.empty())
        manager.setCurrentAudioDeviceType (choice.type, true);

    auto setup = manager.getAudioDeviceSetup();

    if (! choice.name.empty())
        setup.outputDeviceName = choice.name;

    if (choice.sampleRate > 0)
        setup.sampleRate = choice.sampleRate;

    if (choice.blockSize > 0)
        setup.bufferSize = choice.blockSize;

    const auto before = manager.getAudioDeviceSetup();
    const auto problem = manager.setAudioDeviceSetup (setup, true);

    if (problem.isNotEmpty())
    {
        manager.setAudioDeviceSetup (before, true);
        announce();
        return Failure { "This sound device cannot be used like that.", problem.toStdString() };
    }

    announce();
    remember();
    return announced;
}

void AudioDevice::remember() const
{
    if (const auto state = manager.createStateXml(); state != nullptr && ! settings.empty())
    {
        const juce::File file (settings.string());
        file.getParentDirectory().createDirectory();
        state->writeTo (file);
    }
}

std::vector<std::string> AudioDevice::types()
{
    std::vector<std::string> names;

    for (auto* type : manager.getAvailableDeviceTypes())
        names.push_back (type->getTypeName().toStdString());

    return names;
}

DeviceChoice AudioDevice::chosen() const
{
    auto* device = manager.getCurrentAudioDevice();

    if (device == nullptr)
        return { manager.getCurrentAudioDeviceType().toStdString(), {}, 0, 0 };

    return { device->getTypeName().toStdString(), manager.getAudioDeviceSetup().outputDeviceName.toStdString(), device->getCurrentSampleRate(), device->getCurrentBufferSizeSamples() };
}

std::vector<DeviceName> AudioDevice::list()
{
    std::vector<DeviceName> found;
    isJackRunning(); // asked for its silence, as in open()

    for (auto* type : manager.getAvailableDeviceTypes())
    {
        type->scanForDevices();

        for (const auto& name : type->getDeviceNames (false))
            found.push_back ({ type->getTypeName().toStdString(), name.toStdString() });
    }

    return found;
}

std::vector<double> AudioDevice::sampleRates() const
{
    auto* device = manager.getCurrentAudioDevice();
    const auto rates = device != nullptr ? device->getAvailableSampleRates() : juce::Array<double>();
    return { rates.begin(), rates.end() };
}

std::vector<int> AudioDevice::blockSizes() const
{
    auto* device = manager.getCurrentAudioDevice();
    const auto sizes = device != nullptr ? device->getAvailableBufferSizes() : juce::Array<int>();
    return { sizes.begin(), sizes.end() };
}

/** One figure a line: its name and a number. */
void AudioDevice::report() const
{
    const auto* name = std::getenv ("ATHANOR_SOUND_REPORT");

    if (name == nullptr)
        return;

    const auto figures = callback.figures();
    std::ofstream file (name);
    file << "callbacks " << figures.callbacks << "\nframes " << figures.frames << "\nlongestMicroseconds " << figures.longestSeconds * 1.0e6
         << "\nworstProportion " << figures.worstProportion << "\nload " << figures.load << "\ntooLong " << figures.tooLong
         << "\nxruns " << load().xruns << "\nsongSeconds " << session.player().position().seconds << '\n';
}

void AudioDevice::playTestTone() { manager.playTestSound(); }

DeviceState AudioDevice::state() const
{
    DeviceState made;
    made.sampleRate = announced.sampleRate; // without a device everything stays as it was prepared
    auto* device = manager.getCurrentAudioDevice();
    const auto figures = callback.figures();

    if (device == nullptr || ! figures.isRunning)
    {
        made.problem = noDevice;
        return made;
    }

    made.name = (device->getTypeName() + ": " + device->getName()).toStdString();
    made.sampleRate = device->getCurrentSampleRate();
    made.blockSize = figures.frames; // JACK may change it without a word
    made.latencySeconds = (device->getOutputLatencyInSamples() + made.blockSize) / made.sampleRate;
    return made;
}

void AudioDevice::announce()
{
    const auto now = state();

    if (isSame (now, announced))
        return;

    const auto hasLost = ! announced.name.empty() && now.name.empty();
    const auto isFirst = now.name.empty() && ! hasLost && ! std::exchange (hasSaidNothing, true);
    announced = now;
    session.player().setDevice (now);

    if (now.name.empty())
        clock.start (now.sampleRate);

    if (hasLost)
        session.onMessage.call ("The sound device is gone; it is looked for again.");
    else if (isFirst)
        session.onMessage.call (now.problem);
}

DeviceLoad AudioDevice::load() const
{
    const auto figures = callback.figures();
    auto* device = manager.getCurrentAudioDevice();

    // The device's own count knows of callbacks that came late, ours of those that took too long: often they are the same ones.
    return { figures.load, std::max (figures.tooLong, device != nullptr ? device->getXRunCount() : 0), TrackId { figures.culprit } };
}

void AudioDevice::changeListenerCallback (juce::ChangeBroadcaster*) { announce(); }

void AudioDevice::timerCallback()
{
    announce();

    if (! announced.name.empty())
        secondsWithout = 0;
    else if (++secondsWithout % looksBetweenTries == 0 && (isJackRunning() || ! list().empty()))
    {
        manager.closeAudioDevice();
        open();
    }
}

} // namespace athanor
