// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Actions/Declare.h"
#include "App/Actions/Support.h"
#include "App/Equipment.h"
#include "App/Shortcuts.h"

namespace athanor
{

namespace
{
const char* const noEquipment = "Sound devices and MIDI inputs are open only while the window is.";

void declareSound (Session& session)
{
    const auto hasEquipment = onlyIf ([&session] { return session.equipment() != nullptr; }, noEquipment);

    declare (
        session, { "sound.choose", "Choose the sound device", "Opens another sound device, or the same one at another rate or buffer size.", "", "", { optionalText ("driver", "JACK or ALSA; left out: the one in use."), optionalText ("device", "Its name; left out: the one in use."), number ("rate", "Sample rate in hertz; 0: as it is.", 0), number ("frames", "Buffer size in frames; 0: as it is.", 0) } },
        [&session] (const Arguments& arguments) -> Result<Value> {
            const DeviceChoice choice { textIn (arguments, "driver"), textIn (arguments, "device"), numberIn (arguments, "rate"), wholeIn (arguments, "frames", 0, 65'536) };
            const auto chosen = session.equipment() != nullptr ? session.equipment()->chooseOutput (choice) : Result<DeviceState> (Failure { noEquipment, "" });
            return chosen ? Result<Value> (Value (chosen->name)) : Result<Value> (chosen.failure());
        },
        hasEquipment);

    declare (
        session, { "sound.testTone", "Play a test tone", "Plays a short tone through the sound device, past the song." },
        [&session] (const Arguments&) {
            if (session.equipment() != nullptr)
                session.equipment()->playTestTone();

            return doneIf (session.equipment() != nullptr, noEquipment);
        },
        hasEquipment);

    declare (
        session, { "midi.useInput", "Listen to a MIDI input", "Whether what one MIDI input sends is heard.", "", "", { text ("input", "Its name."), { "on", "Whether it is heard.", Argument::Kind::truth, true } } },
        [&session] (const Arguments& arguments) {
            const auto* isOn = arguments.at ("on").as<bool>();

            if (session.equipment() != nullptr)
                session.equipment()->useMidiInput (textIn (arguments, "input"), isOn == nullptr || *isOn);

            return doneIf (session.equipment() != nullptr, noEquipment);
        },
        hasEquipment);
}

void declareKeys (Session& session)
{
    const auto which = text ("action", "The id of the action, as \"edit.undo\".");

    declare (session, { "keys.set", "Set a shortcut", "Gives an action another key, and takes the key from what it did before.", "", "", { which, text ("keys", "As \"ctrl + shift + Z\".") } }, [&session] (const Arguments& arguments) -> Result<Value> {
        const auto* action = session.actions().find (textIn (arguments, "action"));

        if (action == nullptr)
            return Failure { "There is no action of that name.", textIn (arguments, "action") };

        const auto bound = rebind (session, *action, textIn (arguments, "keys"));
        return bound ? done() : Result<Value> (bound.failure());
    });

    declare (session, { "keys.reset", "Reset a shortcut", "Gives an action the keys it had at first.", "", "", { which } }, [&session] (const Arguments& arguments) {
        session.preferences().resetShortcut (textIn (arguments, "action"));
        return done();
    });

    declare (session, { "keys.resetAll", "Reset all shortcuts", "Gives every action the keys it had at first." }, [&session] { session.preferences().resetShortcuts(); });
}
} // namespace

void declareSettingsActions (Session& session)
{
    declareSound (session);
    declareKeys (session);
}

} // namespace athanor
