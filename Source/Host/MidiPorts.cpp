// SPDX-License-Identifier: GPL-3.0-or-later
#include "Host/MidiPorts.h"

#include "Host/JackServer.h"

#include <RtMidi.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <utility>

namespace athanor
{

namespace
{
constexpr auto betweenLooks = std::chrono::seconds (1);
constexpr MidiMessage allNotesOff { 0xb0, 123, 0 };

void beQuiet (RtMidiError::Type, const std::string&, void*) {}

/** Runs what may throw, for RtMidi reports so. */
template <typename Work>
bool succeeds (Work work)
{
    try
    {
        work();
        return true;
    }
    catch (const RtMidiError&)
    {
        return false;
    }
}
} // namespace

/** One open input. Its messages are written on a thread of the library's, which under JACK must not wait. */
struct MidiPorts::Port
{
    Port (MidiPorts& o, RtMidi::Api api, const std::string& n) : owner (o), name (n), state (std::make_shared<Input> (n)), input (api, "Athanor") { state->isOn = o.isUsed (n); }

    static void arrive (double, std::vector<unsigned char>* bytes, void* context)
    {
        auto& port = *static_cast<Port*> (context);

        if (bytes->empty() || bytes->size() > 3 || (*bytes)[0] < 0x80 || (*bytes)[0] >= 0xf0)
            return;

        const auto data = [bytes] (std::size_t index) { return static_cast<std::uint8_t> (bytes->size() > index ? (*bytes)[index] & 127 : 0); };

        if (! port.queue.push ({ (*bytes)[0], data (1), data (2) }))
            port.owner.losses.fetch_add (1, std::memory_order_relaxed);

        port.owner.work.release();
    }

    MidiPorts& owner;
    const std::string name;
    const std::shared_ptr<Input> state;
    Fifo<MidiMessage, 2048> queue;
    RtMidiIn input; ///< Last, so that its thread is gone before the queue.
};

/** What the reader's thread does: it alone talks to RtMidi, for that may take a while. */
struct MidiPorts::Reader
{
    explicit Reader (MidiPorts& o) : owner (o) {}

    void run (const std::stop_token& stop)
    {
        for (auto nextLook = std::chrono::steady_clock::now(); ! stop.stop_requested();)
        {
            if (std::chrono::steady_clock::now() >= nextLook)
            {
                look();
                nextLook = std::chrono::steady_clock::now() + betweenLooks;
            }

            std::ignore = owner.work.try_acquire_until (nextLook);
            drain();
        }
    }

    void drain()
    {
        for (auto& port : ports)
            while (const auto message = port->queue.pop())
            {
                port->state->messages.fetch_add (1, std::memory_order_relaxed);

                if (port->state->isOn)
                    owner.pass (*message);
            }
    }

    void look()
    {
        const auto found = portsThere();
        const auto gone = std::erase_if (ports, [&] (const auto& port) { return std::find (found.begin(), found.end(), port->name) == found.end(); });

        if (gone > 0)
            owner.pass (allNotesOff);

        auto hasNew = false;

        for (unsigned int i = 0; i < found.size(); ++i)
            if (std::none_of (ports.begin(), ports.end(), [&] (const auto& port) { return port->name == found[i]; }))
                hasNew = open (i, found[i]) || hasNew;

        if (gone > 0 || hasNew)
            publish();
    }

    /** The names of all inputs, by their numbers. */
    std::vector<std::string> portsThere()
    {
        auto found = ask();

        // Nothing there: the server may be gone, or have come. So ask it by a new connection.
        if (found.empty())
        {
            scout.reset();
            api = isJackRunning() ? RtMidi::UNIX_JACK : RtMidi::LINUX_ALSA;

            // The library would complain to the shell of a computer that has no sequencer, each second anew.
            if (api == RtMidi::LINUX_ALSA && ! std::filesystem::exists ("/dev/snd/seq"))
                return {};

            succeeds ([this] {
                scout = std::make_unique<RtMidiIn> (api, "Athanor looks");
                scout->setErrorCallback (beQuiet);
            });
            found = ask();
        }

        return found;
    }

    std::vector<std::string> ask() const
    {
        std::vector<std::string> found;

        if (scout != nullptr)
            succeeds ([&] {
                for (unsigned int i = 0, count = scout->getPortCount(); i < count; ++i)
                    found.push_back (scout->getPortName (i));
            });

        return found;
    }

    bool open (unsigned int number, const std::string& name)
    {
        return succeeds ([&] {
            auto port = std::make_unique<Port> (owner, api, name);
            port->input.setErrorCallback (beQuiet);
            port->input.setCallback (Port::arrive, port.get());
            port->input.openPort (number, "in");

            // The list may have changed meanwhile; the next look puts it right.
            if (port->input.isPortOpen())
                ports.push_back (std::move (port));
        });
    }

    void publish()
    {
        std::vector<std::shared_ptr<Input>> inputs;

        for (const auto& port : ports)
            inputs.push_back (port->state);

        owner.publish (std::move (inputs));
    }

    MidiPorts& owner;
    RtMidi::Api api = RtMidi::UNSPECIFIED;
    std::unique_ptr<RtMidiIn> scout;
    std::vector<std::unique_ptr<Port>> ports;
};

MidiPorts::MidiPorts (Receive r, NamesChanged n) : receive (std::move (r)), namesChanged (std::move (n))
{
    reader = std::jthread ([this] (const std::stop_token& stop) { Reader (*this).run (stop); });
}

MidiPorts::~MidiPorts()
{
    reader.request_stop();
    work.release();
    reader.join();
    cancelPendingUpdate();
}

void MidiPorts::pass (const MidiMessage& message)
{
    if (! received.push (message))
        losses.fetch_add (1, std::memory_order_relaxed);

    triggerAsyncUpdate();
}

void MidiPorts::publish (std::vector<std::shared_ptr<Input>> inputs)
{
    {
        const std::lock_guard lock (namesLock);
        openInputs = std::move (inputs);
        hasNewNames = true;
    }
    triggerAsyncUpdate();
}

std::vector<std::string> MidiPorts::names() const
{
    std::vector<std::string> found;
    const std::lock_guard lock (namesLock);

    for (const auto& input : openInputs)
        found.push_back (input->name);

    return found;
}

std::vector<MidiInput> MidiPorts::inputs() const
{
    std::vector<MidiInput> found;
    const std::lock_guard lock (namesLock);

    for (const auto& input : openInputs)
        found.push_back ({ input->name, input->isOn, input->messages.load (std::memory_order_relaxed) });

    return found;
}

bool MidiPorts::isUsed (const std::string& name) const
{
    const std::lock_guard lock (namesLock);
    return ! unused.contains (name);
}

void MidiPorts::use (const std::string& name, bool isOn)
{
    {
        const std::lock_guard lock (namesLock);

        if (isOn)
            unused.erase (name);
        else
            unused.insert (name);

        for (const auto& input : openInputs)
            if (input->name == name)
                input->isOn = isOn;
    }

    // Nobody will hear its keys go up.
    if (! isOn)
        receive (allNotesOff);
}

void MidiPorts::handleAsyncUpdate()
{
    while (const auto message = received.pop())
        receive (*message);

    auto isNew = false;
    {
        const std::lock_guard lock (namesLock);
        isNew = std::exchange (hasNewNames, false);
    }

    if (isNew && namesChanged)
        namesChanged (names());
}

} // namespace athanor
