// SPDX-License-Identifier: GPL-3.0-or-later
// What hands on a MIDI controller do to the session.
#pragma once

#include "App/MidiLearn.h"
#include "App/MidiMessage.h"
#include "App/NoteInput.h"

namespace athanor
{

/** Plays the selected track's instrument, writes notes where the computer's keyboard would, and turns what was learned. Declares the
    actions midi.learn, midi.forget and the same for a parameter by its address, so it must outlive the last call of one. */
class MidiHands
{
public:
    explicit MidiHands (Session&, std::filesystem::path settings = {});
    ~MidiHands();

    /** Notes, bend, mod wheel, pedal and pressure go to the selected track; other controllers where they were learned to go. */
    void receive (const MidiMessage&);

private:
    void declareActions();
    void startNote (int pitch, int velocity);
    void turn (int channel, int controller, int value);
    void releaseAll();
    TrackId track() const;

    Session& session;
    MidiLearn learned;
    NoteInput input;
    std::shared_ptr<MidiHands*> alive = std::make_shared<MidiHands*> (this); ///< For the actions, which nobody takes back.
};

} // namespace athanor
