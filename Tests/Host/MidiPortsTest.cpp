// SPDX-License-Identifier: GPL-3.0-or-later
// Controllers that come, play and go, through a real server.
#include "Host/MidiPorts.h"

#include "App/MidiHands.h"
#include "Host/AudioDevice.h"
#include "Host/HostFixture.h"
#include "Support/Files.h"
#include "Support/Servers.h"

#include <RtMidi.h>
#include <gtest/gtest.h>

namespace athanor
{

namespace
{
using MidiPortsTest = HostTest;

/** A keyboard that somebody plugs in. */
struct Keyboard
{
    Keyboard() { output.openVirtualPort ("keys"); }

    void send (std::uint8_t status, std::uint8_t first, std::uint8_t second)
    {
        const unsigned char bytes[] = { status, first, second };
        output.sendMessage (bytes, 3);
    }

    RtMidiOut output { RtMidi::UNIX_JACK, "keyboard" };
};

bool hasKeyboard (const MidiPorts& ports)
{
    const auto names = ports.names();
    return std::any_of (names.begin(), names.end(), [] (const std::string& name) { return name.find ("keyboard") != std::string::npos; });
}
} // namespace

TEST_F (MidiPortsTest, followKeyboardsAsTheyComeAndGo)
{
    JackServer server;

    if (! server.isRunning())
        GTEST_SKIP() << "jackd does not run here: " << server.output();

    std::vector<MidiMessage> received;
    MidiPorts ports { [&] (const MidiMessage& message) { received.push_back (message); } };
    auto keyboard = std::make_unique<Keyboard>();
    ASSERT_TRUE (becomesTrue ([&] { return hasKeyboard (ports); }));

    for (int note = 0; note < 100; ++note)
        keyboard->send (0x90, static_cast<std::uint8_t> (note), 64);

    EXPECT_TRUE (becomesTrue ([&] { return received.size() >= 100; }));
    EXPECT_EQ (received.back().kind(), 9);
    EXPECT_EQ (received.back().first, 99);
    EXPECT_EQ (ports.lost(), 0);

    keyboard.reset();
    EXPECT_TRUE (becomesTrue ([&] { return ! hasKeyboard (ports); }));
    EXPECT_TRUE (becomesTrue ([&] { return received.size() == 101; }));
    EXPECT_EQ (received.back().first, 123) << "keys that were down must go up";
}

TEST_F (MidiPortsTest, waitForAServerAndAreQuietWithoutOne)
{
    EnvironmentVariable nowhere ("JACK_DEFAULT_SERVER", "athanor-no-such-server");
    EnvironmentVariable never ("JACK_NO_START_SERVER", "1");
    MidiPorts ports { [] (const MidiMessage&) {} };
    EXPECT_FALSE (hasKeyboard (ports));
}

TEST_F (MidiPortsTest, makeAnInstrumentSound)
{
    JackServer server;

    if (! server.isRunning())
        GTEST_SKIP() << "jackd does not run here: " << server.output();

    TemporaryFolder folder;
    Session session;
    ASSERT_TRUE (session.open (copyOfTemplate ("Ember.athanor", folder)));
    AudioDevice device (session);
    MidiHands hands (session);
    MidiPorts ports { [&] (const MidiMessage& message) { hands.receive (message); } };
    Keyboard keyboard;
    ASSERT_TRUE (becomesTrue ([&] { return hasKeyboard (ports); }));

    keyboard.send (0x90, 48, 120);
    EXPECT_TRUE (becomesTrue ([&] {
        session.player().update();
        return session.player().masterMeter().peakLeft > -60;
    }));
}

} // namespace athanor
