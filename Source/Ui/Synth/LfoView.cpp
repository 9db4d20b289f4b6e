// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Synth/LfoView.h"

namespace athanor
{

LfoView::LfoView (ShownSynth& s, int n)
    : LineEditor ("LFO " + juce::String (n + 1), Ink::teal, s.lineTools), synth (s), number (static_cast<std::size_t> (n))
{
    curve.onRead = [this]() -> const PatchLine& { return synth.patch().lfos[number]; };
    curve.onWrite = [this] (const std::string& deed, const PatchLine& line) {
        synth.edit (deed + " LFO " + std::to_string (number + 1), [&] (PatchSpec& patch) { patch.lfos[number] = line; });
    };
    update();
}

void LfoView::refresh()
{
    const auto* heard = synth.heard();
    const auto place = heard != nullptr ? heard->lfos[number] : -1.0f;
    curve.setMark (place < 0 ? std::nullopt : std::optional (CurveView::Point (place, curve.heightAt (place))));
}

} // namespace athanor
