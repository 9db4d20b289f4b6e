// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Registry.h"

#include "Modules/Envelope/Adsr.h"
#include "Modules/Filter/LadderFilter.h"
#include "Modules/Filter/StateVariableFilter.h"
#include "Modules/Mix/Amp.h"
#include "Modules/Notes/TrackNotes.h"
#include "Modules/Source/Analogue.h"
#include "Modules/Source/Sampler.h"
#include "Modules/Track/TrackIn.h"
#include "Modules/Track/TrackListen.h"
#include "Modules/Track/TrackOut.h"
#include "Modules/Voice/VoiceIn.h"
#include "Modules/Voice/VoiceOut.h"

#include <algorithm>
#include <array>
#include <map>
#include <mutex>

namespace athanor
{

namespace
{
template <template <typename> typename Type>
constexpr ModuleType everywhere {
    &Type<dsp::Voices>::about,
    []() -> std::unique_ptr<ModuleOf<dsp::Voices>> { return std::make_unique<Type<dsp::Voices>>(); },
    []() -> std::unique_ptr<ModuleOf<dsp::Stereo>> { return std::make_unique<Type<dsp::Stereo>>(); }
};

template <template <typename> typename Type>
constexpr ModuleType inVoices { &Type<dsp::Voices>::about, everywhere<Type>.makeForVoices, nullptr };

template <template <typename> typename Type>
constexpr ModuleType inTracks { &Type<dsp::Stereo>::about, nullptr, everywhere<Type>.makeForStereo };

constexpr std::array allTypes {
    inVoices<VoiceIn>,
    inVoices<VoiceOut>,
    inTracks<TrackIn>,
    inTracks<TrackOut>,
    inTracks<TrackListen>,
    inTracks<NotesEntry>,
    inTracks<NotesExit>,
    everywhere<Analogue>,
    everywhere<Sampler>,
    everywhere<Adsr>,
    everywhere<StateVariableFilter>,
    everywhere<LadderFilter>,
    everywhere<Amp>
};
} // namespace

std::span<const ModuleType> moduleTypes() { return allTypes; }

const ModuleType* findModuleType (std::string_view id)
{
    const auto found = std::ranges::find (allTypes, id, [] (const ModuleType& type) { return type.about->id; });
    return found == allTypes.end() ? nullptr : &*found;
}

const Module& ModuleType::prototype() const
{
    static std::mutex mutex;
    static std::map<const Module::About*, std::unique_ptr<Module>> prototypes;

    const std::scoped_lock lock (mutex);
    auto& made = prototypes[about];

    if (made == nullptr)
    {
        made = makeForStereo != nullptr ? std::unique_ptr<Module> (makeForStereo()) : std::unique_ptr<Module> (makeForVoices());
    }

    return *made;
}

const Port* ModuleType::port (std::string_view id) const
{
    const auto ports = prototype().ports();
    const auto found = std::ranges::find (ports, id, &Port::id);
    return found == ports.end() ? nullptr : *found;
}

} // namespace athanor
