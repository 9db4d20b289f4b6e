// SPDX-License-Identifier: GPL-3.0-or-later
// The MIDI inputs of this computer: all of them, as they come and go.
#pragma once

#include "App/Equipment.h"
#include "App/MidiMessage.h"
#include "Core/Realtime/Fifo.h"

#include <juce_events/juce_events.h>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <semaphore>
#include <set>
#include <string>
#include <thread>
#include <vector>

namespace athanor
{

/** Opens every input there is, through JACK when a server runs and through ALSA otherwise, and looks for others every second.

    A message takes this way: the thread of the library writes it to the queue of its port and wakes the reader, our own
    thread; the reader passes it on to the message thread. So a note is as late as the message thread is busy: usually under
    2 ms, while something large is painted up to a frame of 16 ms; JACK adds up to a period before.
*/
class MidiPorts final : private juce::AsyncUpdater
{
public:
    using Receive = std::function<void (const MidiMessage&)>;
    using NamesChanged = std::function<void (const std::vector<std::string>&)>;

    /** Both are called on the message thread. When a port goes, `receive` gets "all notes off": nobody else lets go of its keys. */
    explicit MidiPorts (Receive, NamesChanged = {});
    ~MidiPorts() override;

    std::vector<std::string> names() const;

    /** The same with what each is doing. */
    std::vector<MidiInput> inputs() const;

    /** Whether the input of that name is listened to, now and when it comes back. Its keys that are down go up. */
    void use (const std::string& name, bool isOn);

    /** How many messages were lost because nobody took them in time. */
    int lost() const noexcept { return losses.load (std::memory_order_relaxed); }

private:
    struct Port;
    struct Reader;

    /** What both threads know of an input. */
    struct Input
    {
        explicit Input (std::string n) : name (std::move (n)) {}

        const std::string name;
        std::atomic<bool> isOn { true };
        std::atomic<unsigned int> messages { 0 };
    };

    void pass (const MidiMessage&);
    void publish (std::vector<std::shared_ptr<Input>>);
    bool isUsed (const std::string& name) const;
    void handleAsyncUpdate() override;

    const Receive receive;
    const NamesChanged namesChanged;
    Fifo<MidiMessage, 8192> received; ///< From the reader to the message thread.
    std::atomic<int> losses { 0 };
    std::counting_semaphore<> work { 0 };

    mutable std::mutex namesLock; ///< Between the reader and the message thread.
    std::vector<std::shared_ptr<Input>> openInputs;
    std::set<std::string> unused;
    bool hasNewNames = false;

    std::jthread reader; ///< Last, so that it ends first.
};

} // namespace athanor
