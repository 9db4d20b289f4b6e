// SPDX-License-Identifier: GPL-3.0-or-later
// The patches of a session's synths: read for whoever shows them, and edited as data.
#include "App/Copilot/PromptPlanner.h"
#include "App/Edits/SynthEdits.h"
#include "App/SessionPrivate.h"

namespace athanor
{

std::shared_ptr<const PatchSpec> Session::patchOf (InstrumentId id) const
{
    const auto synth = synthOf (project(), id);

    if (! synth)
        return nullptr;

    const auto& instrument = *project().instruments.find (id);
    auto& read = self->readPatches[id];

    if (read.patch == nullptr || ! read.nodes.sharesWith (instrument.graph.nodes) || ! read.macros.sharesWith (instrument.macros))
    {
        const auto stored = self->patches.patchOf (*instrument.graph.nodes.find (*synth));
        read = { instrument.graph.nodes, instrument.macros, std::make_shared<const PatchSpec> (withMacros (project(), id, *stored)) };
    }

    return read.patch;
}

bool Session::editPatch (InstrumentId id, std::string name, const std::function<void (PatchSpec&)>& change)
{
    const auto before = patchOf (id);

    if (before == nullptr)
        return false;

    auto after = *before;
    change (after);
    return edit (std::move (name), [&] (Project& project) { changePatch (project, id, *before, after); });
}

PresetDesk& Session::presets()
{
    if (self->presets == nullptr)
        self->presets = std::make_unique<PresetDesk> (*this, PresetPlaces { preferences().library(), paths::shipped ("Presets"), paths::data() / "Presets" });

    return *self->presets;
}

CopilotDesk& Session::copilot()
{
    if (self->copilot == nullptr)
        self->copilot = std::make_unique<CopilotDesk> (*this, readAsChosen (chosen));

    return *self->copilot;
}

} // namespace athanor
