// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Synth/ModulationMenus.h"

#include "Ui/Kit/CommandPalette.h"

namespace athanor
{

namespace
{
const char* groupOf (PatchSource source)
{
    const auto number = static_cast<int> (source);

    if (macroOf (source))
        return "Macros";

    return number < static_cast<int> (PatchSource::lfo_1)      ? "Envelopes"
           : number < static_cast<int> (PatchSource::random_1) ? "LFOs"
           : number < static_cast<int> (PatchSource::random)   ? "Randoms"
                                                               : "Played";
}
} // namespace

juce::String groupOf (Control control)
{
    const auto words = juce::StringArray::fromTokens (titleOf (control), " ", {});
    const auto isNumbered = words.size() > 2 && (words[1].containsOnly ("0123456789") || words[1].equalsIgnoreCase ("fx"));
    return isNumbered ? words[0] + " " + words[1] : words[0];
}

void askForSource (ShownSynth& synth, std::function<void (PatchSource)> then)
{
    std::vector<PaletteEntry> entries;

    for (int i = 0; i < patchSourceCount; ++i)
    {
        const auto source = static_cast<PatchSource> (i);
        entries.push_back ({ titleOf (source, synth.patch()).toStdString(), "", "", groupOf (source), [then, source] { then (source); } });
    }

    synth.deeds.ask (std::make_unique<CommandPalette> (std::move (entries), "What shall move it?"));
}

void askForDestination (ShownSynth& synth, std::function<void (Control)> then)
{
    std::vector<PaletteEntry> entries;

    for (int i = 0; i < controlCount; ++i)
        if (const auto control = static_cast<Control> (i); infoOf (control).reach != Reach::no)
            entries.push_back ({ std::string (infoOf (control).name), "", "", groupOf (control).toStdString(), [then, control] { then (control); } });

    std::ranges::stable_sort (entries, {}, &PaletteEntry::group);
    synth.deeds.ask (std::make_unique<CommandPalette> (std::move (entries), "What shall be moved?"));
}

} // namespace athanor
