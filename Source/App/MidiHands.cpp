// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/MidiHands.h"

#include "App/Actions/Support.h"
#include "Model/ParameterAddress.h"

namespace athanor
{

namespace
{
constexpr int noteOff = 8, noteOn = 9, keyPressure = 10, controlChange = 11, channelPressure = 13, pitchBend = 14;
constexpr int modWheel = 1, pedal = 64, soundOff = 120, notesOff = 123;
constexpr int lowestPitch = 12; // of key 0

double proportion (int value) { return value / 127.0; }
} // namespace

MidiHands::MidiHands (Session& s, std::filesystem::path settings) : session (s), learned (std::move (settings)), input (s)
{
    declareActions();
}

MidiHands::~MidiHands() = default;

void MidiHands::declareActions()
{
    const std::weak_ptr<MidiHands*> weak = alive;
    auto& player = session.player();
    const auto hasTurned = onlyIf ([&player, weak] { return ! weak.expired() && ! player.lastTurned().empty(); }, "No parameter was turned yet.");

    if (session.actions().find ("midi.learn") != nullptr)
        return;

    declare (
        session, { "midi.learn", "Learn a controller", "The next controller you move turns the parameter you turned last." }, [&player, weak] {
            if (const auto hands = weak.lock())
                (*hands)->learned.learn (player.lastTurned());
        },
        hasTurned);
    declare (
        session, { "midi.forget", "Forget its controller", "No controller turns the parameter you turned last any more." }, [&player, weak] {
            if (const auto hands = weak.lock())
                (*hands)->learned.forget (player.lastTurned());
        },
        hasTurned);

    const auto hasHands = onlyIf ([weak] { return ! weak.expired(); }, "There are no MIDI inputs.");
    const std::vector<Argument> address { text ("address", "Of the parameter.") };
    const auto ofAddress = [weak] (auto act) {
        return [weak, act] (const Arguments& arguments) -> Result<Value> {
            const auto named = parseParameterAddress (textIn (arguments, "address"));
            const auto hands = weak.lock();

            if (! named || hands == nullptr)
                return Failure { "There is no such parameter.", textIn (arguments, "address") };

            act ((*hands)->learned, format (*named));
            return done();
        };
    };
    declare (session, { "midi.learnParameter", "Learn a controller for a parameter", "The next controller you move turns this parameter.", "", "", address }, ofAddress ([] (MidiLearn& memory, const std::string& key) { memory.learn (key); }), hasHands);
    declare (session, { "midi.forgetParameter", "Forget the controller of a parameter", "No controller turns this parameter any more.", "", "", address }, ofAddress ([] (MidiLearn& memory, const std::string& key) { memory.forget (key); }), hasHands);
}

TrackId MidiHands::track() const { return here (session).cursor.track; }

void MidiHands::receive (const MidiMessage& message)
{
    auto& player = session.player();

    switch (message.kind())
    {
        case noteOn:
            return startNote (message.first, message.second);
        case noteOff:
            return input.release (message.first - lowestPitch);
        case keyPressure:
            if (const auto note = input.noteOf (message.first - lowestPitch))
                player.pressNote (*note, proportion (message.second));

            return;
        case controlChange:
            return turn (message.channel(), message.first, message.second);
        case channelPressure:
            for (const auto note : input.notes())
                player.pressNote (note, proportion (message.first));

            return;
        case pitchBend:
        {
            // 8192 is the middle, and 16383 the top: one step less than the bottom is away.
            const auto from = message.first + 128 * message.second - 8192;
            return player.bend (track(), from / (from > 0 ? 8191.0 : 8192.0));
        }
        default:
            return;
    }
}

void MidiHands::startNote (int pitch, int velocity)
{
    if (velocity == 0)
        return input.release (pitch - lowestPitch);

    input.press (pitch - lowestPitch, proportion (velocity), session.selection().showsPattern);
}

void MidiHands::turn (int channel, int controller, int value)
{
    auto& player = session.player();

    // A controller that was learned does that, even if it is the wheel. The last eight numbers are no controllers.
    if (controller < soundOff)
        if (const auto address = learned.move (channel, controller))
            return player.turn (*address, proportion (value));

    if (controller == modWheel)
        player.turnWheel (track(), proportion (value));
    else if (controller == pedal)
        player.holdPedal (track(), value >= 64);
    else if (controller == soundOff || controller == notesOff)
        releaseAll();
}

/** Also when a controller was pulled out: nobody else will let go of its keys. */
void MidiHands::releaseAll()
{
    input.releaseAll();
    session.player().holdPedal (track(), false);
}

} // namespace athanor
