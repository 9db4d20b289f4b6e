// SPDX-License-Identifier: GPL-3.0-or-later
// The line of facts at the foot of the window.
#include "Ui/MainView.h"

namespace athanor
{

void MainView::showStatus()
{
    const auto undo = session.nameOfUndo();
    const auto state = session.fileState();
    const auto device = session.player().device();
    const auto load = session.player().load();
    const auto saved = state.folder.empty() ? juce::String ("Not saved yet") : juce::String (state.isSaved ? "Saved" : "Changed since it was saved");
    const auto sound = device.name.empty() ? juce::String ("No sound device")
                                           : juce::String (device.sampleRate / 1000, 1) + " kHz, " + juce::String (device.blockSize) + " frames, " + juce::String (device.latencySeconds * 1000, 1) + " ms";
    const auto drops = juce::String (load.xruns) + (load.xruns == 1 ? " dropout" : " dropouts") + (load.culprit.empty() ? juce::String() : ", last in " + juce::String (load.culprit));
    const auto jobs = jobsPanel.summary();
    const auto all = juce::String (undo) + saved + sound + drops + jobs + juce::String (state.problem);

    // Said aloud when it begins, and shown as long as it is so.
    if (std::exchange (saidProblem, state.problem) != state.problem && ! state.problem.empty())
        doer.say (juce::String (state.problem), Ink::rose);

    if (all == statusText)
        return;

    statusText = all;
    std::vector<StatusBar::Fact> left;
    left.push_back ({ undo.empty() ? juce::String ("Nothing to undo") : "Undo: " + juce::String (undo), Ink::mute, [this] { doer.run ("edit.undo"); } });
    left.push_back (state.problem.empty() ? StatusBar::Fact { saved, Ink::mute, {} } : StatusBar::Fact { juce::String (state.problem), Ink::rose, {} });
    left.push_back ({ sound, device.name.empty() ? Ink::gold : Ink::mute, [this] { doer.run ("settings.sound"); } });
    left.push_back ({ drops, load.xruns > 0 ? Ink::rose : Ink::mute, [this] { doer.run ("settings.sound"); } });

    if (jobs.isNotEmpty())
        left.push_back ({ jobs, jobs.contains ("failed") ? Ink::rose : Ink::teal, [this] { doer.run ("view.jobs"); } });

    status.setFacts (std::move (left), { { doer.keysOf ("help.palette") + " everything", Ink::mute, [this] { doer.openPalette(); } }, { "F1 keys", Ink::mute, [this] { doer.run ("help.keys"); } } });
}

} // namespace athanor
