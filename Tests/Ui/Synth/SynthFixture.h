// SPDX-License-Identifier: GPL-3.0-or-later
// A session whose chosen instrument is a synth, and the page that shows it.
#pragma once

#include "App/Hear.h"
#include "App/StartProject.h"
#include "Support/Threads.h"
#include "Ui/Kit/Overlay.h"
#include "Ui/Kit/StatusBar.h"
#include "Ui/SongFixture.h"
#include "Ui/Synth/SynthView.h"

namespace athanor
{

class SynthTest : public SongTest
{
public:
    SynthTest()
    {
        PatchSpec patch;
        patch.name = "Warm Halogen";
        session.start (patchProject (patch));
        instrument = session.project().instruments.begin()->first;
        session.select ([this] (Selection& selection) {
            selection.instrument = instrument;
            selection.isPatchOfInstrument = true;
        });
        changed = session.onProject.add ([this] { view.show (instrument); });
        view.setVisible (true);
        view.setSize (1'400, 700);
        view.show (instrument);
    }

    SynthPage& page() { return *view.page(); }

    const PatchSpec& patch() const { return *session.patchOf (instrument); }

    float value (Control control) const { return controlOf (session.project(), instrument, control); }

    /** Lets a source fall on a knob, as a hand does at the end of a drag. */
    void drop (SourceHandle& handle, KnobView& knob)
    {
        const juce::DragAndDropTarget::SourceDetails details (draggedOf (handle.source), &handle, {});
        ASSERT_TRUE (knob.isInterestedInDragSource (details));
        knob.itemDropped (details);
    }

    /** Plays a note until it is let go of. */
    void press (double pitch = 60)
    {
        const auto& tracks = session.project().tracks;
        const auto track = std::ranges::find_if (tracks, [] (const auto& entry) { return entry.second->kind == TrackKind::note; })->first;
        sounding = session.player().startNote (track, instrument, pitch, 1);
    }

    /** Lets time pass for the sound, and the view look at it. */
    void hear (int frames)
    {
        letSound (session.player(), threads.audio, frames);
        refreshTree (view);
    }

    ThreadsForTests threads;
    std::uint32_t sounding = 0; ///< What press() plays.
    InstrumentId instrument;
    Overlay overlay;
    Toast toast;
    Deeds deeds { session, overlay, toast };
    SynthView view { deeds };
    Subscription changed;
};

} // namespace athanor
