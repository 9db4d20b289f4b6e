// SPDX-License-Identifier: GPL-3.0-or-later
#include "Engine/PlanParts.h"

#include <algorithm>
#include <cmath>

namespace athanor
{

namespace
{
using S = dsp::Voices;

ZoneStart::Loop loopOf (LoopMode mode) { return static_cast<ZoneStart::Loop> (mode); }

EnvelopeCurve curveOf (const TickEnvelope& envelope)
{
    EnvelopeCurve curve;
    curve.isOn = envelope.isOn && ! envelope.points.empty();
    curve.sustainStart = envelope.sustainStart;
    curve.sustainEnd = envelope.sustainEnd;
    curve.loopStart = envelope.loopStart;
    curve.loopEnd = envelope.loopEnd;

    for (const auto& [tick, value] : envelope.points)
        curve.points.emplace_back (tick, static_cast<float> (*value));

    return curve;
}

PlayableZone zoneOf (const Zone& zone, std::shared_ptr<const dsp::Sound> sound)
{
    PlayableZone made;
    made.lowKey = zone.lowKey;
    made.highKey = zone.highKey;
    made.lowVelocity = zone.lowVelocity;
    made.highVelocity = zone.highVelocity;
    made.transpose = zone.transpose;
    made.hasFixedPitch = zone.hasFixedPitch;
    made.volume = static_cast<float> (zone.volume);
    made.defaultVolume = static_cast<float> (zone.defaultVolume) / 64;
    made.vibrato = { static_cast<float> (zone.vibratoSpeed), static_cast<float> (zone.vibratoDepth), static_cast<float> (zone.vibratoRate),
                     static_cast<SampleVibrato::Shape> (std::clamp (zone.vibratoShape, 0, 5)) };
    made.start.rootPitch = zone.rootPitch;

    // A loop that does not lie in the recording is no loop.
    const auto frames = sound != nullptr ? static_cast<std::int64_t> (sound->frames()) : 0;
    const auto fits = [frames] (std::int64_t from, std::int64_t to) { return from >= 0 && to > from && to <= frames; };

    if (fits (zone.loopStart, zone.loopEnd))
    {
        made.start.loop = loopOf (zone.loop);
        made.start.loopStart = static_cast<double> (zone.loopStart);
        made.start.loopEnd = static_cast<double> (zone.loopEnd);
    }

    if (fits (zone.sustainStart, zone.sustainEnd))
    {
        made.start.sustainLoop = loopOf (zone.sustainLoop);
        made.start.sustainStart = static_cast<double> (zone.sustainStart);
        made.start.sustainEnd = static_cast<double> (zone.sustainEnd);
    }

    made.sound = std::move (sound);
    return made;
}

std::optional<NoteEnd> endOf (NewNoteAction action)
{
    switch (action)
    {
        case NewNoteAction::cut:
            return NoteEnd::cut;
        case NewNoteAction::letRing:
            return {};
        case NewNoteAction::release:
            return NoteEnd::release;
        case NewNoteAction::fade:
            return NoteEnd::fade;
    }

    return {};
}

/** Whether notes go to a module that has voices of its own. */
bool hasNotePlayer (const Graph& graph)
{
    return std::ranges::any_of (graph.nodes, [] (const auto& entry) {
        const auto* type = findModuleType (entry.second->type);
        return type != nullptr && dynamic_cast<const NotePlayer*> (&type->prototype()) != nullptr;
    });
}

std::shared_ptr<const PlayableInstrument> compile (const Instrument& model, const PlanOptions& options)
{
    auto made = std::make_shared<PlayableInstrument>();

    for (const auto& [id, zone] : model.zones)
        if (auto sound = options.sound != nullptr ? options.sound (zone->sound) : nullptr; sound != nullptr && sound->frames() > 0)
            made->zones.push_back (zoneOf (*zone, std::move (sound)));

    made->volume = curveOf (model.volumeEnvelope);
    made->panning = curveOf (model.panningEnvelope);
    made->pitch = curveOf (model.pitchEnvelope);
    made->fadePerTick = model.fadePerTick;
    made->glide = model.glide;
    made->hasOwnVoices = hasNotePlayer (model.graph);
    made->polyphony = made->hasOwnVoices ? 64 : model.isMono ? 1
                                                             : std::clamp (model.polyphony, 1, 256);
    made->isMono = model.isMono && ! made->hasOwnVoices;
    made->bendRange = made->hasOwnVoices ? 0 : model.bendRange;
    made->endOfOutdated = endOf (model.newNoteAction);
    made->isPlain = model.graph.nodes.empty();
    made->gain = static_cast<float> (std::pow (10.0, model.volume / 20));
    return made;
}

/** Compiled once for all tracks, and again only when the instrument has changed. */
std::shared_ptr<const PlayableInstrument> instrumentFor (const BankRequest& request, const Instrument& model)
{
    if (const auto made = request.made.instruments.find (request.instrument); made != request.made.instruments.end())
        return made->second.second;

    std::shared_ptr<const PlayableInstrument> compiled;

    if (request.before != nullptr)
        if (const auto found = request.before->instruments.find (request.instrument); found != request.before->instruments.end() && found->second.first == model)
            compiled = found->second.second;

    if (compiled == nullptr)
        compiled = compile (model, request.options);

    request.made.instruments.emplace (request.instrument, std::pair { model, compiled });
    return compiled;
}

/** What an instrument without a graph plays: its recordings. */
const Graph& plainGraph()
{
    static const Graph graph = [] {
        Graph made;
        const NodeId player { 1 }, out { 2 };
        made.nodes.edit (player).type = "source.zones";
        made.nodes.edit (out).type = "voice.out";

        auto& leaving = made.nodes.edit (out);
        leaving.knobs.put ("level", 0);
        leaving.knobs.put ("touch", 0);
        leaving.knobs.put ("law", 1); // as trackers share out the sound between two speakers

        constexpr std::array<std::pair<const char*, const char*>, 3> cables { { { "mono", "in" }, { "left", "left" }, { "right", "right" } } };

        for (std::uint64_t i = 0; i < cables.size(); ++i)
        {
            Cable cable;
            cable.from = player;
            cable.output = cables[i].first;
            cable.to = out;
            cable.input = cables[i].second;
            made.cables.put ({ i + 1 }, cable);
        }

        return made;
    }();

    return graph;
}

constexpr std::array normals { Normal::pitch, Normal::gate, Normal::trigger, Normal::velocity, Normal::volume,
                               Normal::panning, Normal::pressure, Normal::wheel, Normal::random, Normal::offset };
constexpr std::array<std::string_view, normals.size()> normalNames { "pitch", "gate", "trigger", "velocity", "volume",
                                                                     "panning", "pressure", "wheel", "random", "offset" };

Surroundings<S> surroundingsOf (const BankRequest& request, const Instrument& model, VoiceBank& bank)
{
    Surroundings<S> around;
    around.sampleRate = request.options.sampleRate;
    around.instanceCount = bank.instrument->hasOwnVoices ? 1 : bank.state->groupCount;
    around.material = request.options.material;
    around.moment = request.made.moment.get();
    around.outputType = "voice.out";
    around.macroPosition = macroReader (model.macros);

    around.sound = [&request] (const std::string& hash) -> const dsp::Sound* {
        auto sound = request.options.sound != nullptr ? request.options.sound (hash) : nullptr;

        if (sound != nullptr)
            request.made.sounds.push_back (sound);

        return sound.get();
    };

    around.normal = [signals = bank.signals.get()] (Normal normal) -> const Signal<S>* {
        signals->isUsed[static_cast<std::size_t> (normal)] = true;
        return &(*signals)[normal];
    };

    around.source = [normal = around.normal] (const Node&, const std::string& output) -> const Signal<S>* {
        const auto found = std::ranges::find (normalNames, output);
        return found != normalNames.end() ? normal (normals[static_cast<std::size_t> (found - normalNames.begin())]) : nullptr;
    };

    return around;
}

std::shared_ptr<BankState> stateFor (const VoiceBank* earlier, const PlayableInstrument& instrument)
{
    // Eight lanes to spare, for voices that were stolen and are still being faded.
    const auto groups = (instrument.polyphony + 7) / 8 + 1;

    if (earlier != nullptr && earlier->state->groupCount == groups && earlier->instrument->hasOwnVoices == instrument.hasOwnVoices)
        return earlier->state;

    return std::make_shared<BankState> (groups);
}
} // namespace

std::optional<std::pair<NodeId, std::string>> parseTarget (const std::string& text)
{
    const auto node = text.size() > 17 && text[16] == '/' ? fromHex (std::string_view (text).substr (0, 16)) : std::nullopt;
    return node ? std::optional (std::pair { NodeId { *node }, text.substr (17) }) : std::nullopt;
}

std::function<std::optional<double> (NodeId, const std::string&)> macroReader (const Table<int, Macro>& macros)
{
    std::map<std::pair<NodeId, std::string>, double> positions;

    for (const auto& [number, macro] : macros)
        for (const auto& [target, range] : macro->targets)
            if (const auto place = parseTarget (target))
                positions.insert_or_assign (*place, range->low + (range->high - range->low) * macro->value);

    if (positions.empty())
        return nullptr;

    return [positions = std::move (positions)] (NodeId node, const std::string& port) -> std::optional<double> {
        const auto found = positions.find ({ node, port });
        return found != positions.end() ? std::optional (found->second) : std::nullopt;
    };
}

std::shared_ptr<VoiceBank> makeBank (const BankRequest& request, const Instrument& model)
{
    auto bank = std::make_shared<VoiceBank>();
    bank->track = request.track;
    bank->instrumentId = request.instrument;
    bank->instrument = instrumentFor (request, model);
    bank->state = stateFor (request.earlier, *bank->instrument);
    bank->signals = std::make_shared<VoiceSignals>();
    bank->hands = request.hands;
    bank->moment = request.made.moment.get();
    bank->output.clear();

    for (auto& signal : bank->signals->signals)
        signal.clear();

    const auto isSameState = request.earlier != nullptr && request.earlier->state == bank->state;
    const auto around = surroundingsOf (request, model, *bank);
    bank->graph = planGraph<S> (model.graph.nodes.empty() ? plainGraph() : model.graph, around, isSameState ? request.earlier->graph.get() : nullptr);

    bank->findPlayer();

    if (isSameState)
    {
        bank->earlier = request.earlier->earlier;

        if (request.earlier->instrument != bank->instrument)
            bank->earlier.push_back (request.earlier->instrument);

        if (bank->state->activeVoices.load (std::memory_order_relaxed) == 0 && bank->earlier.size() > 8)
            bank->earlier.erase (bank->earlier.begin(), bank->earlier.end() - 1);
    }

    return bank;
}

std::shared_ptr<VoiceBank> keepBank (const VoiceBank& earlier)
{
    // Not a copy: the audio thread may be writing to the earlier one's signals.
    auto bank = std::make_shared<VoiceBank>();
    bank->track = earlier.track;
    bank->instrumentId = earlier.instrumentId;
    bank->state = earlier.state;
    bank->instrument = earlier.instrument;
    bank->earlier = earlier.earlier;
    bank->graph = earlier.graph;
    bank->findPlayer();
    bank->signals = earlier.signals;
    bank->hands = earlier.hands;
    bank->moment = earlier.moment;
    bank->output.clear();
    bank->isLeaving = true;
    return bank;
}

} // namespace athanor
