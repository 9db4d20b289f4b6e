// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Registry.h"

#include "Modules/Effect/Bitcrush.h"
#include "Modules/Effect/Chorus.h"
#include "Modules/Effect/Compressor.h"
#include "Modules/Effect/Delay.h"
#include "Modules/Effect/Distortion.h"
#include "Modules/Effect/Equaliser.h"
#include "Modules/Effect/Flanger.h"
#include "Modules/Effect/FrequencyShifter.h"
#include "Modules/Effect/Gate.h"
#include "Modules/Effect/Limit.h"
#include "Modules/Effect/Phaser.h"
#include "Modules/Effect/Reverb.h"
#include "Modules/Effect/RingModulator.h"
#include "Modules/Effect/Tremolo.h"
#include "Modules/Effect/Width.h"
#include "Modules/Envelope/Adsr.h"
#include "Modules/Envelope/Ahdsr.h"
#include "Modules/Envelope/Decay.h"
#include "Modules/Envelope/Follower.h"
#include "Modules/Envelope/MultiEnvelope.h"
#include "Modules/Filter/CombFilter.h"
#include "Modules/Filter/FormantFilter.h"
#include "Modules/Filter/LadderFilter.h"
#include "Modules/Filter/OnePoleFilter.h"
#include "Modules/Filter/StateVariableFilter.h"
#include "Modules/Mix/Amp.h"
#include "Modules/Mix/Crossfade.h"
#include "Modules/Mix/Desk.h"
#include "Modules/Mix/Gain.h"
#include "Modules/Mix/Join.h"
#include "Modules/Mix/Mixer.h"
#include "Modules/Mix/Pan.h"
#include "Modules/Mix/Select.h"
#include "Modules/Mix/Split.h"
#include "Modules/Modulator/Lfo.h"
#include "Modules/Modulator/RandomMotion.h"
#include "Modules/Modulator/StepSequencer.h"
#include "Modules/Notes/Arpeggiator.h"
#include "Modules/Notes/NotesChance.h"
#include "Modules/Notes/NotesChord.h"
#include "Modules/Notes/NotesTranspose.h"
#include "Modules/Notes/TrackNotes.h"
#include "Modules/Source/Analogue.h"
#include "Modules/Source/Granular.h"
#include "Modules/Source/Modal.h"
#include "Modules/Source/NoiseSource.h"
#include "Modules/Source/Operator.h"
#include "Modules/Source/Sampler.h"
#include "Modules/Source/String.h"
#include "Modules/Source/Supersaw.h"
#include "Modules/Source/WavetableSource.h"
#include "Modules/Source/Zones.h"
#include "Modules/Spectral/Blur.h"
#include "Modules/Spectral/Freeze.h"
#include "Modules/Track/TrackIn.h"
#include "Modules/Track/TrackListen.h"
#include "Modules/Track/TrackOut.h"
#include "Modules/Utility/Clock.h"
#include "Modules/Utility/Compare.h"
#include "Modules/Utility/Constant.h"
#include "Modules/Utility/DcBlock.h"
#include "Modules/Utility/Hold.h"
#include "Modules/Utility/Logic.h"
#include "Modules/Utility/Lookahead.h"
#include "Modules/Utility/Maths.h"
#include "Modules/Utility/Meter.h"
#include "Modules/Utility/Quantise.h"
#include "Modules/Utility/Rectify.h"
#include "Modules/Utility/Scale.h"
#include "Modules/Utility/Scope.h"
#include "Modules/Utility/Slew.h"
#include "Modules/Voice/VoiceIn.h"
#include "Modules/Voice/VoiceOut.h"
#include "Modules/Voice/VoicePan.h"

#include <algorithm>
#include <array>
#include <map>
#include <mutex>

namespace athanor
{

namespace
{
template <template <typename> typename Type, typename S>
std::unique_ptr<ModuleOf<S>> make()
{
    return std::make_unique<Type<S>>();
}

template <template <typename> typename Type>
constexpr ModuleType everywhere { &Type<dsp::Voices>::about, make<Type, dsp::Voices>, make<Type, dsp::Stereo> };

template <template <typename> typename Type>
constexpr ModuleType inVoices { &Type<dsp::Voices>::about, make<Type, dsp::Voices>, nullptr };

template <template <typename> typename Type>
constexpr ModuleType inTracks { &Type<dsp::Stereo>::about, nullptr, make<Type, dsp::Stereo> };

constexpr std::array allTypes {
    inVoices<VoiceIn>,
    inVoices<VoiceOut>,
    inTracks<TrackIn>,
    inTracks<TrackOut>,
    inTracks<TrackListen>,
    inTracks<NotesEntry>,
    inTracks<NotesExit>,
    inTracks<Arpeggiator>,
    inTracks<NotesTranspose>,
    inTracks<NotesChord>,
    inTracks<NotesChance>,
    everywhere<Analogue>,
    everywhere<Supersaw>,
    everywhere<WavetableSource>,
    everywhere<Operator>,
    everywhere<NoiseSource>,
    everywhere<String>,
    everywhere<Modal>,
    everywhere<Sampler>,
    everywhere<Granular>,
    inVoices<Zones>,
    everywhere<Adsr>,
    everywhere<Ahdsr>,
    everywhere<MultiEnvelope>,
    everywhere<Decay>,
    everywhere<Follower>,
    everywhere<Lfo>,
    everywhere<RandomSteps>,
    everywhere<RandomSmooth>,
    everywhere<StepSequencer>,
    everywhere<StateVariableFilter>,
    everywhere<LadderFilter>,
    everywhere<CombFilter>,
    everywhere<FormantFilter>,
    everywhere<OnePoleFilter>,
    everywhere<Amp>,
    everywhere<Gain>,
    inTracks<Pan>,
    inVoices<VoicePan>,
    everywhere<Mixer>,
    inTracks<Desk>,
    everywhere<Crossfade>,
    inTracks<Split>,
    inTracks<Join>,
    inTracks<Delay>,
    inTracks<Reverb>,
    everywhere<Equaliser>,
    everywhere<Compressor>,
    inTracks<Limit>,
    everywhere<Gate>,
    everywhere<Distortion>,
    everywhere<Select>,
    everywhere<Chorus>,
    everywhere<Flanger>,
    everywhere<Phaser>,
    everywhere<Tremolo>,
    everywhere<RingModulator>,
    everywhere<Bitcrush>,
    inTracks<Width>,
    everywhere<Scale>,
    everywhere<Constant>,
    everywhere<Maths>,
    everywhere<Rectify>,
    everywhere<Compare>,
    everywhere<Logic>,
    everywhere<Slew>,
    everywhere<Hold>,
    everywhere<Quantise>,
    everywhere<Lookahead>,
    everywhere<DcBlock>,
    everywhere<Clock>,
    everywhere<Meter>,
    everywhere<Scope>,
    inTracks<Freeze>,
    inTracks<Blur>,
    everywhere<FrequencyShifter>
};

std::vector<const ModuleType*>& foreignTypes()
{
    static std::vector<const ModuleType*> types;
    return types;
}
} // namespace

std::span<const ModuleType> moduleTypes() { return allTypes; }

const ModuleType* findModuleType (std::string_view id)
{
    const auto found = std::ranges::find (allTypes, id, [] (const ModuleType& type) { return type.about->id; });

    if (found != allTypes.end())
        return &*found;

    const auto other = std::ranges::find (foreignTypes(), id, [] (const ModuleType* type) { return type->about->id; });
    return other == foreignTypes().end() ? nullptr : *other;
}

ForeignModules::ForeignModules (std::span<const ModuleType* const> types) { foreignTypes().assign (types.begin(), types.end()); }

ForeignModules::~ForeignModules() { foreignTypes().clear(); }

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
