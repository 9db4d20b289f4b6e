// SPDX-License-Identifier: GPL-3.0-or-later
// A module that does on the audio thread what none may do there: the proof that a checker would notice.
#pragma once

#include "Engine/Studio.h"
#include "Support/Projects.h"

#include <memory>

namespace athanor
{

template <typename S>
class Forbidden final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "test.forbidden", "Forbidden", "Test", "Allocates." };

    Forbidden() : ModuleOf<S> (about) {}

    Input in { *this, "in", "Ignored." };
    Output out { *this, "out", "Silence." };

    void process (const Block<S>& block) noexcept override
    {
        kept = std::make_unique<int> (1);
        block[out].clear();
    }

private:
    std::unique_ptr<int> kept;
};

/** One callback of a song whose master holds such a module. */
inline void playForbiddenModule()
{
    const ModuleType type { &Forbidden<dsp::Stereo>::about, nullptr, []() -> std::unique_ptr<ModuleOf<dsp::Stereo>> { return std::make_unique<Forbidden<dsp::Stereo>>(); } };
    const ForeignModules foreign ({ &type });
    auto song = projects::synthOnOneTrack();
    projects::insert (song.project.tracks.edit (song.master).graph, "test.forbidden");
    Studio studio ({ song.project, {} });
    studio.callback (64);
}

} // namespace athanor
